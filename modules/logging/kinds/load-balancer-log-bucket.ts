import type { Construct } from 'constructs';

import { LogBucket, type LogBucketProps, type LogKind } from '../log-bucket';
import { checkSources, deliver, type SourceProps } from '../sources';

/** Where load balancers of the bucket's Region write. */
export interface LoadBalancerLogBucketProps extends LogBucketProps, SourceProps {}

const KIND: LogKind = {
  noun: 'LoadBalancerLogBucket',
  refusesKey: {
    why: "load balancers write only into buckets under S3's own keys (SSE-S3)",
    instead: 'leave keyArn out, or replicate it into a ReplicaLogBucket that has a key',
  },
  refusesLock: {
    why: 'AWS documents no delivery of load balancers into a bucket with a default retention',
    instead: 'replicate it into a ReplicaLogBucket that has one',
  },
};

/** The `bucket_prefix` that each kind of log is given, since their keys don't tell them apart. */
export const LOAD_BALANCER_PREFIXES = {
  application: 'alb',
  applicationConnections: 'alb-connections',
  classic: 'clb',
  network: 'nlb',
} as const;

/** A kind of log that a load balancer writes. */
export type LoadBalancerLog = keyof typeof LOAD_BALANCER_PREFIXES;

const { application, applicationConnections, classic, network } = LOAD_BALANCER_PREFIXES;

/** Requests to and connections with load balancers, each kind under its own prefix. */
export class LoadBalancerLogBucket extends LogBucket {
  /** How the date is written at the end of a key's folder. */
  static readonly dates = 'yyyy/MM/dd';

  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: LoadBalancerLogBucketProps) {
    const { sourceAccountIds, sourceOrganizationId, ...bucket } = props;
    super(scope, id, KIND, bucket, (place) => {
      checkSources(props);
      const below = (prefix: string, account: string): string => `${prefix}/AWSLogs/${account}/*`;
      return {
        statements: [
          ...deliver(place, props.bucketName, props, {
            service: 'logdelivery.elasticloadbalancing.amazonaws.com',
            sid: 'LoadBalancers',
            paths: (account) => [application, applicationConnections, classic].map((prefix) => below(prefix, account)),
            // They write only into buckets of their own Region.
            sourceArn: (account) => `elasticloadbalancing:${place.region}:${account}:loadbalancer/*`,
          }),
          ...deliver(place, props.bucketName, props, {
            service: 'delivery.logs.amazonaws.com',
            sid: 'NetworkLoadBalancers',
            looks: ['s3:GetBucketAcl'],
            paths: (account) => [below(network, account)],
            sourceArn: (account) => `logs:${place.region}:${account}:*`,
          }),
        ],
      };
    });
  }

  /** The folder of an account's logs of a kind and Region, in front of the date. */
  static prefixOf(log: LoadBalancerLog, accountId: string, region: string): string {
    return `${LOAD_BALANCER_PREFIXES[log]}/AWSLogs/${accountId}/elasticloadbalancing/${region}/`;
  }
}
