import { argument, readScenario } from '../../foreign/foreign';

const plan = readScenario('counted');
const zones = (...indexes: number[]): string =>
  `-> ${indexes.map((index) => `aws_subnet.zone[${String(index)}].id`).join(' | ')}`;

test('by way of a local: unknown, since a plan shows no locals', () => {
  expect(argument(plan, 'aws_subnet.tier["app"]', 'vpc_id')).toBe(
    "? comes through local.vpc_id, which a plan doesn't show: judge the state after the apply",
  );
});

test('by a data source that is read during the apply: unknown', () => {
  expect(argument(plan, 'aws_network_interface.found', 'subnet_id')).toBe(
    '? comes from data.aws_subnets.made.ids[0], which is read during the apply: judge the state after the apply',
  );
});

test('by a condition that is known: one of both, since a plan shows no conditions', () => {
  expect(argument(plan, 'aws_network_interface.chosen', 'subnet_id')).toBe(zones(0, 1));
});

test('by the constant index 0: that one', () => {
  expect(argument(plan, 'aws_network_interface.first', 'subnet_id')).toBe(zones(0));
});

test('by the index (count.index + 1) % 3: one of all three', () => {
  expect(argument(plan, 'aws_network_interface.shifted[0]', 'subnet_id')).toBe(zones(0, 1, 2));
});

test('by each.key of a map in a local: one of all', () => {
  expect(argument(plan, 'aws_network_interface.tier["app"]', 'subnet_id')).toBe(
    '-> aws_subnet.tier["app"].id | aws_subnet.tier["data"].id',
  );
});

test('by each.value of a map whose values are one VPC: that VPC', () => {
  expect(argument(plan, 'aws_route_table.named["right"]', 'vpc_id')).toBe('-> aws_vpc.this.id');
});

test('in a dynamic block what is known stands there, and groups are unknown, not computed', () => {
  expect(argument(plan, 'aws_security_group.generated', 'ingress')).toMatchObject([
    {
      from_port: 443,
      security_groups: "? written in a dynamic block, which a plan doesn't show: judge the state after the apply",
    },
    {
      from_port: 80,
      security_groups: "? written in a dynamic block, which a plan doesn't show: judge the state after the apply",
    },
  ]);
});

test('a slice of three subnets may hold any of them', () => {
  expect(argument(plan, 'aws_lb.two_of_three', 'subnets')).toEqual([zones(0, 1, 2), zones(0, 1, 2), zones(0, 1, 2)]);
});

test('a name with an id in it names nothing', () => {
  expect(argument(plan, 'aws_security_group.named', 'name')).toBe('? known only after apply, from aws_vpc.this.id');
});

test('what the count makes none of is not there', () => {
  const types = new Set(plan.resources.map(({ type }) => type));
  expect([types.has('aws_internet_gateway'), types.has('aws_route')]).toEqual([false, false]);
});

test('the Region of a provider that takes it from a variable is told', () => {
  expect(new Set(plan.resources.map(({ region }) => region))).toEqual(new Set(['eu-central-1']));
});

const IN_DYNAMIC_BLOCK = "? written in a dynamic block, which a plan doesn't show: judge the state after the apply";

test('rules of a dynamic block over addresses that are unknown: one rule of which only what is left out is known', () => {
  expect(argument(plan, 'aws_security_group.hidden', 'ingress')).toMatchObject([
    { self: false, security_groups: [], protocol: IN_DYNAMIC_BLOCK, from_port: IN_DYNAMIC_BLOCK, cidr_blocks: IN_DYNAMIC_BLOCK },
  ]);
});

test('entries and subnets of such blocks leave no trace in a plan, and are not taken for computed', () => {
  expect(argument(plan, 'aws_ec2_managed_prefix_list.hidden', 'entry')).toBe(IN_DYNAMIC_BLOCK);
  expect(argument(plan, 'aws_lb.hidden', 'subnet_mapping')).toBe(IN_DYNAMIC_BLOCK);
});

test('a load balancer whose subnets are written has no subnet_mapping of its own: that is computed', () => {
  expect(argument(plan, 'aws_lb.two_of_three', 'subnet_mapping')).toBe('computed');
});
