import type { Policy } from '../../../model/policy/policy';
import { readPolicy } from '../../../model/policy/read-policy';
import { isTermMap, Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { findStated } from '../../argument';
import { companionsOf } from '../../companions';

/** A policy of a bucket where it stands. */
export interface BucketPolicy {
  readonly fact: ResourceFact;
  /** Unknown too where AWS would refuse it. */
  readonly policy: Policy | Unknown;
}

/** The policies that are stated for a bucket; AWS keeps one. */
export interface BucketPolicies {
  readonly stated: readonly BucketPolicy[];
  readonly doubts: readonly string[];
}

const FORM = { type: 'aws_s3_bucket_policy', argument: 'bucket', of: 'aws_s3_bucket', names: ['bucket'] };
const known = new WeakMap<ResourceFact, BucketPolicy>();

/** A policy that is stated in an argument. What AWS would refuse says nothing. */
export function statedPolicy(fact: ResourceFact): BucketPolicy {
  const before = known.get(fact);
  if (before !== undefined) return before;
  const policy = readPolicy(fact.body.policy);
  const [fault] = policy instanceof Unknown ? [] : policy.faults;
  const stated = { fact, policy: fault === undefined ? policy : new Unknown(`AWS refuses it: ${fault}`) };
  known.set(fact, stated);
  return stated;
}

/** The policies of a bucket: resources of their own, else the argument inside the bucket that providers before 4.0 had. */
export function bucketPoliciesOf(universe: Universe, bucket: ResourceFact): BucketPolicies {
  const { known: apart, doubts } = companionsOf(universe, bucket, FORM);
  if (apart.length > 0) return { stated: apart.map(statedPolicy), doubts };
  const inside = findStated(bucket.body.policy);
  return {
    stated: inside === undefined || (isTermMap(inside) && Object.keys(inside).length === 0) ? [] : [statedPolicy(bucket)],
    doubts,
  };
}
