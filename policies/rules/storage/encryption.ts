import { isTermMap, type Term } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findStated } from '../argument';
import { findLiteral, isTrue } from '../literal';
import { blocksOf } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'storage/encryption';
/** @source S3 API reference, "ServerSideEncryptionByDefault" */
const ALGORITHMS: ReadonlySet<string> = new Set(['AES256', 'aws:kms', 'aws:kms:dsse']);

/** What S3 refuses of a rule; undefined where it takes it, or where only apply tells. */
function refusalOf(rule: Readonly<Record<string, Term>>): string | undefined {
  const [stated] = blocksOf(rule.apply_server_side_encryption_by_default).filter(isTermMap);
  const algorithm = findLiteral(stated?.sse_algorithm);
  if (typeof algorithm !== 'string') return undefined;
  const bucketKey = findLiteral(rule.bucket_key_enabled);
  if (!ALGORITHMS.has(algorithm)) return `sse_algorithm ${JSON.stringify(algorithm)} is none of S3's`;
  if (algorithm === 'AES256' && findStated(stated?.kms_master_key_id) !== undefined) {
    return 'a key is named, and sse_algorithm AES256 takes none';
  }
  return algorithm === 'aws:kms:dsse' && typeof bucketKey === 'string' && isTrue(bucketKey)
    ? 'bucket_key_enabled is true, and sse_algorithm aws:kms:dsse has no bucket keys'
    : undefined;
}

function findingsOf(fact: ResourceFact, rules: Term | undefined): readonly Finding[] {
  return blocksOf(rules).flatMap((rule) => {
    const refusal = isTermMap(rule) ? refusalOf(rule) : undefined;
    const fix = 'set sse_algorithm = "aws:kms" with a kms_master_key_id, or "AES256" without';
    return refusal === undefined ? [] : [findingOn(ID, fact, refusal, fix)];
  });
}

/** S3 encrypts every object since January 2023, whatever is said; what is said has to be what S3 can do. */
export const encryption: Rule = {
  id: ID,
  summary: 'Buckets are encrypted in a way that S3 has',
  judge: (universe) => [
    ...[...factsOf(universe, 'aws_s3_bucket_server_side_encryption_configuration')].flatMap((fact) =>
      findingsOf(fact, fact.body.rule),
    ),
    ...[...factsOf(universe, 'aws_s3_bucket')].flatMap((fact) =>
      blocksOf(fact.body.server_side_encryption_configuration).flatMap((block) =>
        isTermMap(block) ? findingsOf(fact, block.rule) : [],
      ),
    ),
  ],
};
