import { bucketArn, iamArn } from '../../core/aws/arn';
import { partitionOf } from '../../core/aws/partition';
import type { Statement } from '../../core/policy/statement';
import { DELIVERY_PATH } from '../../delivery';
import type { S3State } from '../../terraform';

/**
 * What the bucket of states lets the roles of delivery do, whatever account they are in; which state is whose stands in the
 * roles' own policies. Locks alone may be deleted.
 */
export function deliveryStatements(
  { bucket, region }: Pick<S3State, 'bucket' | 'region'>,
  accountIds: readonly string[],
): readonly Statement[] {
  if (accountIds.length === 0) return [];
  const common = {
    Effect: 'Allow',
    Principal: { AWS: accountIds.map((accountId) => iamArn({ accountId, region }, 'root')) },
    Condition: { ArnLike: { 'aws:PrincipalArn': `arn:${partitionOf(region)}:iam::*:role${DELIVERY_PATH}*` } },
  } as const;
  return [
    { Sid: 'DeliveryList', ...common, Action: 's3:ListBucket', Resource: bucketArn(region, bucket) },
    { Sid: 'DeliveryLocks', ...common, Action: 's3:DeleteObject', Resource: bucketArn(region, bucket, '*.tflock') },
    { Sid: 'DeliveryStates', ...common, Action: ['s3:GetObject', 's3:PutObject'], Resource: bucketArn(region, bucket, '*') },
  ];
}
