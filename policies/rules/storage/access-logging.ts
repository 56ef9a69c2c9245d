import { isTermMap } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import { findStated } from '../argument';
import type { Rule } from '../rule';
import { partsOf } from './bucket/bucket-parts';
import { type BucketFault, bucketRule, missing } from './bucket/bucket-rule';
import { logWritersOf } from './bucket/log-writers';

/** It is told who read or wrote the objects of a bucket. */
export const accessLogging: Rule = bucketRule({
  id: 'storage/access-logging',
  summary: 'Access to buckets is logged',
  fix: 'add aws_s3_bucket_logging with a target_bucket of the same account and Region',
  judgeBucket: (bucket, universe): readonly BucketFault[] => {
    // A bucket that takes the logs of others must not log to itself, and logs of logs have no end.
    if (logWritersOf(universe, bucket).some(({ kind }) => kind === 's3-access')) return [];
    const { stated, doubts } = partsOf(universe, bucket, { type: 'aws_s3_bucket_logging', block: 'logging' });
    if (stated.some(({ body }) => isTermMap(body) && findStated(body.target_bucket) !== undefined)) return [];
    const [open] = stated.flatMap(({ body }) => (isTermMap(body) ? [] : [body]));
    if (open === undefined) return [missing('access to it is not logged', doubts)];
    return [{ problem: `whether access to it is logged isn't known: ${describeTerm(open)}`, verdict: 'unknown' }];
  },
});
