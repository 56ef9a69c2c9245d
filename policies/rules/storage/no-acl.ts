import { type Term, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findLiteral } from '../literal';
import type { Rule } from '../rule';
import { literalsAt, partsOf } from './bucket/bucket-parts';
import { type BucketFault, bucketRule, missing } from './bucket/bucket-rule';
import { logWritersOf } from './bucket/log-writers';

const OWNERSHIP = { type: 'aws_s3_bucket_ownership_controls' };

function ownershipFault(ownership: string | Unknown | undefined): readonly BucketFault[] {
  if (ownership instanceof Unknown) {
    return [{ problem: `whether its ACLs are off isn't known: ${ownership.why}`, verdict: 'unknown' }];
  }
  return ownership === 'BucketOwnerEnforced'
    ? []
    : [{ problem: `its ACLs count: object_ownership is ${ownership ?? 'left out'}` }];
}

/** An ACL that is stated somewhere; undefined for the one that every bucket has. */
function findAcl(
  universe: Universe,
  bucket: ResourceFact,
): { readonly on: ResourceFact; readonly acl: Term | undefined } | undefined {
  const { stated } = partsOf(universe, bucket, { type: 'aws_s3_bucket_acl' });
  const [part] = stated;
  if (part !== undefined) return { on: part.fact, acl: part.fact.body.acl };
  const acl = findLiteral(bucket.body.acl);
  return acl === undefined || acl === 'private' ? undefined : { on: bucket, acl: bucket.body.acl };
}

/** Only policies say who may do what: whoever writes an object gives nobody a right to it. */
export const noAcl: Rule = bucketRule({
  id: 'storage/no-acl',
  summary: 'Buckets have no ACLs, but for the logs of CloudFront that need them',
  fix: 'add aws_s3_bucket_ownership_controls with object_ownership = "BucketOwnerEnforced", and grant by policies',
  judgeBucket: (bucket, universe) => {
    if (logWritersOf(universe, bucket).some(({ kind }) => kind === 'cloudfront')) return [];
    const { stated, doubts } = partsOf(universe, bucket, OWNERSHIP);
    const ownership = stated.flatMap((part) => literalsAt(part, 'rule.object_ownership').flatMap(ownershipFault));
    if (stated.length > 0) return ownership;
    const acl = findAcl(universe, bucket);
    if (acl === undefined) return [missing('nothing turns its ACLs off', doubts)];
    const canned = findLiteral(acl.acl);
    const problem = typeof canned === 'string' ? `its ACL is ${canned}` : 'its ACL is of grants';
    return [{ ...missing(`${problem}, and nothing turns ACLs off`, doubts), ...(acl.on === bucket ? {} : { on: acl.on }) }];
  },
});
