/**
 * Arguments that take a password, token or secret and keep it in the state, by type: what has a better way.
 * Fix: what to use instead.
 */
export const PASSWORD_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_cognito_identity_provider: { 'provider_details.client_secret': 'read it from Secrets Manager at apply' },
  aws_db_instance: { password: 'set manage_master_user_password = true, or password_wo' },
  aws_directory_service_directory: { password: 'read it from Secrets Manager at apply' },
  aws_dms_endpoint: { password: 'set secrets_manager_arn' },
  aws_docdb_cluster: { master_password: 'set manage_master_user_password = true, or master_password_wo' },
  aws_elasticache_replication_group: { auth_token: 'use user_group_ids with users that authenticate by IAM' },
  aws_elasticache_user: { passwords: 'set authentication_mode of type iam' },
  aws_fsx_windows_file_system: { 'self_managed_active_directory.password': 'set domain_join_service_account_secret' },
  aws_lightsail_database: { master_password: 'read it from Secrets Manager at apply' },
  aws_memorydb_user: { 'authentication_mode.passwords': 'set authentication_mode of type iam' },
  aws_mq_broker: { 'user.password': 'read it from Secrets Manager at apply' },
  aws_opensearch_domain: {
    'advanced_security_options.master_user_options.master_user_password': 'set master_user_arn',
  },
  aws_rds_cluster: { master_password: 'set manage_master_user_password = true, or master_password_wo' },
  aws_redshift_cluster: { master_password: 'set manage_master_password = true, or master_password_wo' },
  aws_redshiftserverless_namespace: { admin_user_password: 'set manage_admin_password = true, or admin_user_password_wo' },
  aws_secretsmanager_secret_version: {
    secret_string: 'set secret_string_wo, or put the value there by other means',
    secret_binary: 'put the value there by other means',
  },
  aws_vpn_connection: {
    tunnel1_preshared_key: 'set preshared_key_storage = "SecretsManager"',
    tunnel2_preshared_key: 'set preshared_key_storage = "SecretsManager"',
  },
};

/** Whether an argument is one that secrets/no-literal-password or secrets/secret-parameter-in-state asks for. */
export function isPasswordArgument(type: string, path: string): boolean {
  const paths = Object.hasOwn(PASSWORD_ARGUMENTS, type) ? PASSWORD_ARGUMENTS[type] : undefined;
  return (paths !== undefined && Object.hasOwn(paths, path)) || (type === 'aws_ssm_parameter' && path === 'value');
}
