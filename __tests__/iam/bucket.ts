import type { PolicyJson } from './policy-json';
import { isPublic } from './public-policy';
import type { Caller, Request } from './request';

/** A grant of an ACL: to one of S3's groups, or to an account by its number. */
export interface AclGrant {
  readonly to: string;
  readonly permission: 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';
}

/** What S3 asks beside policies. */
export interface Bucket {
  readonly ignorePublicAcls: boolean;
  readonly restrictPublicBuckets: boolean;
  /** Whether ACLs count. */
  readonly acls: boolean;
  readonly acl: readonly AclGrant[];
  /** The account that owns the object which is asked for. Left out: there is none yet. */
  readonly objectOwner?: string;
  readonly objectAcl: readonly AclGrant[];
}

const ON_BUCKET: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:listbucket', 's3:listbucketversions', 's3:listbucketmultipartuploads'],
  WRITE: ['s3:putobject', 's3:deleteobject'],
  READ_ACP: ['s3:getbucketacl'],
  WRITE_ACP: ['s3:putbucketacl'],
};
const ON_OBJECT: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:getobject', 's3:getobjectversion'],
  READ_ACP: ['s3:getobjectacl', 's3:getobjectversionacl'],
  WRITE_ACP: ['s3:putobjectacl', 's3:putobjectversionacl'],
};
/** The bucket's owner decides about these, whosever the object is. */
const BUCKET_OWNERS = ['s3:putobject', 's3:deleteobject', 's3:deleteobjectversion', 's3:abortmultipartupload'];

const hasAccount = ({ kind }: Caller): boolean => kind === 'user' || kind === 'role-session' || kind === 'root';
const ownerOf = ({ principal, resourceAccountId = principal.accountId }: Request): string => resourceAccountId;

/** Neither of the bucket's account nor a service of AWS's. */
function isOutsider(request: Request): boolean {
  const { principal } = request;
  return principal.kind !== 'service' && !(hasAccount(principal) && principal.accountId === ownerOf(request));
}

/** RestrictPublicBuckets: "only AWS service principals and authorized users within the bucket owner's account". */
export function isShutOut(bucket: Bucket | undefined, resource: readonly PolicyJson[], request: Request): boolean {
  return bucket?.restrictPublicBuckets === true && isOutsider(request) && resource.some(isPublic);
}

/** Whether an ACL names somebody. What it gives in the account itself is left to its own policies. */
function names(bucket: Bucket, { to }: AclGrant, request: Request): boolean {
  const { principal } = request;
  if (!isOutsider(request) || principal.kind === 'federated') return false;
  if (to === 'AllUsers') return !bucket.ignorePublicAcls;
  if (to === 'AuthenticatedUsers') return !bucket.ignorePublicAcls && hasAccount(principal);
  return hasAccount(principal) && to === principal.accountId;
}

const gives = (table: typeof ON_BUCKET, { permission }: AclGrant, action: string): boolean =>
  Object.entries(table).some(
    ([name, actions]) => (permission === 'FULL_CONTROL' || permission === name) && actions.includes(action),
  );

function isObjects({ action, resource }: Request): boolean {
  return action.toLowerCase().startsWith('s3:') && resource.includes('/') && !BUCKET_OWNERS.includes(action.toLowerCase());
}

/** Whether it is an object that another account owns than the bucket's: then that account decides. */
export function isForeign(bucket: Bucket | undefined, request: Request): boolean {
  if (bucket?.acls !== true || bucket.objectOwner === undefined) return false;
  return isObjects(request) && bucket.objectOwner !== ownerOf(request);
}

/** Whether the ACL of the bucket, or of the object, lets in whoever asks. */
export function isInAcl(bucket: Bucket | undefined, request: Request): boolean {
  if (bucket?.acls !== true) return false;
  const { principal } = request;
  const action = request.action.toLowerCase();
  if (isObjects(request)) {
    if (bucket.objectOwner === undefined) return false;
    if (hasAccount(principal) && principal.accountId === bucket.objectOwner && isOutsider(request)) return true;
    return bucket.objectAcl.some((grant) => gives(ON_OBJECT, grant, action) && names(bucket, grant, request));
  }
  const isOwn = hasAccount(principal) && principal.accountId === bucket.objectOwner;
  // "`WRITE` permissions deny non-owners the ability to overwrite or delete existing objects."
  if (action === 's3:putobject' && bucket.objectOwner !== undefined && !isOwn) return false;
  if (action === 's3:deleteobject' && !isOwn) return false;
  return bucket.acl.some((grant) => gives(ON_BUCKET, grant, action) && names(bucket, grant, request));
}
