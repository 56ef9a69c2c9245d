import { TerraformStack, App } from 'cdktf';

import { SecureBucket, type SecureBucketProps } from '../../modules/storage';
import { testStack, type Resources } from '../test-stack';
import { writtenResources } from './written-resources';

const ARN = 'arn:aws:s3:::acme-state';
const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/0a1b';

function resourcesOf(props: Partial<SecureBucketProps> = {}): Resources {
  const stack = testStack('logging');
  new SecureBucket(stack, 'state', { bucketName: 'acme-state', ...props });
  return writtenResources(stack);
}

/** The one resource of a type. */
function bodyOf(type: string, props: Partial<SecureBucketProps> = {}): Readonly<Record<string, unknown>> {
  return resourcesOf(props)[type]?.state ?? {};
}

describe('a SecureBucket', () => {
  it('is six resources named after its id', () => {
    const addresses = Object.entries(resourcesOf()).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    );
    expect(addresses.sort()).toEqual([
      'aws_s3_bucket.state',
      'aws_s3_bucket_ownership_controls.state',
      'aws_s3_bucket_policy.state',
      'aws_s3_bucket_public_access_block.state',
      'aws_s3_bucket_server_side_encryption_configuration.state',
      'aws_s3_bucket_versioning.state',
    ]);
  });

  it('exposes its name and ARN as literals', () => {
    const { bucketName, arn } = new SecureBucket(testStack(), 'state', { bucketName: 'acme-state' });
    expect([bucketName, arn]).toEqual(['acme-state', ARN]);
  });

  it('has the ARN of its partition', () => {
    const stack = new TerraformStack(new App(), 's');
    const { arn } = new SecureBucket(stack, 'state', { bucketName: 'acme', region: 'cn-north-1', accountId: '111111111111' });
    expect(arn).toBe('arn:aws-cn:s3:::acme');
  });

  it('keeps versions, blocks public access and belongs to its account alone', () => {
    expect(bodyOf('aws_s3_bucket_versioning')).toMatchObject({ versioning_configuration: { status: 'Enabled' } });
    expect(bodyOf('aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(bodyOf('aws_s3_bucket_ownership_controls')).toMatchObject({ rule: { object_ownership: 'BucketOwnerEnforced' } });
  });

  it("is encrypted by S3's keys without keyArn", () => {
    expect(bodyOf('aws_s3_bucket_server_side_encryption_configuration').rule).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } },
    ]);
  });

  it('is encrypted by keyArn through a bucket key', () => {
    expect(bodyOf('aws_s3_bucket_server_side_encryption_configuration', { keyArn: KEY }).rule).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: KEY },
        bucket_key_enabled: true,
      },
    ]);
  });

  it('refuses everybody without TLS, and sets its policy after the public access block', () => {
    expect(bodyOf('aws_s3_bucket_policy')).toEqual({
      bucket: '${aws_s3_bucket.state.id}',
      policy:
        '{"Statement":[{"Action":"s3:*","Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny","Principal":"*","Resource":["arn:aws:s3:::acme-state","arn:aws:s3:::acme-state/*"],"Sid":"RefuseWithoutTls"}],"Version":"2012-10-17"}',
      depends_on: ['aws_s3_bucket_public_access_block.state', 'aws_s3_bucket_ownership_controls.state'],
    });
  });

  it('has one policy whatever the order of its statements', () => {
    const statements = ['b', 'a', 'c'].map((letter) => ({
      Sid: `Read${letter}`,
      Effect: 'Allow' as const,
      Principal: { AWS: `arn:aws:iam::111111111111:role/${letter}` },
      Action: 's3:GetObject',
      Resource: `${ARN}/*`,
    }));
    const policy = bodyOf('aws_s3_bucket_policy', { statements }).policy;
    expect(bodyOf('aws_s3_bucket_policy', { statements: [...statements].reverse() }).policy).toBe(policy);
    expect(policy).toContain('"Sid":"Reada"');
  });
});

describe('a SecureBucket is safe from being destroyed', () => {
  it('until it is closing', () => {
    expect(bodyOf('aws_s3_bucket')).toEqual({ bucket: 'acme-state', lifecycle: { prevent_destroy: true } });
  });

  it('and goes with its objects when it is closing', () => {
    expect(bodyOf('aws_s3_bucket', { closing: true })).toEqual({ bucket: 'acme-state', force_destroy: true });
  });
});

describe('what becomes of objects', () => {
  it('is for ever without a lifecycle', () => {
    expect(resourcesOf()).not.toHaveProperty('aws_s3_bucket_lifecycle_configuration');
  });

  it('is one rule for all of them: moved in order, expired, old versions as late as the rest, open uploads after 7 days', () => {
    const lifecycle = {
      transitions: [
        { storageClass: 'DEEP_ARCHIVE', afterDays: 180 },
        { storageClass: 'STANDARD_IA', afterDays: 30 },
      ],
      expireAfterDays: 400,
    } as const;
    expect(bodyOf('aws_s3_bucket_lifecycle_configuration', { lifecycle })).toEqual({
      bucket: '${aws_s3_bucket.state.id}',
      transition_default_minimum_object_size: 'all_storage_classes_128K',
      rule: [
        {
          id: 'everything',
          status: 'Enabled',
          filter: [{}],
          transition: [
            { storage_class: 'STANDARD_IA', days: 30 },
            { storage_class: 'DEEP_ARCHIVE', days: 180 },
          ],
          expiration: [{ days: 400 }],
          noncurrent_version_expiration: [{ noncurrent_days: 400 }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
      depends_on: ['aws_s3_bucket_versioning.state'],
    });
  });

  it('is locked after versions are kept, and the bucket itself says nothing of it so that a lock can be added later', () => {
    const resources = resourcesOf({ objectLock: { mode: 'governance', days: 30 } });
    expect(resources.aws_s3_bucket_object_lock_configuration?.state).toEqual({
      bucket: '${aws_s3_bucket.state.id}',
      rule: { default_retention: { mode: 'GOVERNANCE', days: 30 } },
      depends_on: ['aws_s3_bucket_versioning.state'],
    });
    expect(resources.aws_s3_bucket?.state).not.toHaveProperty('object_lock_enabled');
  });
});

describe('access logs', () => {
  it("go to another bucket, by day, once that one's policy stands", () => {
    const stack = testStack('logging');
    const target = new SecureBucket(stack, 'requests', { bucketName: 'acme-requests' });
    const accessLogs = { bucketName: target.bucketName, prefix: 'state/', after: target.policy };
    new SecureBucket(stack, 'state', { bucketName: 'acme-state', accessLogs });
    expect(writtenResources(stack).aws_s3_bucket_logging?.state).toEqual({
      bucket: '${aws_s3_bucket.state.id}',
      target_bucket: 'acme-requests',
      target_prefix: 'state/',
      target_object_key_format: { partitioned_prefix: { partition_date_source: 'EventTime' } },
      depends_on: ['aws_s3_bucket_policy.requests'],
    });
  });
});

describe('rights by ACL', () => {
  it("are the owner's and those of whom aclGrants names, and then alone objects may have other owners", () => {
    const canonicalUserId = 'c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0';
    const resources = resourcesOf({ aclGrants: [{ canonicalUserId, permission: 'FULL_CONTROL' }] });
    const owner = '${data.aws_canonical_user_id.state.id}';
    expect(resources.aws_s3_bucket_acl?.state).toEqual({
      bucket: '${aws_s3_bucket.state.id}',
      access_control_policy: {
        owner: { id: owner },
        grant: [
          { grantee: { type: 'CanonicalUser', id: owner }, permission: 'FULL_CONTROL' },
          { grantee: { type: 'CanonicalUser', id: canonicalUserId }, permission: 'FULL_CONTROL' },
        ],
      },
      depends_on: ['aws_s3_bucket_ownership_controls.state'],
    });
    expect(resources.aws_s3_bucket_ownership_controls?.state).toMatchObject({
      rule: { object_ownership: 'BucketOwnerPreferred' },
    });
  });
});
