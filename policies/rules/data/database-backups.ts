import type { Rule } from '../rule';
import { settingRule } from '../setting';
import { isReplica, unlessInherited } from './origin';

/** @unit days @source FSBP RDS.11, DocumentDB.2, Neptune.5, Redshift.3 */
const LEAST = 7;

const isLongEnough = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= LEAST;

/** Every database can be set back: its backups reach a week back. */
export const databaseBackups: Rule = settingRule({
  id: 'data/database-backups',
  summary: 'Databases keep backups for at least 7 days',
  settings: [
    {
      types: ['aws_db_instance'],
      argument: 'backup_retention_period',
      accepts: isLongEnough,
      otherwise: unlessInherited('0'),
      spares: isReplica,
      fix: 'set backup_retention_period to 7 or more',
    },
    {
      types: ['aws_rds_cluster', 'aws_docdb_cluster', 'aws_neptune_cluster'],
      argument: 'backup_retention_period',
      accepts: isLongEnough,
      otherwise: '1',
      fix: 'set backup_retention_period to 7 or more',
    },
    {
      types: ['aws_redshift_cluster'],
      argument: 'automated_snapshot_retention_period',
      accepts: isLongEnough,
      otherwise: '1',
      fix: 'set automated_snapshot_retention_period to 7 or more',
    },
  ],
});
