import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findStated } from '../argument';
import { findLiteral, isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';
import { unlessInherited } from './origin';

/** Redis isn't encrypted unless somebody says so, Valkey is. @source ElastiCache, "At-Rest Encryption in ElastiCache" */
function cacheDefault(fact: ResourceFact): string | Unknown {
  const engine = findLiteral(fact.body.engine) ?? 'redis';
  if (engine instanceof Unknown) return engine;
  return unlessInherited(String(engine === 'valkey'))(fact);
}

/** Aurora Serverless v1 is always encrypted. @source RDS, "Encrypting Amazon Aurora resources" */
function clusterDefault(fact: ResourceFact): string | Unknown {
  const mode = findLiteral(fact.body.engine_mode) ?? 'provisioned';
  if (mode instanceof Unknown) return mode;
  return unlessInherited(String(mode === 'serverless'))(fact);
}

/** A replica is encrypted as its source is; one of another Region by the key that it names. */
function hasKeyOfReplica({ body }: ResourceFact): boolean {
  const isReplica = findStated(body.replicate_source_db) !== undefined;
  return isReplica && findStated(body.kms_key_id) !== undefined;
}

const REDSHIFT = new Unknown('version 6 of the provider encrypts by default, version 5 leaves it to AWS');

/** Every database encrypts what it stores: it can't be switched on later without making the database anew. */
export const databaseEncryption: Rule = settingRule({
  id: 'data/database-encryption',
  summary: 'Databases encrypt what they store',
  settings: [
    {
      types: ['aws_db_instance'],
      argument: 'storage_encrypted',
      accepts: isTrue,
      otherwise: unlessInherited('false'),
      spares: hasKeyOfReplica,
      fix: 'set storage_encrypted = true, and kms_key_id to a key of yours',
    },
    {
      types: ['aws_rds_cluster'],
      argument: 'storage_encrypted',
      accepts: isTrue,
      otherwise: clusterDefault,
      fix: 'set storage_encrypted = true, and kms_key_id to a key of yours',
    },
    {
      types: ['aws_rds_global_cluster', 'aws_docdb_cluster', 'aws_neptune_cluster'],
      argument: 'storage_encrypted',
      accepts: isTrue,
      otherwise: unlessInherited('false'),
      fix: 'set storage_encrypted = true',
    },
    {
      types: ['aws_redshift_cluster'],
      argument: 'encrypted',
      accepts: isTrue,
      otherwise: unlessInherited(REDSHIFT),
      fix: 'set encrypted = true',
    },
    {
      types: ['aws_elasticache_replication_group'],
      argument: 'at_rest_encryption_enabled',
      accepts: isTrue,
      otherwise: cacheDefault,
      fix: 'set at_rest_encryption_enabled = true',
    },
    {
      types: ['aws_dax_cluster'],
      argument: 'server_side_encryption.enabled',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set server_side_encryption.enabled = true',
    },
    {
      types: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
      argument: 'encrypt_at_rest.enabled',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set encrypt_at_rest.enabled = true',
    },
  ],
});
