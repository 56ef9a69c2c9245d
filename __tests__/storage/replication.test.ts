import { type Replication, SecureBucket, type SecureBucketProps } from '../../modules/storage';
import { evaluate, service } from '../iam';
import type { PolicyJson } from '../iam/policy-json';
import { testStack, type Body } from '../test-stack';
import { writtenResources } from './written-resources';

const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/0a1b';
const COPY: Replication = { bucketArn: 'arn:aws:s3:::acme-copy', accountId: '222222222222' };
const COPY_KEY = 'arn:aws:kms:eu-central-1:222222222222:key/2c3d';

/** The one resource of a type. */
function bodyOf(type: string, replication: Replication, props: Partial<SecureBucketProps> = {}): Body {
  const stack = testStack('logging');
  new SecureBucket(stack, 'state', { bucketName: 'acme-state', replication, ...props });
  return writtenResources(stack)[type]?.state ?? {};
}

const rightsOf = (replication: Replication, props: Partial<SecureBucketProps> = {}): PolicyJson =>
  JSON.parse(String(bodyOf('aws_iam_role_policy', replication, props).policy)) as PolicyJson;

/** The rule as it is written. */
const ruleOf = (replication: Replication, props: Partial<SecureBucketProps> = {}): unknown =>
  bodyOf('aws_s3_bucket_replication_configuration', replication, props).rule;

const BASE = {
  id: 'everything',
  priority: 1,
  status: 'Enabled',
  filter: {},
  delete_marker_replication: { status: 'Disabled' },
};

describe('a bucket is copied', () => {
  it('to another account, which owns the copies; what is deleted stays there', () => {
    expect(ruleOf(COPY)).toEqual([
      {
        ...BASE,
        destination: {
          bucket: 'arn:aws:s3:::acme-copy',
          account: '222222222222',
          access_control_translation: { owner: 'Destination' },
        },
      },
    ]);
  });

  it('to its own account, where S3 takes no owner', () => {
    expect(ruleOf({ ...COPY, accountId: '111111111111' })).toEqual([
      { ...BASE, destination: { bucket: 'arn:aws:s3:::acme-copy' } },
    ]);
  });

  it("under the destination's key, objects under KMS keys included", () => {
    expect(ruleOf({ ...COPY, accountId: '111111111111', keyArn: COPY_KEY })).toEqual([
      {
        ...BASE,
        source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
        destination: { bucket: 'arn:aws:s3:::acme-copy', encryption_configuration: { replica_kms_key_id: COPY_KEY } },
      },
    ]);
  });

  it('once versions are kept and the role has its rights, and the destination stands', () => {
    const stack = testStack('logging');
    const copy = new SecureBucket(stack, 'copy', { bucketName: 'acme-copy' });
    const replication = { bucketArn: copy.arn, accountId: '111111111111', after: copy.versioning };
    new SecureBucket(stack, 'state', { bucketName: 'acme-state', replication });
    const { aws_s3_bucket_replication_configuration: configurations } = writtenResources(stack);
    expect(configurations?.state).toMatchObject({
      role: '${aws_iam_role.state.arn}',
      depends_on: ['aws_s3_bucket_versioning.state', 'aws_iam_role_policy.state', 'aws_s3_bucket_versioning.copy'],
    });
  });
});

describe('the role that copies', () => {
  it('is named after the bucket, below a path of its own, and S3 alone takes it', () => {
    const role = bodyOf('aws_iam_role', COPY);
    expect(role).toMatchObject({ name: 'acme-state', path: '/s3-replication/' });
    const trust = JSON.parse(String(role.assume_role_policy)) as PolicyJson;
    const take = (by: string): string =>
      evaluate(
        { resource: [trust], resourceKind: 'trust' },
        { principal: service(by), action: 'sts:AssumeRole', resource: '*', resourceAccountId: '111111111111' },
      ).decision;
    expect([take('s3.amazonaws.com'), take('lambda.amazonaws.com')]).toEqual(['allowed', 'denied']);
  });

  it('reads its bucket, writes into the destination, uses both keys for just that, and deletes nothing', () => {
    expect(rightsOf({ ...COPY, keyArn: COPY_KEY }, { keyArn: KEY }).Statement).toEqual([
      {
        Sid: 'Decrypt',
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: KEY,
        Condition: {
          StringLike: {
            'kms:ViaService': 's3.eu-west-1.amazonaws.com',
            'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::acme-state', 'arn:aws:s3:::acme-state/*'],
          },
        },
      },
      {
        Sid: 'Encrypt',
        Effect: 'Allow',
        Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
        Resource: COPY_KEY,
        Condition: {
          StringLike: {
            'kms:ViaService': 's3.*.amazonaws.com',
            'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::acme-copy', 'arn:aws:s3:::acme-copy/*'],
          },
        },
      },
      {
        Sid: 'FindWhatIsNew',
        Effect: 'Allow',
        Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
        Resource: 'arn:aws:s3:::acme-state',
      },
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: [
          's3:GetObjectLegalHold',
          's3:GetObjectRetention',
          's3:GetObjectVersionAcl',
          's3:GetObjectVersionForReplication',
          's3:GetObjectVersionTagging',
        ],
        Resource: 'arn:aws:s3:::acme-state/*',
      },
      {
        Sid: 'Write',
        Effect: 'Allow',
        Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
        Resource: 'arn:aws:s3:::acme-copy/*',
      },
    ]);
  });
});
