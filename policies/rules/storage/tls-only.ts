import type { Policy } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import type { Rule } from '../rule';
import { bucketPoliciesOf } from './bucket/bucket-policies';
import { type BucketFault, bucketRule, missing } from './bucket/bucket-rule';
import { type Refusal, refusalOf } from './bucket/plain-http';

const covers = (refusals: readonly Refusal[], what: 'bucket' | 'objects'): boolean => refusals.some((refusal) => refusal[what]);

function faultOf(bucket: ResourceFact, policy: Policy): BucketFault | undefined {
  const refusals = policy.statements.flatMap((statement) => refusalOf(statement, bucket) ?? []);
  const sure = refusals.filter(({ doubt }) => doubt === undefined);
  if (covers(sure, 'bucket') && covers(sure, 'objects')) return undefined;
  const doubt = refusals.find((refusal) => refusal.doubt !== undefined)?.doubt;
  if (doubt !== undefined && covers(refusals, 'bucket') && covers(refusals, 'objects')) {
    return { problem: doubt, verdict: 'unknown' };
  }
  if (covers(sure, 'bucket')) return { problem: 'its policy refuses plain HTTP for the bucket, and not for its objects' };
  if (covers(sure, 'objects')) return { problem: 'its policy refuses plain HTTP for its objects, and not for the bucket' };
  const limit = refusals.find((refusal) => refusal.limit !== undefined)?.limit;
  return { problem: `its policy refuses plain HTTP to nobody${limit === undefined ? '' : `: ${limit}`}` };
}

/** What is read and written can't be overheard or changed on its way. */
export const tlsOnly: Rule = bucketRule({
  id: 'storage/tls-only',
  summary: 'Buckets refuse requests without TLS',
  fix: 'deny s3:* to "*" on the bucket and its objects where aws:SecureTransport is false',
  judgeBucket: (bucket, universe) => {
    const { stated, doubts } = bucketPoliciesOf(universe, bucket);
    if (stated.length === 0) return [missing('no policy of it refuses plain HTTP', doubts)];
    return stated.flatMap(({ fact, policy }): readonly BucketFault[] => {
      const on = fact === bucket ? {} : { on: fact };
      if (policy instanceof Unknown) {
        return [{ problem: `whether its policy refuses plain HTTP isn't known: ${policy.why}`, verdict: 'unknown', ...on }];
      }
      const fault = faultOf(bucket, policy);
      return fault === undefined ? [] : [{ ...fault, ...on }];
    });
  },
});
