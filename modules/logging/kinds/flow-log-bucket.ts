import type { Construct } from 'constructs';

import { LogBucket, type LogBucketProps } from '../log-bucket';
import { checkSources, deliver, type SourceProps } from '../sources';

/** Where flow logs of VPCs, subnets and interfaces are delivered. */
export interface FlowLogBucketProps extends LogBucketProps, SourceProps {}

/**
 * VPC flow logs, in folders with or without names (`hive_compatible_partitions`). The flow log has no role then. No
 * condition on the ACL: a bucket whose objects its owner owns gets none from this service.
 */
export class FlowLogBucket extends LogBucket {
  /** How the date is written at the end of a key's folder; with `per_hour_partition` the hour follows. */
  static readonly dates = 'yyyy/MM/dd';

  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: FlowLogBucketProps) {
    const { sourceAccountIds, sourceOrganizationId, ...bucket } = props;
    super(scope, id, { noun: 'FlowLogBucket' }, bucket, (place) => {
      checkSources(props);
      return {
        statements: deliver(place, props.bucketName, props, {
          service: 'delivery.logs.amazonaws.com',
          sid: 'FlowLogs',
          looks: ['s3:GetBucketAcl', 's3:ListBucket'],
          paths: (account) => [`AWSLogs/${account}/*`, `AWSLogs/aws-account-id=${account}/*`],
          sourceArn: (account) => `logs:*:${account}:*`,
        }),
      };
    });
  }

  /** The folder of an account's flows of a Region, in front of the date. */
  static prefixOf(accountId: string, region: string): string {
    return `AWSLogs/${accountId}/vpcflowlogs/${region}/`;
  }

  /** The same with named folders, behind which `year=`, `month=`, `day=` and perhaps `hour=` come. */
  static hivePrefixOf(accountId: string, region: string): string {
    return `AWSLogs/aws-account-id=${accountId}/aws-service=vpcflowlogs/aws-region=${region}/`;
  }
}
