import { isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** Every database takes minor upgrades by itself: they close security holes. */
export const databaseMinorUpgrades: Rule = settingRule({
  id: 'data/database-minor-upgrades',
  summary: 'Databases take minor upgrades by themselves',
  settings: [
    {
      types: [
        'aws_db_instance',
        'aws_rds_cluster_instance',
        'aws_neptune_cluster_instance',
        'aws_elasticache_cluster',
        'aws_elasticache_replication_group',
        'aws_memorydb_cluster',
      ],
      argument: 'auto_minor_version_upgrade',
      accepts: isTrue,
      otherwise: 'true',
      fix: 'set auto_minor_version_upgrade = true, or leave it out',
    },
    {
      types: ['aws_dms_replication_instance', 'aws_mq_broker'],
      argument: 'auto_minor_version_upgrade',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set auto_minor_version_upgrade = true',
    },
    {
      types: ['aws_redshift_cluster'],
      argument: 'allow_version_upgrade',
      accepts: isTrue,
      otherwise: 'true',
      fix: 'set allow_version_upgrade = true, or leave it out',
    },
  ],
});
