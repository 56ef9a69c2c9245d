import type { Rule } from '../rule';
import { accessLogging } from '../storage/access-logging';
import { ofTrailBuckets } from './trail/trail-buckets';

/** It is told who read or removed what a trail wrote. */
export const trailBucketLogging: Rule = ofTrailBuckets({
  id: 'logging/trail-bucket-logging',
  summary: 'Access to the bucket of a trail is logged',
  judges: [accessLogging],
  places: (bucket) => [bucket],
});
