import type { Json } from '../../../../policies/model/universe';
import { databaseBackups } from '../../../../policies/rules/data/database-backups';
import { databaseEncryption } from '../../../../policies/rules/data/database-encryption';
import { databaseIamAuthentication } from '../../../../policies/rules/data/database-iam-authentication';
import { databaseNotPublic } from '../../../../policies/rules/data/database-not-public';
import type { Rule } from '../../../../policies/rules/rule';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';

const lines = (rule: Rule, type: string, body: Readonly<Record<string, Json>>): readonly string[] =>
  linesOf(rule, universeOf({ [`${type}.x`]: body }));

describe('storage that nobody says is encrypted', () => {
  it.each<[string, string, Readonly<Record<string, Json>>]>([
    ['of Aurora Serverless v1', 'aws_rds_cluster', { engine_mode: 'serverless' }],
    ['of Valkey', 'aws_elasticache_replication_group', { engine: 'valkey' }],
    [
      'of a replica with a key',
      'aws_db_instance',
      { replicate_source_db: 'orders', kms_key_id: 'arn:aws:kms:eu-west-1:111111111111:key/1' },
    ],
  ])('is encrypted all the same: %s', (_, type, body) => {
    expect(lines(databaseEncryption, type, body)).toEqual([]);
  });

  it.each<[string, string, Readonly<Record<string, Json>>, string]>([
    ['snapshot_identifier', 'aws_docdb_cluster', { snapshot_identifier: 'x' }, 'storage_encrypted'],
    ['replicate_source_db', 'aws_db_instance', { replicate_source_db: 'x' }, 'storage_encrypted'],
    ['replication_source_identifier', 'aws_rds_cluster', { replication_source_identifier: 'x' }, 'storage_encrypted'],
    ['source_db_cluster_identifier', 'aws_rds_global_cluster', { source_db_cluster_identifier: 'x' }, 'storage_encrypted'],
    [
      'restore_to_point_in_time',
      'aws_rds_cluster',
      { restore_to_point_in_time: { source_cluster_identifier: 'x' } },
      'storage_encrypted',
    ],
    [
      'global_replication_group_id',
      'aws_elasticache_replication_group',
      { global_replication_group_id: 'x' },
      'at_rest_encryption_enabled',
    ],
  ])('is as what %s names', (origin, type, body, argument) => {
    expect(lines(databaseEncryption, type, body)).toEqual([
      `unknown ${type}.x: ${argument} is left out: what ${origin} names decides`,
    ]);
  });

  it('may be encrypted where the mode of a cluster or the engine of a cache is not known', () => {
    expect(lines(databaseEncryption, 'aws_rds_cluster', { engine_mode: '${var.mode}' })).toEqual([
      'unknown aws_rds_cluster.x: storage_encrypted is left out: it is set from outside: ${var.mode}',
    ]);
    expect(lines(databaseEncryption, 'aws_elasticache_replication_group', { engine: '${var.engine}' })).toEqual([
      'unknown aws_elasticache_replication_group.x: at_rest_encryption_enabled is left out: it is set from outside: ${var.engine}',
    ]);
  });

  it('is not where an origin stands beside storage_encrypted = false', () => {
    expect(lines(databaseEncryption, 'aws_db_instance', { snapshot_identifier: 'x', storage_encrypted: false })).toEqual([
      'violated aws_db_instance.x: storage_encrypted is false',
    ]);
  });
});

describe('backups', () => {
  it('are kept for 7 days, and 6 are too few', () => {
    expect(lines(databaseBackups, 'aws_db_instance', { backup_retention_period: 7 })).toEqual([]);
    expect(lines(databaseBackups, 'aws_db_instance', { backup_retention_period: 6 })).toEqual([
      'violated aws_db_instance.x: backup_retention_period is 6',
    ]);
  });

  it('of a database that is made from a snapshot are what that has, where nobody says', () => {
    expect(lines(databaseBackups, 'aws_db_instance', { snapshot_identifier: 'x' })).toEqual([
      'unknown aws_db_instance.x: backup_retention_period is left out: what snapshot_identifier names decides',
    ]);
    expect(lines(databaseBackups, 'aws_db_instance', {})).toEqual([
      'violated aws_db_instance.x: backup_retention_period is left out, which means 0',
    ]);
  });

  it("of a replica are its source's", () => {
    expect(lines(databaseBackups, 'aws_db_instance', { replicate_source_db: 'orders' })).toEqual([]);
  });
});

describe('a login by IAM', () => {
  it.each(['mysql', 'mariadb', 'postgres'])('is missed at %s', (engine) => {
    expect(lines(databaseIamAuthentication, 'aws_db_instance', { engine })).toHaveLength(1);
  });

  it.each(['oracle-ee', 'sqlserver-se', 'db2-se'])('is none that %s knows', (engine) => {
    expect(lines(databaseIamAuthentication, 'aws_db_instance', { engine })).toEqual([]);
  });

  it('may be missed where the engine is not known', () => {
    expect(lines(databaseIamAuthentication, 'aws_db_instance', { engine: '${var.engine}' })).toEqual([
      "unknown aws_db_instance.x: iam_database_authentication_enabled is left out, which means false: whether its engine knows it isn't known: it is set from outside: ${var.engine}",
    ]);
  });
});

describe('a public address', () => {
  it('is none that a database has by default, but for Redshift, where versions of the provider differ', () => {
    expect(lines(databaseNotPublic, 'aws_db_instance', {})).toEqual([]);
    expect(lines(databaseNotPublic, 'aws_redshift_cluster', {})).toEqual([
      'unknown aws_redshift_cluster.x: publicly_accessible is left out: version 5 of the provider makes it public, version 6 does not',
    ]);
  });

  it('is unknown where only apply tells it', () => {
    expect(lines(databaseNotPublic, 'aws_db_instance', { publicly_accessible: '${var.public}' })).toEqual([
      "unknown aws_db_instance.x: publicly_accessible isn't known: it is set from outside: ${var.public}",
    ]);
  });
});
