/**
 * What ARNs are made of, by the type of the resource: `{partition}`, `{region}` and `{account}` of its provider, arguments
 * by their names, and after `#` what AWS makes up.
 * @source Service Authorization Reference, "Resource types defined by …"
 */
export const ARN_FORMS: Readonly<Record<string, string>> = {
  aws_backup_vault: 'arn:{partition}:backup:{region}:{account}:backup-vault:{name}',
  aws_cloudtrail: 'arn:{partition}:cloudtrail:{region}:{account}:trail/{name}',
  aws_cloudwatch_event_bus: 'arn:{partition}:events:{region}:{account}:event-bus/{name}',
  aws_cloudwatch_log_group: 'arn:{partition}:logs:{region}:{account}:log-group:{name}',
  aws_dynamodb_table: 'arn:{partition}:dynamodb:{region}:{account}:table/{name}',
  aws_ecr_repository: 'arn:{partition}:ecr:{region}:{account}:repository/{name}',
  aws_ecs_cluster: 'arn:{partition}:ecs:{region}:{account}:cluster/{name}',
  aws_efs_file_system: 'arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{#id}',
  aws_elasticsearch_domain: 'arn:{partition}:es:{region}:{account}:domain/{domain_name}',
  aws_glacier_vault: 'arn:{partition}:glacier:{region}:{account}:vaults/{name}',
  aws_iam_group: 'arn:{partition}:iam::{account}:group{path}{name}',
  aws_iam_instance_profile: 'arn:{partition}:iam::{account}:instance-profile{path}{name}',
  aws_iam_policy: 'arn:{partition}:iam::{account}:policy{path}{name}',
  aws_iam_role: 'arn:{partition}:iam::{account}:role{path}{name}',
  aws_iam_user: 'arn:{partition}:iam::{account}:user{path}{name}',
  aws_kinesis_stream: 'arn:{partition}:kinesis:{region}:{account}:stream/{name}',
  aws_kms_alias: 'arn:{partition}:kms:{region}:{account}:{name}',
  aws_kms_external_key: 'arn:{partition}:kms:{region}:{account}:key/{#key_id}',
  aws_kms_key: 'arn:{partition}:kms:{region}:{account}:key/{#key_id}',
  aws_kms_replica_external_key: 'arn:{partition}:kms:{region}:{account}:key/{#key_id}',
  aws_kms_replica_key: 'arn:{partition}:kms:{region}:{account}:key/{#key_id}',
  aws_lambda_function: 'arn:{partition}:lambda:{region}:{account}:function:{function_name}',
  aws_opensearch_domain: 'arn:{partition}:es:{region}:{account}:domain/{domain_name}',
  aws_s3_bucket: 'arn:{partition}:s3:::{bucket}',
  aws_secretsmanager_secret: 'arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-{#suffix}',
  aws_sns_topic: 'arn:{partition}:sns:{region}:{account}:{name}',
  aws_sqs_queue: 'arn:{partition}:sqs:{region}:{account}:{name}',
  aws_ssm_parameter: 'arn:{partition}:ssm:{region}:{account}:parameter/{name}',
  aws_vpc_endpoint: 'arn:{partition}:ec2:{region}:{account}:vpc-endpoint/{#id}',
};

/** Data sources that look their subject up by all that its ARN is made of. */
export const LOOKED_UP: ReadonlySet<string> = new Set([
  'aws_backup_vault',
  'aws_cloudwatch_event_bus',
  'aws_cloudwatch_log_group',
  'aws_dynamodb_table',
  'aws_lambda_function',
  'aws_s3_bucket',
  'aws_sns_topic',
  'aws_sqs_queue',
  'aws_ssm_parameter',
]);

/** What the provider takes for the id of a resource, where it is another of its attributes. */
export const ID_IS: Readonly<Record<string, string>> = {
  aws_backup_vault: 'name',
  aws_cloudwatch_event_bus: 'name',
  aws_cloudwatch_log_group: 'name',
  aws_dynamodb_table: 'name',
  aws_ecr_repository: 'name',
  aws_iam_group: 'name',
  aws_iam_instance_profile: 'name',
  aws_iam_policy: 'arn',
  aws_iam_role: 'name',
  aws_iam_user: 'name',
  aws_kinesis_stream: 'arn',
  aws_kms_external_key: 'key_id',
  aws_kms_key: 'key_id',
  aws_kms_replica_external_key: 'key_id',
  aws_kms_replica_key: 'key_id',
  aws_lambda_function: 'function_name',
  aws_opensearch_domain: 'arn',
  aws_elasticsearch_domain: 'arn',
  aws_s3_bucket: 'bucket',
  aws_secretsmanager_secret: 'arn',
  aws_sns_topic: 'arn',
  aws_sqs_queue: 'url',
  aws_ssm_parameter: 'name',
};
