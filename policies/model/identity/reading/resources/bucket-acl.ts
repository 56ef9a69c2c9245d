import { findTextKey } from '../../../arns';
import { isTermMap, type Term, Unknown } from '../../../term';
import { describeTerm } from '../../../term-text';
import type { ResourceFact } from '../../../universe';
import type { AclGrant, AclPermission } from '../../bucket-gates';
import { type Documents, findStated, itemsOf } from '../documents';

type Grants = readonly AclGrant[] | Unknown;
type Body = Readonly<Record<string, Term>>;

const PERMISSIONS: readonly string[] = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'] satisfies AclPermission[];
const GROUP = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/**
 * What canned ACLs give on a bucket to others than its owner.
 * @source S3 user guide, "Access control list (ACL) overview": Canned ACL
 */
const CANNED: Readonly<Record<string, readonly AclGrant[]>> = {
  private: [],
  'public-read': [{ grantee: 'everybody', permission: 'READ' }],
  'public-read-write': [
    { grantee: 'everybody', permission: 'READ' },
    { grantee: 'everybody', permission: 'WRITE' },
  ],
  'aws-exec-read': [{ grantee: 'other', permission: 'READ' }],
  'authenticated-read': [{ grantee: 'authenticated', permission: 'READ' }],
  'bucket-owner-read': [],
  'bucket-owner-full-control': [],
  'log-delivery-write': [
    { grantee: 'other', permission: 'WRITE' },
    { grantee: 'other', permission: 'READ_ACP' },
  ],
};

const untold = (term: Term | undefined): Unknown => new Unknown(`only apply tells it: ${describeTerm(term ?? null)}`);

function cannedGrants(term: Term): Grants {
  return (typeof term === 'string' ? CANNED[term] : undefined) ?? untold(term);
}

/** Puts grants together; where one isn't known, none is. */
function joined(all: readonly Grants[]): Grants {
  return all.find((grants) => grants instanceof Unknown) ?? all.flatMap((grants) => (grants instanceof Unknown ? [] : grants));
}

function granteeOf({ uri, type }: Body): AclGrant['grantee'] | Unknown {
  const group = findStated(uri);
  if (group === undefined) return findStated(type) === 'Group' ? untold(uri) : 'other';
  if (typeof group !== 'string') return untold(group);
  const [, name] = GROUP.exec(group) ?? [];
  return name === undefined ? 'other' : name === 'AllUsers' ? 'everybody' : 'authenticated';
}

function grantsTo(grantee: Body, permissions: readonly Term[]): Grants {
  const who = granteeOf(grantee);
  if (who instanceof Unknown) return who;
  const known = permissions.filter((permission): permission is AclPermission => PERMISSIONS.includes(permission as string));
  return known.length === permissions.length ? known.map((permission) => ({ grantee: who, permission })) : untold(permissions[0]);
}

/** Reads what ACLs of buckets give to others. */
export class BucketAcls {
  constructor(private readonly documents: Documents) {}

  /** What aws_s3_bucket_acl sets. */
  stated({ body }: ResourceFact): Grants {
    const [policy] = itemsOf(body.access_control_policy);
    if (policy === undefined) return cannedGrants(findStated(body.acl) ?? 'private');
    if (!isTermMap(policy)) return untold(policy);
    const owners = itemsOf(policy.owner).map((owner) => (isTermMap(owner) ? this.#keyOf(owner.id) : undefined));
    return joined(
      itemsOf(policy.grant).map((grant) => {
        const [grantee] = isTermMap(grant) ? itemsOf(grant.grantee) : [];
        if (!isTermMap(grant) || !isTermMap(grantee)) return untold(grant);
        const key = this.#keyOf(grantee.id);
        // What the owner has, his own policies decide.
        return key !== undefined && owners.includes(key) ? [] : grantsTo(grantee, [grant.permission ?? null]);
      }),
    );
  }

  /** What the bucket says itself; undefined where nobody set or found one. */
  findOwn(fact: ResourceFact): Grants | undefined {
    const grants = itemsOf(fact.body.grant);
    if (grants.length > 0) return this.#isDefault(fact, grants) ? undefined : joined(grants.map((grant) => this.#granted(grant)));
    const canned = findStated(fact.body.acl);
    return canned === undefined || canned === 'private' ? undefined : cannedGrants(canned);
  }

  #granted(grant: Term): Grants {
    return isTermMap(grant) ? grantsTo(grant, itemsOf(grant.permissions)) : untold(grant);
  }

  /** "When you create a bucket, Amazon S3 creates a default ACL that grants the resource owner full control." */
  #isDefault(fact: ResourceFact, [only, ...others]: readonly Term[]): boolean {
    if (others.length > 0 || !isTermMap(only) || !this.documents.isShown(fact)) return false;
    const [permission, ...more] = itemsOf(only.permissions);
    return only.type === 'CanonicalUser' && permission === 'FULL_CONTROL' && more.length === 0;
  }

  #keyOf(term: Term | undefined): string | undefined {
    const text = this.documents.findText(term);
    return text === undefined ? undefined : findTextKey(text);
  }
}
