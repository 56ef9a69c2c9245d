import type { Construct } from 'constructs';

import {
  AccessLogBucket,
  type AccessLogBucketProps,
  CloudFrontLogBucket,
  type CloudFrontLogBucketProps,
  CloudTrailLogBucket,
  type CloudTrailLogBucketProps,
  ConfigLogBucket,
  type ConfigLogBucketProps,
  FlowLogBucket,
  type FlowLogBucketProps,
  LoadBalancerLogBucket,
  type LoadBalancerLogBucketProps,
  type LogBucket,
  type LogBucketProps,
  ReplicaLogBucket,
  type ReplicaLogBucketProps,
  SessionLogBucket,
  type SessionLogBucketProps,
} from '../../modules/logging';
import { testStack, type Resources } from '../test-stack';
import { writtenResources } from '../storage/written-resources';

/** The archive's account is 111111111111, whose logs these are 222222222222. */
export const SHOP = '222222222222';
export const ORGANIZATION = 'o-abcde12345';
export const TRAIL = 'arn:aws:cloudtrail:eu-west-1:333333333333:trail/organisation';
export const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/0a1b';

/** Each kind's construct, with the least that it takes. */
export const KINDS = {
  CloudTrailLogBucket: (scope: Construct, props: Partial<CloudTrailLogBucketProps> = {}) =>
    new CloudTrailLogBucket(scope, 'logs', { bucketName: 'acme-logs', trailArns: [TRAIL], ...props }),
  ConfigLogBucket: (scope: Construct, props: Partial<ConfigLogBucketProps> = {}) =>
    new ConfigLogBucket(scope, 'logs', { bucketName: 'acme-logs', sourceAccountIds: [SHOP], ...props }),
  FlowLogBucket: (scope: Construct, props: Partial<FlowLogBucketProps> = {}) =>
    new FlowLogBucket(scope, 'logs', { bucketName: 'acme-logs', sourceAccountIds: [SHOP], ...props }),
  LoadBalancerLogBucket: (scope: Construct, props: Partial<LoadBalancerLogBucketProps> = {}) =>
    new LoadBalancerLogBucket(scope, 'logs', { bucketName: 'acme-logs', sourceAccountIds: [SHOP], ...props }),
  AccessLogBucket: (scope: Construct, props: Partial<AccessLogBucketProps> = {}) =>
    new AccessLogBucket(scope, 'logs', { bucketName: 'acme-logs', sourceBuckets: ['acme-pages'], ...props }),
  CloudFrontLogBucket: (scope: Construct, props: Partial<CloudFrontLogBucketProps> = {}) =>
    new CloudFrontLogBucket(scope, 'logs', { bucketName: 'acme-logs', sourceAccountIds: [SHOP], ...props }),
  CloudFrontLogBucketV1: (scope: Construct, props: Partial<CloudFrontLogBucketProps> = {}) =>
    new CloudFrontLogBucket(scope, 'logs', { bucketName: 'acme-logs', delivery: 'v1', ...props }),
  SessionLogBucket: (scope: Construct, props: Partial<SessionLogBucketProps> = {}) =>
    new SessionLogBucket(scope, 'logs', {
      bucketName: 'acme-logs',
      writers: [`arn:aws:iam::${SHOP}:role/instance`],
      ...props,
    }),
  ReplicaLogBucket: (scope: Construct, props: Partial<ReplicaLogBucketProps> = {}) =>
    new ReplicaLogBucket(scope, 'logs', {
      bucketName: 'acme-logs',
      sourceBuckets: [{ accountId: SHOP, bucketName: 'shop-requests' }],
      ...props,
    }),
} as const;

export type Kind = keyof typeof KINDS;

/** Of every kind, with props that all have. */
export function bucketOf(kind: Kind, props: Partial<LogBucketProps> = {}): LogBucket {
  return KINDS[kind](testStack('logging'), props);
}

/** The resources of a stack with a single log bucket. */
export function resourcesOf(make: (scope: Construct) => LogBucket): Resources {
  const stack = testStack('logging');
  make(stack);
  return writtenResources(stack);
}

/** The text of its bucket policy. */
export function policyOf(make: (scope: Construct) => LogBucket): string {
  return make(testStack('logging')).policy.policyInput ?? '';
}
