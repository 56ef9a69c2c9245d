import { rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Databases and file systems. */
export const data: readonly Control[] = [
  {
    id: 'rds-encryption',
    title: 'Databases are encrypted',
    ids: catalogue('2.3.1 2.3.1 2.2.1 3.2.1', 'RDS.3 RDS.27'),
    answers: rules('data/database-encryption'),
  },
  {
    id: 'rds-minor-upgrades',
    title: 'Databases take minor upgrades',
    ids: catalogue('- 2.3.2 2.2.2 3.2.2', 'RDS.13'),
    answers: rules('data/database-minor-upgrades'),
  },
  {
    id: 'rds-not-public',
    title: 'Databases are not public',
    ids: catalogue('- 2.3.3 2.2.3 3.2.3', 'RDS.2 Redshift.1'),
    answers: rules('data/database-not-public', 'exposure/database-from-internet'),
  },
  {
    id: 'rds-multi-az',
    title: 'Databases stand in several zones',
    ids: catalogue('- - 2.2.4 3.2.4', 'RDS.5 RDS.15'),
    answers: rules('data/database-multi-az'),
  },
  {
    id: 'rds-deletion-protection',
    title: 'Databases are protected from deletion',
    ids: catalogue('', 'RDS.7 RDS.8'),
    answers: rules('data/database-deletion-protection'),
  },
  {
    id: 'rds-backups',
    title: 'Databases are backed up',
    ids: catalogue('', 'RDS.11'),
    answers: rules('data/database-backups'),
  },
  {
    id: 'rds-iam-authentication',
    title: 'Databases take IAM authentication',
    ids: catalogue('', 'RDS.10 RDS.12'),
    answers: rules('data/database-iam-authentication'),
  },
  {
    id: 'efs-encryption',
    title: 'File systems are encrypted',
    ids: catalogue('- 2.4.1 2.3.1 3.3.1', 'EFS.1'),
    answers: rules('data/file-system-encryption'),
  },
  {
    id: 'dynamodb-recovery',
    title: 'Tables can be recovered',
    ids: catalogue('', 'DynamoDB.2'),
    answers: rules('data/table-recovery'),
  },
];
