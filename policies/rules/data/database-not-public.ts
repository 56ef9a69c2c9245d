import { Unknown } from '../../model/term';
import { isFalse } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

const REDSHIFT = new Unknown('version 5 of the provider makes it public, version 6 does not');

/** No database asks for a public address. Whether anybody could reach it there is for the proofs of reachability. */
export const databaseNotPublic: Rule = settingRule({
  id: 'data/database-not-public',
  summary: 'Databases have no public address',
  settings: [
    {
      types: [
        'aws_db_instance',
        'aws_rds_cluster_instance',
        'aws_neptune_cluster_instance',
        'aws_dms_replication_instance',
        'aws_mq_broker',
        'aws_redshiftserverless_workgroup',
      ],
      argument: 'publicly_accessible',
      accepts: isFalse,
      otherwise: 'false',
      fix: 'set publicly_accessible = false',
    },
    {
      types: ['aws_redshift_cluster'],
      argument: 'publicly_accessible',
      accepts: isFalse,
      otherwise: REDSHIFT,
      fix: 'set publicly_accessible = false',
    },
  ],
});
