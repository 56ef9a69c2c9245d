import { partitionOf } from '../../core/aws/partition';
import type { KeyUse } from './key-use';
import { sourceCondition, type SourceAccountsProps } from './source-accounts';

/**
 * What delivers VPC flow logs to a bucket, and the logs of network load balancers and CloudFront (v2) alike. Of accounts
 * that are named one by one, delivery also says for which resource of CloudWatch Logs it acts.
 * @source VPC user guide, "Publish flow logs to Amazon S3", required key policy for use with SSE-KMS
 */
export function flowLogDelivery(props: SourceAccountsProps): KeyUse {
  return {
    statements: ({ region }) => {
      const StringEquals = sourceCondition('flowLogDelivery', props);
      const sources = (props.accountIds ?? []).map((id) => `arn:${partitionOf(region)}:logs:*:${id}:*`);
      return [
        {
          Sid: 'LogDelivery',
          Effect: 'Allow',
          Principal: { Service: 'delivery.logs.amazonaws.com' },
          Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
          Resource: '*',
          Condition: { StringEquals, ...(sources.length === 0 ? {} : { ArnLike: { 'aws:SourceArn': sources } }) },
        },
      ];
    },
  };
}
