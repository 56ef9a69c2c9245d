import type { Construct } from 'constructs';

import { LogBucket, type LogBucketProps, type LogKind } from '../log-bucket';
import { checkSources, deliver, type SourceProps } from '../sources';

/** Where recorders of AWS Config write. */
export interface ConfigLogBucketProps extends LogBucketProps, SourceProps {}

const KIND: LogKind = {
  noun: 'ConfigLogBucket',
  refusesLock: {
    why: 'AWS Config delivers into no bucket with a default retention',
    instead: 'replicate it into a ReplicaLogBucket that has one',
  },
};

/**
 * Configuration history and snapshots. Each delivery channel names the key too (`s3_kms_key_arn`), where there is one: the
 * key of this bucket's Region.
 */
export class ConfigLogBucket extends LogBucket {
  /** How the date is written at the end of a key's folder: without zeros in front. */
  static readonly dates = 'yyyy/M/d';

  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: ConfigLogBucketProps) {
    const { sourceAccountIds, sourceOrganizationId, ...bucket } = props;
    super(scope, id, KIND, bucket, (place) => {
      checkSources(props);
      return {
        statements: deliver(place, props.bucketName, props, {
          service: 'config.amazonaws.com',
          sid: 'Config',
          looks: ['s3:GetBucketAcl', 's3:ListBucket'],
          paths: (account) => [`AWSLogs/${account}/Config/*`],
          sourceArn: (account) => `config:*:${account}:*`,
          sendsAcl: true,
        }),
      };
    });
  }

  /** The folder of an account's items of a Region, in front of the date; behind it come `ConfigHistory`, `ConfigSnapshot`. */
  static prefixOf(accountId: string, region: string): string {
    return `AWSLogs/${accountId}/Config/${region}/`;
  }
}
