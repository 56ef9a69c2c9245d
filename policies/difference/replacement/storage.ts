import type { Row } from './row';

/** Buckets. */
export const STORAGE: Readonly<Record<string, Row>> = {
  aws_s3_bucket: {
    replaces: ['bucket', 'object_lock_enabled'],
    updates: ['force_destroy', 'tags'],
    kept: ['bucket', 'object_lock_enabled'],
    defaults: { bucket: '', force_destroy: false },
  },
  aws_s3_bucket_acl: { replaces: ['bucket', 'expected_bucket_owner'], updates: ['acl'] },
  aws_s3_bucket_lifecycle_configuration: {
    replaces: ['bucket', 'expected_bucket_owner'],
    updates: [
      'rule',
      'rule.abort_incomplete_multipart_upload.days_after_initiation',
      'rule.expiration.days',
      'rule.id',
      'rule.noncurrent_version_expiration.noncurrent_days',
      'rule.status',
      'rule.transition.days',
      'rule.transition.storage_class',
      'transition_default_minimum_object_size',
    ],
    kept: ['expected_bucket_owner', 'rule.expiration.days', 'rule.transition.days'],
    defaults: { transition_default_minimum_object_size: 'all_storage_classes_128K' },
  },
  aws_s3_bucket_logging: {
    replaces: ['bucket', 'expected_bucket_owner'],
    updates: [
      'target_bucket',
      'target_object_key_format',
      'target_object_key_format.partitioned_prefix.partition_date_source',
      'target_prefix',
    ],
  },
  aws_s3_bucket_object_lock_configuration: {
    replaces: ['bucket', 'expected_bucket_owner'],
    updates: ['rule', 'rule.default_retention.days', 'rule.default_retention.mode'],
    defaults: { 'rule.default_retention.days': 0 },
  },
  aws_s3_bucket_ownership_controls: { replaces: ['bucket'], updates: ['rule.object_ownership'] },
  aws_s3_bucket_policy: { replaces: ['bucket'], updates: ['policy'] },
  aws_s3_bucket_public_access_block: {
    replaces: ['bucket'],
    updates: ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'],
    defaults: { block_public_acls: false, block_public_policy: false, ignore_public_acls: false, restrict_public_buckets: false },
  },
  aws_s3_bucket_replication_configuration: {
    replaces: ['bucket'],
    updates: [
      'role',
      'rule.delete_marker_replication.status',
      'rule.destination.account',
      'rule.destination.bucket',
      'rule.destination.encryption_configuration.replica_kms_key_id',
      'rule.destination.storage_class',
      'rule.filter.prefix',
      'rule.id',
      'rule.priority',
      'rule.source_selection_criteria.sse_kms_encrypted_objects.status',
      'rule.status',
    ],
    kept: ['rule.id'],
    defaults: { 'rule.filter.prefix': '', 'rule.id': '', 'rule.priority': 0 },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    replaces: ['bucket', 'expected_bucket_owner'],
    updates: [
      'rule.apply_server_side_encryption_by_default.kms_master_key_id',
      'rule.apply_server_side_encryption_by_default.sse_algorithm',
      'rule.bucket_key_enabled',
    ],
    defaults: { 'rule.apply_server_side_encryption_by_default.kms_master_key_id': '', 'rule.bucket_key_enabled': false },
  },
  aws_s3_bucket_versioning: { replaces: ['bucket', 'expected_bucket_owner'], updates: ['versioning_configuration.status'] },
};
