import type { PolicyKind } from '../../identity-facts';

/** A resource of its own that holds the policy of another one. */
export interface Companion {
  readonly type: string;
  /** The argument that names the resource which is guarded. */
  readonly names: string;
  /** The argument that holds the policy. */
  readonly policy: string;
}

/** A type of resource that has a policy of its own. */
export interface GuardedType {
  readonly type: string;
  /** As ARNs have it. */
  readonly service: string;
  readonly kind: Extract<PolicyKind, 'bucket' | 'key' | 'resource'>;
  /** The argument of the resource itself that may hold the policy. @default - only companions do */
  readonly own?: string;
  /** What names it beside ARN and id, which may be its name: other attributes, and forms that somebody may write by hand. */
  readonly names: readonly string[];
  /** Those that set its one policy. */
  readonly companions: readonly Companion[];
  /** Those that set another one, which holds too. */
  readonly beside: readonly Companion[];
}

type Holder = readonly [type: string, names: string, policy?: string];

function guarded(
  type: string,
  service: string,
  own: string | undefined,
  names: readonly string[],
  companions: readonly Holder[],
  kind: GuardedType['kind'] = 'resource',
  beside: readonly Holder[] = [],
): GuardedType {
  const told = ([holder, by, policy = 'policy']: Holder): Companion => ({ type: holder, names: by, policy });
  return {
    type,
    service,
    kind,
    ...(own === undefined ? {} : { own }),
    names,
    companions: companions.map(told),
    beside: beside.map(told),
  };
}

/** Every key has a policy, and one resource that sets it. */
function key(type: string): GuardedType {
  return guarded(type, 'kms', 'policy', [], [['aws_kms_key_policy', 'key_id']], 'key');
}

/** Types of resources with a policy of their own, and where it may stand. Lambda's permissions are statements: see there. */
export const GUARDED_TYPES: readonly GuardedType[] = [
  guarded('aws_s3_bucket', 's3', 'policy', [], [['aws_s3_bucket_policy', 'bucket']], 'bucket'),
  key('aws_kms_key'),
  key('aws_kms_external_key'),
  key('aws_kms_replica_key'),
  key('aws_kms_replica_external_key'),
  guarded('aws_sns_topic', 'sns', 'policy', [], [['aws_sns_topic_policy', 'arn']]),
  guarded(
    'aws_sqs_queue',
    'sqs',
    'policy',
    // Those of China have their own domain.
    ['', '.cn'].map((ending) => `https://sqs.{region}.amazonaws.com${ending}/{account}/{name}`),
    [['aws_sqs_queue_policy', 'queue_url']],
  ),
  guarded(
    'aws_secretsmanager_secret',
    'secretsmanager',
    'policy',
    // The ARN without the six letters that AWS adds.
    ['arn:{partition}:secretsmanager:{region}:{account}:secret:{name}'],
    [['aws_secretsmanager_secret_policy', 'secret_arn']],
  ),
  guarded('aws_ecr_repository', 'ecr', undefined, [], [['aws_ecr_repository_policy', 'repository']]),
  guarded('aws_lambda_function', 'lambda', undefined, [], []),
  guarded('aws_cloudwatch_event_bus', 'events', undefined, [], [['aws_cloudwatch_event_bus_policy', 'event_bus_name']]),
  guarded('aws_backup_vault', 'backup', undefined, [], [['aws_backup_vault_policy', 'backup_vault_name']]),
  guarded(
    'aws_opensearch_domain',
    'es',
    'access_policies',
    ['domain_name'],
    [['aws_opensearch_domain_policy', 'domain_name', 'access_policies']],
  ),
  guarded(
    'aws_elasticsearch_domain',
    'es',
    'access_policies',
    ['domain_name'],
    [['aws_elasticsearch_domain_policy', 'domain_name', 'access_policies']],
  ),
  guarded('aws_glacier_vault', 'glacier', 'access_policy', ['name'], [], 'resource', [['aws_glacier_vault_lock', 'vault_name']]),
  guarded('aws_efs_file_system', 'elasticfilesystem', undefined, [], [['aws_efs_file_system_policy', 'file_system_id']]),
  guarded('aws_dynamodb_table', 'dynamodb', undefined, [], [['aws_dynamodb_resource_policy', 'resource_arn']]),
  guarded('aws_kinesis_stream', 'kinesis', undefined, [], [['aws_kinesis_resource_policy', 'resource_arn']]),
  guarded('aws_codebuild_project', 'codebuild', undefined, [], [['aws_codebuild_resource_policy', 'resource_arn']]),
  guarded('aws_codebuild_report_group', 'codebuild', undefined, [], [['aws_codebuild_resource_policy', 'resource_arn']]),
  guarded('aws_msk_cluster', 'kafka', undefined, [], [['aws_msk_cluster_policy', 'cluster_arn']]),
  guarded('aws_msk_serverless_cluster', 'kafka', undefined, [], [['aws_msk_cluster_policy', 'cluster_arn']]),
];
