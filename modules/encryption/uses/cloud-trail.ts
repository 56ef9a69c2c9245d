import { partitionOf } from '../../core/aws/partition';
import { checkNames } from './given-names';
import type { KeyUse } from './key-use';

/** Which trail a key encrypts. */
export interface CloudTrailUseProps {
  /** As text: an organisation's trail is its management account's, wherever the bucket is. */
  readonly trailArn: string;
}

const TRAIL = /^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:(\d{12}):trail\/[a-zA-Z0-9._-]{3,128}$/;
const FORM = {
  pattern: TRAIL,
  problem: "this is no trail's ARN",
  remedy: 'write it as text, like "arn:aws:cloudtrail:eu-west-1:111111111111:trail/organization": the trail comes after its key',
};

/**
 * One trail: CloudTrail encrypts for it, and nothing else. Who reads its files is a reader of the bucket.
 * @source CloudTrail user guide, "Configure AWS KMS key policies for CloudTrail": encrypt permissions, describe
 */
export function cloudTrail({ trailArn }: CloudTrailUseProps): KeyUse {
  return {
    statements: ({ region }) => {
      checkNames([trailArn], FORM);
      const account = TRAIL.exec(trailArn)?.[1] ?? '';
      const trails = `arn:${partitionOf(region)}:cloudtrail:*:${account}:trail/*`;
      const allow = { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Resource: '*' } as const;
      const source = { 'aws:SourceArn': trailArn };
      return [
        {
          Sid: 'CloudTrail',
          ...allow,
          Action: 'kms:GenerateDataKey*',
          Condition: { StringEquals: source, StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': trails } },
        },
        // The state of a key has no encryption context.
        { Sid: 'CloudTrailDescribe', ...allow, Action: 'kms:DescribeKey', Condition: { StringEquals: source } },
      ];
    },
  };
}
