import type { Rule } from '../rule';
import { blockPublicAccess } from '../storage/block-public-access';
import { noPublicPolicy } from '../storage/no-public-policy';
import { bucketPoliciesOf } from '../storage/bucket/bucket-policies';
import { ofTrailBuckets } from './trail/trail-buckets';

/** Who reads a trail knows where to look for weak spots. */
export const trailBucketPrivate: Rule = ofTrailBuckets({
  id: 'logging/trail-bucket-private',
  summary: 'The bucket of a trail is closed to the public',
  judges: [blockPublicAccess, noPublicPolicy],
  places: (bucket, universe) => [bucket, ...bucketPoliciesOf(universe, bucket).stated.map(({ fact }) => fact)],
});
