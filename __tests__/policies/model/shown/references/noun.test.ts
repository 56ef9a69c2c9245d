import { fitOf, isPlural, nounOf, nounOfAttribute } from '../../../../../policies/model/shown/references/noun';

test.each([
  ['vpc_id', 'vpc'],
  ['subnet_ids', 'subnet'],
  ['source_security_group_id', 'source_security_group'],
  ['core_network_arn', 'core_network'],
  ['subnets', 'subnet'],
  ['vpc_zone_identifier', 'subnet'],
])('%s asks for a %s', (argument, noun) => {
  expect(nounOf(argument)).toBe(noun);
});

test('name asks for nothing, but in a block launch_template for a launch_template', () => {
  expect(nounOf('name')).toBe(undefined);
  expect(nounOf('name', 'launch_template')).toBe('launch_template');
});

test('tags and blocks of addresses hold no ids', () => {
  expect(['tags', 'cidr_blocks', 'description'].map((name) => nounOf(name))).toEqual([undefined, undefined, undefined]);
});

test.each([
  ['subnet_ids', true],
  ['subnet_id', false],
  ['security_groups', true],
  ['instance', false],
])('%s holds several: %s', (argument, several) => {
  expect(isPlural(argument)).toBe(several);
});

test.each([
  ['vpc', 'aws_vpc', 'id'],
  ['nat_gateway', 'aws_nat_gateway', 'id'],
  ['transit_gateway', 'aws_ec2_transit_gateway', 'id'],
  ['egress_only_gateway', 'aws_egress_only_internet_gateway', 'id'],
  ['transit_gateway_attachment', 'aws_ec2_transit_gateway_vpc_attachment', 'id'],
  ['default_network_acl', 'aws_vpc', 'default_network_acl_id'],
  [undefined, 'aws_vpc', 'enable_dns_support'],
])('a %s is what %s.%s names', (noun, type, attribute) => {
  expect(nounOfAttribute(type, attribute)).toBe(noun);
});

test('a nat_gateway fits gateway_id, but nat_gateway_id better', () => {
  expect(fitOf('gateway', 'nat_gateway')).toBe('gateway'.length);
  expect(fitOf('nat_gateway', 'nat_gateway')).toBe('nat_gateway'.length);
});

test('a vpc fits no vpc_endpoint, and a subnet no subnet_group', () => {
  expect([fitOf('vpc', 'vpc_endpoint'), fitOf('subnet', 'db_subnet_group')]).toEqual([0, 0]);
});
