import { isTermList, isTermMap, type Term, Unknown } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { argument, readScenario } from '../../foreign/foreign';

/** The arguments of a resource that hold something unknown that somebody wrote, by their paths. */
function gapsOf(fact: ResourceFact): string[] {
  const gaps = (term: Term, path: string): string[] => {
    if (term instanceof Unknown) return term.computed ? [] : [path];
    if (isTermList(term)) return term.flatMap((element) => gaps(element, path));
    return isTermMap(term) ? Object.entries(term).flatMap(([name, value]) => gaps(value, `${path}.${name}`)) : [];
  };
  return Object.entries(fact.body).flatMap(([name, term]) => gaps(term, `${fact.address} ${name}`));
}

describe('inline: everything in blocks', () => {
  const plan = readScenario('inline');

  test('every argument is a literal or a reference', () => {
    expect(plan.resources.flatMap(gapsOf)).toEqual([]);
  });

  test('each route leads where its block says, though a plan tells the references of all blocks together', () => {
    expect(argument(plan, 'aws_route_table.app', 'route')).toEqual([
      { cidr_block: '0.0.0.0/0', nat_gateway_id: '-> aws_nat_gateway.shop.id' },
      { cidr_block: '192.0.2.0/24', gateway_id: '-> aws_internet_gateway.shop.id' },
    ]);
  });

  test('two ids written out are two references', () => {
    expect(argument(plan, 'aws_network_acl.web', 'subnet_ids')).toEqual(['-> aws_subnet.web_a.id', '-> aws_subnet.web_b.id']);
  });

  test('two rules with a group each: a plan tells both groups for both, so each rule has some of the two', () => {
    const either = '-> aws_security_group.door.id | aws_security_group.ops.id';
    expect(argument(plan, 'aws_security_group.app', 'ingress')).toMatchObject([
      { from_port: 22, self: true, security_groups: [either, either] },
      { from_port: 8080, self: false, security_groups: [either, either] },
    ]);
  });

  test('an empty list of rules that is written is empty, one that nobody wrote is computed', () => {
    expect(argument(plan, 'aws_default_security_group.shop', 'ingress')).toEqual([]);
    expect(argument(plan, 'aws_security_group.ops', 'ingress')).toBe('computed');
  });

  test('what AWS makes with a VPC is named by the VPC', () => {
    expect(argument(plan, 'aws_default_route_table.shop', 'default_route_table_id')).toBe(
      '-> aws_vpc.shop.default_route_table_id',
    );
    expect(argument(plan, 'aws_default_network_acl.shop', 'default_network_acl_id')).toBe(
      '-> aws_vpc.shop.default_network_acl_id',
    );
  });

  test('the Region is the one of the provider', () => {
    expect(plan.resources.map(({ region }) => region)).toEqual(plan.resources.map(() => 'eu-west-1'));
  });
});

describe('zones: a module called twice, everything in it by zone', () => {
  const plan = readScenario('zones');
  const shop = 'module.vpc["shop"]';
  const all = (name: string): string => `-> ${[0, 1, 2].map((index) => `${shop}.${name}[${String(index)}].id`).join(' | ')}`;

  test('every argument is a literal or a reference', () => {
    expect(plan.resources.flatMap(gapsOf)).toEqual([]);
  });

  test('[count.index] and [(count.index + 1) % 3] look the same in a plan: both are one of all three', () => {
    expect(argument(plan, `${shop}.aws_route.nat[0]`, 'route_table_id')).toBe(all('aws_route_table.private'));
    expect(argument(plan, `${shop}.aws_route.nat[0]`, 'nat_gateway_id')).toBe(all('aws_nat_gateway.this'));
  });

  test('each.value of subnets is one of them, of the same call of the module', () => {
    expect(argument(plan, `${shop}.aws_route_table_association.public["eu-west-1a"]`, 'subnet_id')).toBe(
      `-> ${['a', 'b', 'c'].map((zone) => `${shop}.aws_subnet.public["eu-west-1${zone}"].id`).join(' | ')}`,
    );
  });

  test('an output by a constant key leads into that call alone', () => {
    expect(argument(plan, 'aws_security_group.bastion', 'vpc_id')).toBe(`-> ${shop}.aws_vpc.this.id`);
    expect(argument(plan, 'aws_vpc_security_group_ingress_rule.bastion', 'security_group_id')).toBe(
      `-> ${shop}.aws_security_group.app.id`,
    );
  });

  test('a module that is called twice has its resources twice', () => {
    const nats = plan.resources.filter(({ type }) => type === 'aws_nat_gateway').map(({ key }) => key);
    expect(nats).toEqual(
      ['data', 'shop'].flatMap((name) =>
        [0, 1, 2].map((index) => `zones:module.vpc["${name}"].aws_nat_gateway.this[${String(index)}]`),
      ),
    );
  });
});

describe('legacy: rules of the older kind, prefix lists and IPv6', () => {
  const plan = readScenario('legacy');

  test('unknown are the IPv6 block of a subnet and what else a set of prefix lists holds', () => {
    expect(plan.resources.flatMap(gapsOf)).toEqual([
      'aws_security_group_rule.offices prefix_list_ids',
      'aws_subnet.front ipv6_cidr_block',
    ]);
    expect(argument(plan, 'aws_subnet.front', 'ipv6_cidr_block')).toBe(
      '? known only after apply, from aws_vpc.old.ipv6_cidr_block',
    );
  });

  test('a VPC by way of its second block is the VPC', () => {
    expect(argument(plan, 'aws_subnet.back', 'vpc_id')).toBe('-> aws_vpc.old.id');
  });

  test('main_route_table_id stays what the VPC tells', () => {
    expect(argument(plan, 'aws_route.offices', 'route_table_id')).toBe('-> aws_vpc.old.main_route_table_id');
  });

  test('a prefix list is named, and others written by hand may stand beside it', () => {
    expect(argument(plan, 'aws_security_group_rule.offices', 'prefix_list_ids')).toEqual([
      '-> aws_ec2_managed_prefix_list.offices.id',
      "? a plan doesn't show ids that are written by hand: judge the state after the apply",
    ]);
  });
});

describe('joined: peering and transit gateway between modules', () => {
  const plan = readScenario('joined');

  test('every argument is a literal or a reference', () => {
    expect(plan.resources.flatMap(gapsOf)).toEqual([]);
  });

  test('both sides of a peering come out of modules', () => {
    expect(argument(plan, 'aws_vpc_peering_connection.pair', 'vpc_id')).toBe('-> module.left.aws_vpc.this.id');
    expect(argument(plan, 'aws_vpc_peering_connection.pair', 'peer_vpc_id')).toBe('-> module.right.aws_vpc.this.id');
  });

  test('an argument of another resource is what that resource was given', () => {
    expect(argument(plan, 'aws_route.left_to_branches', 'transit_gateway_id')).toBe('-> aws_ec2_transit_gateway.hub.id');
  });

  test('module.branch[count.index].vpc_id is one of both, whatever output it is', () => {
    expect(argument(plan, 'aws_ec2_transit_gateway_vpc_attachment.branch[1]', 'vpc_id')).toBe(
      '-> module.branch[0].aws_vpc.this.id | module.branch[1].aws_vpc.this.id',
    );
  });

  test('[for subnet in …] may leave some out: as many references to all as there are', () => {
    const either = '-> module.left.aws_subnet.this["a"].id | module.left.aws_subnet.this["b"].id';
    expect(argument(plan, 'aws_ec2_transit_gateway_vpc_attachment.left', 'subnet_ids')).toEqual([either, either]);
  });
});

describe('workloads: what has interfaces in subnets', () => {
  const plan = readScenario('workloads');

  test('every argument is a literal or a reference', () => {
    expect(plan.resources.flatMap(gapsOf)).toEqual([]);
  });

  test.each([
    ['aws_instance.app', 'vpc_security_group_ids', ['-> aws_security_group.this["instance"].id']],
    ['aws_launch_template.fleet', 'vpc_security_group_ids', ['-> aws_security_group.this["fleet"].id']],
    ['aws_autoscaling_group.fleet', 'vpc_zone_identifier', ['-> aws_subnet.app[0].id', '-> aws_subnet.app[1].id']],
    ['aws_lb.application', 'security_groups', ['-> aws_security_group.this["alb"].id']],
    ['aws_db_instance.data', 'db_subnet_group_name', 'data'],
    ['aws_db_subnet_group.data', 'subnet_ids', ['-> aws_subnet.data_a.id', '-> aws_subnet.data_b.id']],
    ['aws_vpc_endpoint.secrets', 'security_group_ids', ['-> aws_security_group.this["endpoint"].id']],
    ['aws_vpc_endpoint.storage', 'route_table_ids', ['-> aws_vpc.app.main_route_table_id']],
  ])('%s names what its %s are', (address, name, value) => {
    expect(argument(plan, address, name)).toEqual(value);
  });

  test('blocks are told apart by what is known of them', () => {
    expect(argument(plan, 'aws_lb.network', 'subnet_mapping')).toMatchObject([
      { private_ipv4_address: '10.60.0.10', subnet_id: '-> aws_subnet.app[0].id' },
      { private_ipv4_address: '10.60.1.10', subnet_id: '-> aws_subnet.app[1].id' },
    ]);
  });

  test('groups and subnets of a service stand in a block', () => {
    expect(argument(plan, 'aws_ecs_service.app', 'network_configuration')).toEqual([
      {
        assign_public_ip: false,
        security_groups: ['-> aws_security_group.this["service"].id'],
        subnets: ['-> aws_subnet.app[0].id', '-> aws_subnet.app[1].id'],
      },
    ]);
  });

  test('a launch template is named by the id in its block', () => {
    expect(argument(plan, 'aws_autoscaling_group.fleet', 'launch_template')).toMatchObject([
      { id: '-> aws_launch_template.fleet.id' },
    ]);
  });
});
