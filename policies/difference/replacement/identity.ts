import type { Row } from './row';

/** Identities, keys, parameters and log groups. */
export const IDENTITY: Readonly<Record<string, Row>> = {
  aws_cloudwatch_log_group: {
    replaces: ['log_group_class', 'name'],
    updates: ['kms_key_id', 'retention_in_days', 'skip_destroy', 'tags'],
    kept: ['log_group_class', 'name'],
    defaults: { kms_key_id: '', retention_in_days: 0, skip_destroy: false },
  },
  aws_iam_group: { updates: ['name', 'path'], defaults: { path: '/' } },
  aws_iam_group_policy_attachment: { replaces: ['group', 'policy_arn'] },
  aws_iam_policy: {
    replaces: ['description', 'name', 'path'],
    updates: ['policy', 'tags'],
    kept: ['name'],
    defaults: { description: '', path: '/' },
  },
  aws_iam_role: {
    replaces: ['name', 'path'],
    updates: [
      'assume_role_policy',
      'description',
      'force_detach_policies',
      'max_session_duration',
      'permissions_boundary',
      'tags',
    ],
    kept: ['name'],
    defaults: { force_detach_policies: false, max_session_duration: 3600, path: '/' },
  },
  aws_iam_role_policy: { replaces: ['name', 'role'], updates: ['policy'], kept: ['name'] },
  aws_iam_role_policy_attachment: { replaces: ['policy_arn', 'role'] },
  aws_iam_user: {
    updates: ['force_destroy', 'name', 'path', 'permissions_boundary', 'tags'],
    defaults: { force_destroy: false, path: '/', permissions_boundary: '' },
  },
  aws_iam_user_group_membership: { replaces: ['user'], updates: ['groups'] },
  aws_kms_alias: { replaces: ['name'], updates: ['target_key_id'], kept: ['name'] },
  aws_kms_grant: {
    replaces: ['constraints', 'grantee_principal', 'key_id', 'name', 'operations', 'retire_on_delete', 'retiring_principal'],
    defaults: { retire_on_delete: false, retiring_principal: '' },
  },
  aws_kms_key: {
    replaces: ['custom_key_store_id', 'customer_master_key_spec', 'key_usage', 'multi_region'],
    updates: [
      'bypass_policy_lockout_safety_check',
      'deletion_window_in_days',
      'description',
      'enable_key_rotation',
      'is_enabled',
      'policy',
      'rotation_period_in_days',
      'tags',
    ],
    kept: ['description', 'multi_region', 'policy', 'rotation_period_in_days'],
    defaults: {
      bypass_policy_lockout_safety_check: false,
      customer_master_key_spec: 'SYMMETRIC_DEFAULT',
      description: '',
      is_enabled: true,
      key_usage: 'ENCRYPT_DECRYPT',
      policy: '',
    },
  },
  aws_kms_replica_key: {
    replaces: ['primary_key_arn'],
    updates: ['bypass_policy_lockout_safety_check', 'deletion_window_in_days', 'description', 'enabled', 'policy', 'tags'],
    kept: ['policy'],
    defaults: {
      bypass_policy_lockout_safety_check: false,
      deletion_window_in_days: 30,
      description: '',
      enabled: true,
      policy: '',
    },
  },
  aws_ssm_parameter: {
    replaces: ['data_type', 'name'],
    updates: ['allowed_pattern', 'description', 'key_id', 'overwrite', 'tags', 'tier', 'type', 'value'],
    kept: ['data_type', 'key_id', 'tier'],
    defaults: { allowed_pattern: '', description: '', key_id: '', overwrite: false },
  },
};
