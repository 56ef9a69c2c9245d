import type { KeyUse } from './key-use';
import { sourceCondition, type SourceAccountsProps } from './source-accounts';

/**
 * AWS Config's delivery channel, for recorders with the service-linked role. The channel must name the key, and the key
 * stand in the bucket's Region.
 * @source AWS Config developer guide, "Permissions for the KMS Key for the AWS Config Delivery Channel"
 */
export function config(props: SourceAccountsProps): KeyUse {
  return {
    statements: () => [
      {
        Sid: 'Config',
        Effect: 'Allow',
        Principal: { Service: 'config.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: { StringEquals: sourceCondition('config', props) },
      },
    ],
  };
}
