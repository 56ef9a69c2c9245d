import type { AclGrant, AclPermission } from '../../../model/identity/bucket-gates';
import { Unknown } from '../../../model/term';
import type { BucketSide, PolicySet } from '../../policy-set';
import { hasIdentity, isOneAccount, isOutsider } from '../accounts';
import { type Answer, onlyIf } from '../answer';
import type { Asked } from '../asked';
import { isHole } from '../text/pattern';
import { all, any, Doubt, not, some, type Truth } from '../truth';
import { mayOthersWrite } from './writers';

/**
 * What the permissions of a bucket's ACL allow. `WRITE` adds objects, and lets their owners replace and delete them: whose the
 * one that is there is no document tells.
 * @source S3 user guide, "Access control list (ACL) overview": Mapping of ACL permissions and access policy permissions
 */
const GIVEN: Readonly<Record<Exclude<AclPermission, 'FULL_CONTROL'>, readonly string[]>> = {
  READ: ['s3:listbucket', 's3:listbucketversions', 's3:listbucketmultipartuploads'],
  WRITE: ['s3:putobject', 's3:deleteobject', 's3:deleteobjectversion', 's3:abortmultipartupload', 's3:listmultipartuploadparts'],
  READ_ACP: ['s3:getbucketacl'],
  WRITE_ACP: ['s3:putbucketacl'],
};
/** As above, of an object's ACL. */
const GIVEN_ON_OBJECT: ReadonlySet<string> = new Set([
  's3:getobject',
  's3:getobjectversion',
  's3:getobjectacl',
  's3:getobjectversionacl',
  's3:putobjectacl',
  's3:putobjectversionacl',
]);
/** The owner of a bucket may do so whosever an object is. @source S3 user guide, "Amazon S3 bucket and object ownership" */
const OWNERS_ALWAYS: ReadonlySet<string> = new Set([...GIVEN.WRITE, 's3:restoreobject']);

/** A value of the documents as an answer has it. */
export function toldOf(told: boolean | Unknown): Truth {
  return told instanceof Unknown ? new Doubt(told.why) : told;
}

function gives({ permission }: AclGrant, action: string): Truth {
  const rows = Object.entries(GIVEN).filter(([name]) => permission === 'FULL_CONTROL' || permission === name);
  const found = rows.find(([, actions]) => actions.includes(action));
  if (found === undefined) return false;
  return found[0] !== 'WRITE' || new Doubt("whose the object is that is written or deleted isn't told");
}

/** Everybody is let in from outside. What an ACL gives within its own account isn't documented; a service is nobody's account. */
function isEverybody(asked: Asked): Truth {
  if (asked.request.caller.kind === 'anonymous') return true;
  const own = hasIdentity(asked) ? isOneAccount(asked) : true;
  return own === true
    ? new Doubt("what an ACL for everybody gives within the account and to services isn't documented")
    : not(own);
}

function isGrantee({ grantee }: AclGrant, asked: Asked): Truth {
  const isAnonymous = asked.request.caller.kind === 'anonymous';
  if (grantee === 'everybody') return isEverybody(asked);
  if (isAnonymous) return false;
  if (grantee === 'authenticated') return isEverybody(asked);
  // An account that is named lets its own policies decide, which they do anyhow.
  return hasIdentity(asked) && isOneAccount(asked) === true ? false : new Doubt("whom its ACL names isn't told");
}

/** Whether what is public of ACLs counts. */
function countsPublic({ block }: BucketSide): Truth {
  return not(toldOf(block.ignorePublicAcls));
}

/** A public ACL that S3 may not have stored: what puts it there fails. */
function isSetPublic({ block, isStored }: BucketSide): Truth {
  const isRefused = isStored ? false : toldOf(block.blockPublicAcls);
  return isRefused === true ? new Doubt('S3 stores no public ACL while block_public_acls is on') : not(isRefused);
}

/** Whether a request is about an object, of which its owner decides and not that of the bucket. */
function isOfObject({ action, resourceUnits }: Asked): Truth {
  if (!action.startsWith('s3:') || OWNERS_ALWAYS.has(action)) return false;
  if (resourceUnits.includes('/')) return true;
  const isPerhaps = resourceUnits.some((unit) => isHole(unit) && unit.letters?.test('/') !== false);
  return isPerhaps && new Doubt("whether an object is asked for isn't known");
}

function ownAcl(bucket: BucketSide, asked: Asked): Truth {
  const { grants } = bucket;
  const isOfBucket = not(isOfObject(asked));
  if (grants instanceof Unknown) {
    const isGiven = Object.values(GIVEN).flat().includes(asked.action);
    return all(isOfBucket, isGiven && new Doubt(`what it gives isn't known: ${grants.why}`));
  }
  return some(grants, (grant) => {
    const isOpen = grant.grantee === 'other' || all(countsPublic(bucket), isSetPublic(bucket));
    return all(isOfBucket, gives(grant, asked.action), isGrantee(grant, asked), isOpen);
  });
}

/** What the ACL of an object may give, or the ownership of it: no document tells either. */
function objectAcl({ resource }: PolicySet, bucket: BucketSide, asked: Asked): Truth {
  if (isOfObject(asked) === false) return false;
  const isUntold = new Doubt("the ACLs of objects aren't in the documents");
  // Of an account that owns the bucket only what is public in them lets somebody in whom its own policies don't.
  if (isOutsider(asked) !== false && asked.request.caller.kind !== 'anonymous') return isUntold;
  const isPerhaps = countsPublic(bucket) !== false || mayOthersWrite(bucket, resource, asked.request.resourceAccountId);
  return GIVEN_ON_OBJECT.has(asked.action) && isPerhaps && isUntold;
}

/** What the ACLs of a bucket and of the objects in it allow; they deny nothing. */
export function aclAnswer(set: PolicySet, bucket: BucketSide, asked: Asked): Answer {
  const { name, key } = bucket;
  const policy = { name, ...(key === undefined ? {} : { key }), policy: new Unknown('it is an ACL') };
  const given = any(ownAcl(bucket, asked), objectAcl(set, bucket, asked));
  return onlyIf(all(toldOf(bucket.acls), given), { is: 'yes', statement: { policy } });
}

/**
 * Whether an object may be another account's than the bucket's: whoever writes it owns it where ACLs count.
 * @source S3 user guide, "Controlling ownership of objects and disabling ACLs for your bucket"
 */
export function isPerhapsAnothers({ resource, bucket }: PolicySet, asked: Asked): boolean {
  if (bucket === undefined || bucket.acls === false || isOfObject(asked) === false) return false;
  return mayOthersWrite(bucket, resource, asked.request.resourceAccountId);
}
