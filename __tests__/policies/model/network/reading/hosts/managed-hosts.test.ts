import type { ResourceFact } from '../../../../../../policies/model/universe';
import { computed, ref, resource, unknown } from '../../documents';
import { at, factsOf } from '../../facts-text';
import { hostText } from '../../host-text';

const IN_VPC = { vpc_id: ref('aws_vpc.main.id') };
const NETWORK = [
  resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' }),
  resource('aws_subnet.a', { ...IN_VPC, availability_zone: 'eu-west-1a', map_public_ip_on_launch: true }),
  resource('aws_subnet.b', { ...IN_VPC, availability_zone: 'eu-west-1b' }),
  resource('aws_subnet.dual', { ...IN_VPC, availability_zone: 'eu-west-1a', ipv6_cidr_block: '2a05:d018::/64' }),
  resource('aws_security_group.web', IN_VPC),
  resource('aws_security_group.db', IN_VPC),
];
const DEFAULT = 'aws_vpc.main.default_security_group_id';
const A = [ref('aws_subnet.a.id')];
const WEB = [ref('aws_security_group.web.id')];
const PLAIN = 'in aws_subnet.a with aws_security_group.web';

function host(type: string, body: ResourceFact['body'], ...resources: readonly ResourceFact[]): string {
  return hostText(at(factsOf([...NETWORK, resource(`${type}.x`, body), ...resources]).hosts, `${type}.x`));
}

test.each<[string, ResourceFact['body'], string]>([
  ['faces the internet by default', { subnets: A, security_groups: WEB }, `${PLAIN}, public`],
  ['is internal', { subnets: A, security_groups: WEB, internal: true }, PLAIN],
  ['may be internal', { subnets: A, security_groups: WEB, internal: unknown() }, `${PLAIN}, public?`],
  ['has the default group', { subnets: A, internal: true }, `in aws_subnet.a with ${DEFAULT}`],
  [
    'stands in several subnets',
    {
      subnet_mapping: [{ subnet_id: A[0] ?? null }, { subnet_id: ref('aws_subnet.b.id') }],
      security_groups: WEB,
      internal: true,
    },
    'in aws_subnet.a and aws_subnet.b with aws_security_group.web',
  ],
  ['is of both families', { subnets: A, security_groups: WEB, ip_address_type: 'dualstack' }, `${PLAIN}, public, ipv6`],
  [
    'faces the internet over IPv6 alone',
    { subnets: A, security_groups: WEB, ip_address_type: 'dualstack-without-public-ipv4' },
    `${PLAIN}, ipv6`,
  ],
  [
    'is for a network, without groups',
    { subnets: A, load_balancer_type: 'network', internal: true },
    'in aws_subnet.a with none',
  ],
  [
    'is for a network, without groups that a plan knows',
    { subnets: A, load_balancer_type: 'network', security_groups: computed(), internal: true },
    'in aws_subnet.a with none',
  ],
  ['is for a network, with groups', { subnets: A, load_balancer_type: 'network', security_groups: WEB, internal: true }, PLAIN],
  [
    'is for a network, with groups that are not known',
    { subnets: A, load_balancer_type: 'network', security_groups: unknown(), internal: true },
    'in aws_subnet.a with ?',
  ],
  [
    'is of a type that is not known, without groups',
    { subnets: A, load_balancer_type: unknown(), internal: true },
    'in aws_subnet.a with ?',
  ],
  ['is for middleboxes', { subnets: A, load_balancer_type: 'gateway' }, 'in aws_subnet.a with none'],
])('a load balancer that %s', (_what, body, text) => {
  expect(host('aws_lb', body)).toBe(text);
  expect(host('aws_alb', body)).toBe(text);
});

test('a classic load balancer faces the internet unless it is internal', () => {
  expect(host('aws_elb', { subnets: A, security_groups: WEB })).toBe(`${PLAIN}, public`);
  expect(host('aws_elb', { subnets: A, internal: true })).toBe(`in aws_subnet.a with ${DEFAULT}`);
});

test.each<[string, ResourceFact['body'], string]>([
  ['is private by default', { subnets: A, security_groups: WEB }, PLAIN],
  ['is public', { subnets: A, security_groups: WEB, assign_public_ip: true }, `${PLAIN}, public`],
  ['has the default group', { subnets: A }, `in aws_subnet.a with ${DEFAULT}`],
  [
    'may have IPv6 addresses where its subnet has',
    { subnets: [ref('aws_subnet.dual.id')], security_groups: WEB },
    'in aws_subnet.dual with aws_security_group.web, ipv6?',
  ],
])('a service of containers that %s', (_what, network, text) => {
  expect(host('aws_ecs_service', { network_configuration: [network] })).toBe(text);
});

test('a service without a network of its own is no host', () => {
  expect(factsOf([...NETWORK, resource('aws_ecs_service.x', {})]).hosts.size).toBe(0);
});

test('a function is never public, whatever its subnet gives; without a VPC it is no host', () => {
  expect(host('aws_lambda_function', { vpc_config: [{ subnet_ids: A, security_group_ids: WEB }] })).toBe(PLAIN);
  expect(factsOf([...NETWORK, resource('aws_lambda_function.x', { vpc_config: [] })]).hosts.size).toBe(0);
  expect(factsOf([...NETWORK, resource('aws_lambda_function.x', { vpc_config: [{ subnet_ids: [] }] })]).hosts.size).toBe(0);
});

describe('databases', () => {
  const group = (type: string) => resource(`${type}.x`, { name: 'x', subnet_ids: A });
  const VPC_GROUPS = { vpc_security_group_ids: WEB };
  const rds = { db_subnet_group_name: ref('aws_db_subnet_group.x.name'), ...VPC_GROUPS };

  test.each<[string, string, ResourceFact['body'], string, string]>([
    ['an instance', 'aws_db_instance', rds, 'aws_db_subnet_group', PLAIN],
    [
      'an instance by the name of its group',
      'aws_db_instance',
      { ...rds, db_subnet_group_name: 'x' },
      'aws_db_subnet_group',
      PLAIN,
    ],
    ['a public instance', 'aws_db_instance', { ...rds, publicly_accessible: true }, 'aws_db_subnet_group', `${PLAIN}, public`],
    [
      'an instance of both families',
      'aws_db_instance',
      { ...rds, network_type: 'DUAL' },
      'aws_db_subnet_group',
      `${PLAIN}, ipv6`,
    ],
    [
      'an instance with the default group',
      'aws_db_instance',
      { ...rds, vpc_security_group_ids: [] },
      'aws_db_subnet_group',
      `in aws_subnet.a with ${DEFAULT}`,
    ],
    ['a cluster', 'aws_rds_cluster', rds, 'aws_db_subnet_group', PLAIN],
    [
      'a cluster of documents',
      'aws_docdb_cluster',
      { ...VPC_GROUPS, db_subnet_group_name: ref('aws_docdb_subnet_group.x.id') },
      'aws_docdb_subnet_group',
      PLAIN,
    ],
    [
      'a cluster of graphs',
      'aws_neptune_cluster',
      { ...VPC_GROUPS, neptune_subnet_group_name: ref('aws_neptune_subnet_group.x.id') },
      'aws_neptune_subnet_group',
      PLAIN,
    ],
    // Version 5 of the provider makes it public, version 6 does not.
    [
      'a warehouse',
      'aws_redshift_cluster',
      { ...VPC_GROUPS, cluster_subnet_group_name: ref('aws_redshift_subnet_group.x.id') },
      'aws_redshift_subnet_group',
      `${PLAIN}, public?`,
    ],
    [
      'a private warehouse',
      'aws_redshift_cluster',
      { ...VPC_GROUPS, cluster_subnet_group_name: ref('aws_redshift_subnet_group.x.id'), publicly_accessible: false },
      'aws_redshift_subnet_group',
      PLAIN,
    ],
    [
      'a cache',
      'aws_elasticache_cluster',
      { security_group_ids: WEB, subnet_group_name: ref('aws_elasticache_subnet_group.x.name') },
      'aws_elasticache_subnet_group',
      PLAIN,
    ],
    [
      'a group of caches',
      'aws_elasticache_replication_group',
      { security_group_ids: WEB, subnet_group_name: 'x' },
      'aws_elasticache_subnet_group',
      PLAIN,
    ],
    [
      'a store in memory',
      'aws_memorydb_cluster',
      { security_group_ids: WEB, subnet_group_name: 'x' },
      'aws_memorydb_subnet_group',
      PLAIN,
    ],
  ])('%s stands in the subnets of its group', (_what, type, body, groupType, text) => {
    expect(host(type, body, group(groupType))).toBe(text);
  });

  test('stand where nobody says without a subnet group, and outside with one from outside', () => {
    expect(host('aws_db_instance', VPC_GROUPS)).toBe('in ? with aws_security_group.web');
    expect(host('aws_db_instance', { ...rds, db_subnet_group_name: 'other' }, group('aws_db_subnet_group'))).toBe(
      'in ? with aws_security_group.web',
    );
  });

  test('of a cluster are public where one of its instances is', () => {
    const member = resource('aws_rds_cluster_instance.x', {
      cluster_identifier: ref('aws_rds_cluster.x.id'),
      publicly_accessible: true,
    });

    expect(host('aws_rds_cluster', rds, group('aws_db_subnet_group'), member)).toBe(`${PLAIN}, public`);
  });

  test('that belong to a group of caches are no host besides', () => {
    const member = resource('aws_elasticache_cluster.y', { replication_group_id: ref('aws_elasticache_replication_group.x.id') });

    expect(factsOf([...NETWORK, member]).hosts.size).toBe(0);
  });
});

describe('interface endpoints', () => {
  const INTERFACE = { ...IN_VPC, vpc_endpoint_type: 'Interface', service_name: 'com.amazonaws.eu-west-1.ssm' };
  const more = resource('aws_vpc_endpoint_subnet_association.x', {
    vpc_endpoint_id: ref('aws_vpc_endpoint.x.id'),
    subnet_id: ref('aws_subnet.b.id'),
  });
  const group = (body: ResourceFact['body'] = {}) =>
    resource('aws_vpc_endpoint_security_group_association.x', {
      vpc_endpoint_id: ref('aws_vpc_endpoint.x.id'),
      security_group_id: ref('aws_security_group.db.id'),
      ...body,
    });

  test.each<[string, ResourceFact['body'], readonly ResourceFact[], string]>([
    ['its subnets and groups', { subnet_ids: A, security_group_ids: WEB }, [], PLAIN],
    ['the default group', { subnet_ids: A }, [], `in aws_subnet.a with ${DEFAULT}`],
    ['subnets by configuration', { subnet_configuration: [{ subnet_id: A[0] ?? null }], security_group_ids: WEB }, [], PLAIN],
    [
      'subnets by association',
      { subnet_ids: A, security_group_ids: WEB },
      [more],
      'in aws_subnet.a and aws_subnet.b with aws_security_group.web',
    ],
    ['groups by association', { subnet_ids: A, security_group_ids: WEB }, [group()], `${PLAIN} and aws_security_group.db`],
    ['groups beside the default one', { subnet_ids: A }, [group()], `in aws_subnet.a with ${DEFAULT} and aws_security_group.db`],
    [
      'groups instead of the default one',
      { subnet_ids: A },
      [group({ replace_default_association: true })],
      'in aws_subnet.a with aws_security_group.db',
    ],
    [
      'addresses of both families',
      { subnet_ids: A, security_group_ids: WEB, ip_address_type: 'dualstack' },
      [],
      `${PLAIN}, ipv6`,
    ],
    ['no subnet', { security_group_ids: WEB }, [], 'in nothing with aws_security_group.web'],
  ])('an endpoint has %s', (_what, body, resources, text) => {
    expect(host('aws_vpc_endpoint', { ...INTERFACE, ...body }, ...resources)).toBe(text);
  });

  test('endpoints with routes, and of middleboxes, are no hosts', () => {
    const others = ['Gateway', 'GatewayLoadBalancer'].map((type) =>
      resource(`aws_vpc_endpoint.${type}`, { ...IN_VPC, vpc_endpoint_type: type }),
    );

    expect(factsOf([...NETWORK, ...others]).hosts.size).toBe(0);
  });
});
