import type { Mutation } from './mutation';

const BUCKET = '${aws_s3_bucket.trail-logs.id}';
const POLICY = 'aws_s3_bucket_policy.trail-logs';

/** What happens to buckets. */
export const buckets: readonly Mutation[] = [
  {
    name: 'the encryption of the trail by a key is removed',
    mutate: ({ logging }) => {
      logging.remove('aws_s3_bucket_server_side_encryption_configuration.trail-logs');
    },
    findings: ['violated storage/encryption-by-key logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'the trail is encrypted by the keys of S3',
    mutate: ({ logging }) => {
      logging.change('aws_s3_bucket_server_side_encryption_configuration.trail-logs', {
        rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }],
      });
    },
    findings: ['violated storage/encryption-by-key logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'public access to the trail is no longer blocked',
    mutate: ({ logging }) => {
      logging.remove('aws_s3_bucket_public_access_block.trail-logs');
    },
    findings: ['violated storage/block-public-access logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'the trail accepts public policies',
    mutate: ({ logging }) => {
      logging.change('aws_s3_bucket_public_access_block.trail-logs', { block_public_policy: false });
    },
    findings: ['violated storage/block-public-access logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'the policy of the trail no longer refuses plain HTTP',
    mutate: ({ logging }) => {
      logging.statement(POLICY, 'policy', 'RefuseWithoutTls', () => undefined);
    },
    findings: ['violated storage/tls-only logging:aws_s3_bucket_policy.trail-logs'],
  },
  {
    name: 'everybody may read the trail',
    mutate: ({ logging }) => {
      logging.statement(POLICY, 'policy', 'ReadersRead', (statement) => ({ ...statement, Principal: '*' }));
    },
    findings: [
      'violated storage/no-public-policy logging:aws_s3_bucket_policy.trail-logs',
      // S3 refuses a public policy where that is blocked: what it denies isn't sure then.
      'unknown access/claims denied: 222222222222 s3:DeleteObject, s3:DeleteObjectVersion on arn:aws:s3:::acme-222222222222-eu-west-1-trail/*',
    ],
  },
  {
    name: 'CloudTrail may write into the trail for anybody',
    mutate: ({ logging }) => {
      logging.statement(POLICY, 'policy', 'CloudTrailWrites111111111111', (statement) => ({
        ...statement,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }));
    },
    findings: ['violated identity/trust/pinned-source logging:aws_s3_bucket_policy.trail-logs'],
  },
  {
    name: 'the versions of the trail are suspended',
    mutate: ({ logging }) => {
      logging.change('aws_s3_bucket_versioning.trail-logs', { versioning_configuration: { status: 'Suspended' } });
    },
    findings: ['violated storage/versioning logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'requests to the trail are no longer logged',
    mutate: ({ logging }) => {
      logging.remove('aws_s3_bucket_logging.trail-logs');
    },
    findings: ['violated storage/access-logging logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'the bucket of access logs is encrypted by a key, which S3 can not use for them',
    mutate: ({ logging }) => {
      logging.change('aws_s3_bucket_server_side_encryption_configuration.access-logs', {
        rule: [
          {
            apply_server_side_encryption_by_default: {
              sse_algorithm: 'aws:kms',
              kms_master_key_id: '${aws_kms_key.log-archive.arn}',
            },
          },
        ],
      });
    },
    findings: ['violated storage/log-delivery logging:aws_s3_bucket.access-logs'],
  },
  {
    name: 'who is not of the organisation may not write into the bucket of load balancers, which are not',
    mutate: ({ logging }) => {
      logging.policy('aws_s3_bucket_policy.load-balancer-logs', 'policy', ({ Statement }) => {
        Statement.push({
          Sid: 'OursOnly',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::acme-222222222222-eu-west-1-elb/*',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        });
      });
    },
    findings: ['violated storage/log-delivery logging:aws_s3_bucket_policy.load-balancer-logs'],
  },
  {
    name: 'the trail is kept for ever',
    mutate: ({ logging }) => {
      logging.remove('aws_s3_bucket_lifecycle_configuration.trail-logs');
    },
    findings: ['violated storage/lifecycle logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'the trail can be deleted',
    mutate: ({ logging }) => {
      logging.remove('aws_s3_bucket_object_lock_configuration.trail-logs');
    },
    findings: ['violated storage/object-lock logging:aws_s3_bucket.trail-logs'],
  },
  {
    name: 'an ACL opens the trail',
    mutate: ({ logging }) => {
      logging.change('aws_s3_bucket_ownership_controls.trail-logs', { rule: { object_ownership: 'BucketOwnerPreferred' } });
      logging.add('aws_s3_bucket_acl.trail-logs', { bucket: BUCKET, acl: 'public-read' });
    },
    findings: [
      'violated storage/no-acl logging:aws_s3_bucket.trail-logs',
      'violated storage/no-public-policy logging:aws_s3_bucket_acl.trail-logs',
    ],
  },
];

/** What happens to logs. */
export const logs: readonly Mutation[] = [
  {
    name: 'flow logs are kept for a week',
    mutate: ({ dev }) => {
      dev.change('aws_cloudwatch_log_group.three-tier_flow-log_cloudwatch', { retention_in_days: 7 });
    },
    findings: ['violated logging/log-group-retention dev:aws_cloudwatch_log_group.three-tier_flow-log_cloudwatch'],
  },
  {
    name: 'the flow logs of dev are gone',
    mutate: ({ dev }) => {
      dev.remove('aws_flow_log.three-tier_flow-log_cloudwatch');
      dev.remove('aws_flow_log.three-tier_flow-log_s3');
    },
    findings: ['violated network/flow-logs dev:aws_vpc.three-tier_vpc'],
  },
  {
    name: 'a trail of one Region without a key or digests writes beside the one of the organisation',
    mutate: ({ identity }) => {
      identity.add('aws_cloudtrail.by-hand', { name: 'by-hand', s3_bucket_name: 'acme-222222222222-eu-west-1-trail' });
    },
    findings: [
      'violated logging/trail-data-events identity:aws_cloudtrail.by-hand',
      'violated logging/trail-data-events identity:aws_cloudtrail.by-hand',
      'violated logging/trail-key identity:aws_cloudtrail.by-hand',
      'violated logging/trail-log-group identity:aws_cloudtrail.by-hand',
      'violated logging/trail-multi-region identity:aws_cloudtrail.by-hand',
      'violated logging/trail-validation identity:aws_cloudtrail.by-hand',
    ],
  },
  {
    name: 'a recorder of dev leaves out global resources and is never started',
    mutate: ({ dev }) => {
      dev.add('aws_config_configuration_recorder.by-hand', {
        name: 'default',
        role_arn: 'arn:aws:iam::555555555555:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
        recording_group: { all_supported: true, include_global_resource_types: false },
      });
    },
    findings: [
      'violated logging/config-delivery dev:aws_config_configuration_recorder.by-hand',
      'violated logging/config-recorder dev:aws_config_configuration_recorder.by-hand',
      'violated logging/config-recorder dev:aws_config_configuration_recorder.by-hand',
    ],
  },
];
