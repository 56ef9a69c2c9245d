import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { publicGrantFindings } from '../granting/public-grant-findings';
import { findLiteral } from '../literal';
import { valuesAt } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'storage/no-public-policy';
const FIX = 'grant by a policy that names who may, and turn ACLs off';
const HOLDERS = ['aws_s3_bucket', 'aws_s3_bucket_policy', 'aws_s3_access_point', 'aws_s3control_access_point_policy'];
const PUBLIC_ACLS: ReadonlySet<string> = new Set(['public-read', 'public-read-write', 'authenticated-read']);
/** The groups that ACLs name for everybody, and for everybody with an account of AWS. */
const PUBLIC_GROUP = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

function aclFindings(fact: ResourceFact): readonly Finding[] {
  const acl = findLiteral(fact.body.acl);
  const grantees = [...valuesAt(fact.body, 'grant.uri'), ...valuesAt(fact.body, 'access_control_policy.grant.grantee.uri')];
  const group = grantees.map(findLiteral).find((uri) => typeof uri === 'string' && PUBLIC_GROUP.test(uri));
  if (typeof acl === 'string' && PUBLIC_ACLS.has(acl)) return [findingOn(ID, fact, `its ACL ${acl} lets everybody in`, FIX)];
  if (typeof group === 'string') {
    return [findingOn(ID, fact, `a grant of its ACL to ${group.replace(/^.*\//, '')} lets everybody in`, FIX)];
  }
  return acl instanceof Unknown ? [findingOn(ID, fact, `whom its ACL lets in isn't known: ${acl.why}`, FIX, 'unknown')] : [];
}

/** Nobody reads or writes a bucket without being somebody. */
export const noPublicPolicy: Rule = {
  id: ID,
  summary: 'No policy and no ACL of a bucket lets everybody in',
  judge: (universe) => [
    // Policies of buckets that are made elsewhere open them as well.
    ...publicGrantFindings(ID, universe, 'policy', ...HOLDERS),
    ...[...factsOf(universe, 'aws_s3_bucket', 'aws_s3_bucket_acl')].flatMap(aclFindings),
  ],
};
