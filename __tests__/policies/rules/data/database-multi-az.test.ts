import type { Json } from '../../../../policies/model/universe';
import { databaseMultiAz } from '../../../../policies/rules/data/database-multi-az';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { planOf } from '../shown-universe';

type Body = Readonly<Record<string, Json>>;

/** What the rule says of a cluster with these instances. */
function lines(instances: Readonly<Record<string, Body>>, cluster: Body = {}): readonly string[] {
  const resources: Record<string, Body> = { 'aws_rds_cluster.c': { cluster_identifier: 'c', ...cluster } };
  for (const [name, body] of Object.entries(instances)) {
    resources[`aws_rds_cluster_instance.${name}`] = { cluster_identifier: '${aws_rds_cluster.c.id}', ...body };
  }
  return linesOf(databaseMultiAz, universeOf(resources));
}

describe('a cluster', () => {
  it.each<[string, Readonly<Record<string, Body>>]>([
    ['two instances where AWS puts them', { a: {}, b: {} }],
    ['two instances that name it', { a: { cluster_identifier: 'c' }, b: { cluster_identifier: 'c' } }],
    ['two instances by count', { a: { count: 2 } }],
    ['an instance in each of two zones', { a: { availability_zone: 'eu-west-1a' }, b: { availability_zone: 'eu-west-1b' } }],
    ['an instance in a zone, and one where AWS puts it', { a: { availability_zone: 'eu-west-1a' }, b: {} }],
  ])('goes on when a zone fails: %s', (_, instances) => {
    expect(lines(instances)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, Body>>, string]>([
    ['no instance', {}, 'it has no aws_rds_cluster_instance'],
    ['one instance', { a: {} }, 'it has one aws_rds_cluster_instance'],
    [
      'two instances of one zone',
      { a: { availability_zone: 'eu-west-1a' }, b: { availability_zone: 'eu-west-1a' } },
      'it has each aws_rds_cluster_instance in one zone',
    ],
  ])("doesn't: %s", (_, instances, problem) => {
    expect(lines(instances)).toEqual([`violated aws_rds_cluster.c: ${problem}`]);
  });

  it.each<[string, Readonly<Record<string, Body>>, Body, string]>([
    [
      'how many instances there are is not known',
      { a: { count: '${var.n}' } },
      {},
      'it has no aws_rds_cluster_instance for certain: dev:aws_rds_cluster_instance.a may belong to it',
    ],
    [
      'the zone of one is not known',
      { a: { availability_zone: 'eu-west-1a' }, b: { availability_zone: '${var.zone}' } },
      {},
      "it has each aws_rds_cluster_instance in one zone for certain: their zones aren't known",
    ],
    [
      'its mode is not known',
      {},
      { engine_mode: '${var.mode}' },
      'it has no aws_rds_cluster_instance for certain: it is set from outside: ${var.mode}',
    ],
  ])('may or may not: %s', (_, instances, cluster, problem) => {
    expect(lines(instances, cluster)).toEqual([`unknown aws_rds_cluster.c: ${problem}`]);
  });

  it.each<[string, Body]>([
    ['a Multi-AZ DB cluster', { db_cluster_instance_class: 'db.m6gd.large' }],
    ['Aurora Serverless v1', { engine_mode: 'serverless' }],
  ])('needs no instances: %s', (_, cluster) => {
    expect(lines({}, cluster)).toEqual([]);
  });
});

describe('an instance', () => {
  it('has a standby, or is a replica', () => {
    const one = (body: Body): readonly string[] => linesOf(databaseMultiAz, universeOf({ 'aws_db_instance.d': body }));

    expect(one({ multi_az: true })).toEqual([]);
    expect(one({ replicate_source_db: 'orders' })).toEqual([]);
    expect(one({})).toEqual(['violated aws_db_instance.d: multi_az is left out, which means false']);
  });
});

test.each(['rds', 'docdb', 'neptune'])('a plan that makes a cluster of %s and two instances by its id', (kind) => {
  const [cluster, instance] = [`aws_${kind}_cluster.c`, `aws_${kind}_cluster_instance.i`];
  const unknown = { cluster_identifier: true, availability_zone: true };
  const universe = planOf({
    resources: [{ address: cluster, unknown: { id: true } }, ...[0, 1].map((at) => ({ address: `${instance}[${at}]`, unknown }))],
    written: { [cluster]: {}, [instance]: { cluster_identifier: { references: [`${cluster}.id`, cluster] } } },
  });

  expect(linesOf(databaseMultiAz, universe)).toEqual([]);
});
