import { isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** No database goes by a slip: whoever deletes it has to take its protection off first. */
export const databaseDeletionProtection: Rule = settingRule({
  id: 'data/database-deletion-protection',
  summary: 'Databases are protected against deletion',
  settings: [
    {
      types: ['aws_db_instance', 'aws_rds_cluster', 'aws_rds_global_cluster', 'aws_docdb_cluster', 'aws_neptune_cluster'],
      argument: 'deletion_protection',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set deletion_protection = true',
    },
    {
      types: ['aws_dynamodb_table'],
      argument: 'deletion_protection_enabled',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set deletion_protection_enabled = true',
    },
  ],
});
