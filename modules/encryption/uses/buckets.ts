import { bucketArn } from '../../core/aws/arn';
import { checkBucketName } from '../../core/aws/bucket-name';
import { regionalService } from '../service-names';
import { checkEach, checkSomething } from './given-names';
import type { KeyUse } from './key-use';
import { principalsStatement } from './principals';

/** Who reads and writes objects in encrypted buckets: logs, documents, the state of Terraform. */
export interface BucketsUseProps {
  /** Names of buckets in the key's Region, whatever account they are in. */
  readonly names: readonly string[];
  /** Accounts, roles, users. @default [] */
  readonly readers?: readonly string[];
  /** Accounts, roles, users. @default [] */
  readonly writers?: readonly string[];
}

/**
 * Objects of buckets, through S3 only. The encryption context is the bucket's ARN with a bucket key and the object's without
 * one: both are admitted, since a bucket may have old objects of either kind. Writers may decrypt too, or a multipart upload
 * fails when its parts are put together; what they could read is then up to s3:GetObject.
 * @source S3 user guide, "Using server-side encryption with AWS KMS keys": permissions, encryption context, bucket keys
 */
export function buckets({ names, readers = [], writers = [] }: BucketsUseProps): KeyUse {
  return {
    statements: ({ region }) => {
      checkSomething('buckets', 'bucket', names);
      checkSomething('buckets', 'readers and no writers', [...readers, ...writers]);
      checkEach(names, checkBucketName);
      const arns = names.flatMap((name) => [bucketArn(region, name), bucketArn(region, name, '*')]);
      const Condition = {
        StringEquals: { 'kms:ViaService': regionalService('s3', region) },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': arns },
      };
      const write = ['kms:Decrypt', 'kms:GenerateDataKey'];
      return [
        ...principalsStatement({ Sid: 'ReadBuckets', principals: readers, Action: ['kms:Decrypt'], Condition }, region),
        ...principalsStatement({ Sid: 'WriteBuckets', principals: writers, Action: write, Condition }, region),
      ];
    },
  };
}
