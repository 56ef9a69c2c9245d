import { isTermMap, type Term, Unknown } from '../../model/term';
import { findLiteral, isTrue } from '../literal';
import { blocksOf } from '../nested';
import type { Rule } from '../rule';
import { type BucketPart, partsOf } from './bucket/bucket-parts';
import { bucketRule, missing } from './bucket/bucket-rule';

const FORM = { type: 'aws_s3_bucket_lifecycle_configuration', block: 'lifecycle_rule' };

/** The rules that a part states: those of the resource, or the block inside the bucket itself. */
function rulesOf({ fact, body }: BucketPart): readonly Term[] {
  return fact.type === 'aws_s3_bucket' ? [body] : isTermMap(body) ? blocksOf(body.rule) : [body];
}

/** Whether a rule is in force; unknown where that isn't told. */
function isEnabled(rule: Term): boolean | Unknown {
  if (!isTermMap(rule)) return new Unknown('its rules are known only after apply');
  const told: Term | undefined = rule.status ?? rule.enabled;
  const literal = findLiteral(told);
  return literal instanceof Unknown ? literal : literal !== undefined && (literal === 'Enabled' || isTrue(literal));
}

/** What a bucket keeps ends some time. */
export const lifecycle: Rule = bucketRule({
  id: 'storage/lifecycle',
  summary: 'Buckets say how long they keep their objects',
  fix: 'add aws_s3_bucket_lifecycle_configuration with an enabled rule that moves or expires objects and their old versions',
  judgeBucket: (bucket, universe) => {
    const { stated, doubts } = partsOf(universe, bucket, FORM);
    const enabled = stated.flatMap(rulesOf).map(isEnabled);
    if (enabled.includes(true)) return [];
    const open = enabled.find((told) => told instanceof Unknown);
    if (open instanceof Unknown) {
      return [{ problem: `whether a lifecycle rule is on isn't known: ${open.why}`, verdict: 'unknown' }];
    }
    return [missing(enabled.length === 0 ? 'its objects are kept for ever' : 'none of its lifecycle rules is on', doubts)];
  },
});
