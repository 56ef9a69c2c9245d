import type { Policy } from '../../../model/policy/policy';
import type { Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { companionsOf } from '../../companions';
import { findStatedPolicy } from '../../granting/stated-policy';

/** A policy of a bucket where it stands. */
export interface BucketPolicy {
  readonly fact: ResourceFact;
  readonly policy: Policy | Unknown;
}

/** The policies that are stated for a bucket; AWS keeps one. */
export interface BucketPolicies {
  readonly stated: readonly BucketPolicy[];
  readonly doubts: readonly string[];
}

const FORM = { type: 'aws_s3_bucket_policy', argument: 'bucket', of: 'aws_s3_bucket', names: ['bucket'] };

/** The policies of a bucket: resources of their own, else the argument inside the bucket that providers before 4.0 had. */
export function bucketPoliciesOf(universe: Universe, bucket: ResourceFact): BucketPolicies {
  const { known, doubts } = companionsOf(universe, bucket, FORM);
  const holders = known.length > 0 ? known : [bucket];
  const stated = holders.flatMap((fact) => {
    const policy = findStatedPolicy(universe, fact, 'policy');
    return policy === undefined ? [] : [{ fact, policy }];
  });
  return { stated, doubts };
}
