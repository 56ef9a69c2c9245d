import type { Term } from '../../model/term';
import type { Finding, Rule, Verdict } from '../rule';
import { type Change, changesOf, findFormer, findingOnChange, told } from './change/change';
import { lessened, lossFindings } from './change/comparison';

const ID = 'plan/stateful';

/** What holds data that nothing else holds. Keys have a rule of their own. */
export const STATEFUL_TYPES: readonly string[] = [
  'aws_acmpca_certificate_authority',
  'aws_backup_vault',
  'aws_cloudhsm_v2_cluster',
  'aws_cloudwatch_log_group',
  'aws_codecommit_repository',
  'aws_cognito_user_pool',
  'aws_db_cluster_snapshot',
  'aws_db_instance',
  'aws_db_snapshot',
  'aws_directory_service_directory',
  'aws_docdb_cluster',
  'aws_docdbelastic_cluster',
  'aws_dsql_cluster',
  'aws_dynamodb_global_table',
  'aws_dynamodb_table',
  'aws_ebs_snapshot',
  'aws_ebs_volume',
  'aws_ecr_repository',
  'aws_efs_file_system',
  'aws_elasticache_cluster',
  'aws_elasticache_replication_group',
  'aws_elasticsearch_domain',
  'aws_fsx_lustre_file_system',
  'aws_fsx_ontap_file_system',
  'aws_fsx_ontap_volume',
  'aws_fsx_openzfs_file_system',
  'aws_fsx_openzfs_volume',
  'aws_fsx_windows_file_system',
  'aws_glacier_vault',
  'aws_keyspaces_table',
  'aws_kinesis_stream',
  'aws_lightsail_database',
  'aws_memorydb_cluster',
  'aws_mq_broker',
  'aws_msk_cluster',
  'aws_neptune_cluster',
  'aws_opensearch_domain',
  'aws_qldb_ledger',
  'aws_rds_cluster',
  'aws_rds_global_cluster',
  'aws_redshift_cluster',
  'aws_redshiftserverless_namespace',
  'aws_s3_bucket',
  'aws_s3_directory_bucket',
  'aws_s3tables_table',
  'aws_s3tables_table_bucket',
  'aws_secretsmanager_secret',
  'aws_sqs_queue',
  'aws_timestreamwrite_database',
  'aws_timestreamwrite_table',
];

/** How long something is kept, and the number that stands for ever. */
interface Retention {
  readonly argument: string;
  /** @default - no number does */
  readonly forever?: number;
}

const BACKUPS: Retention = { argument: 'backup_retention_period' };

/** Arguments by which what is older is deleted. */
export const RETENTIONS: Readonly<Record<string, Retention>> = {
  aws_cloudwatch_log_group: { argument: 'retention_in_days', forever: 0 },
  aws_db_instance: BACKUPS,
  aws_docdb_cluster: BACKUPS,
  aws_neptune_cluster: BACKUPS,
  aws_rds_cluster: BACKUPS,
  aws_redshift_cluster: { argument: 'automated_snapshot_retention_period' },
};

/** What is left out is 0. */
function daysOf(term: Term | undefined): number {
  return typeof term === 'number' ? term : 0;
}

function shortened(change: Change, { argument, forever }: Retention): Verdict | undefined {
  const lengthOf = (term: Term | undefined): number => (daysOf(term) === forever ? Number.POSITIVE_INFINITY : daysOf(term));
  // What was kept no day can't be kept for less.
  return lengthOf(findFormer(change)?.[argument]) > 0 ? lessened(lengthOf, change, argument) : undefined;
}

function retentionFindings(change: Change): readonly Finding[] {
  const retention = RETENTIONS[change.planned.type];
  const verdict = retention === undefined ? undefined : shortened(change, retention);
  if (retention === undefined || verdict === undefined) return [];
  const { argument } = retention;
  const [was, will] = [findFormer(change)?.[argument], change.will(argument)].map((days) => String(daysOf(days)));
  const numbers = verdict === 'violated' ? ` from ${was ?? ''} to ${will ?? ''}` : '';
  const problem = told(verdict, `${argument} is shortened${numbers}, and what is older is deleted`);
  return [findingOnChange(ID, change, problem, `leave ${argument} as it is`, verdict)];
}

/** No plan takes away what somebody keeps. */
export const stateful: Rule = {
  id: ID,
  summary: 'No plan destroys or replaces what holds data, or keeps it for a shorter time',
  judge: (universe) => [
    ...lossFindings(
      ID,
      changesOf(universe, STATEFUL_TYPES),
      'what it holds is lost',
      'keep it: a moved block where it has another address, another change where one argument forces the replacement',
    ),
    ...changesOf(universe, Object.keys(RETENTIONS)).flatMap(retentionFindings),
  ],
};
