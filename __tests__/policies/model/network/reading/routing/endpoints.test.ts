import { Template } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { computed, ref, resource, unknown } from '../../documents';
import { at, factsOf, knownText, routeText, ruleText } from '../../facts-text';

const IN_VPC = { vpc_id: ref('aws_vpc.main.id') };
const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const TABLE = resource('aws_route_table.app', IN_VPC);
const S3 = 'com.amazonaws.eu-west-1.s3';
const TO_S3 = `${S3} -> gateway-endpoint aws_vpc_endpoint.s3`;

function endpoint(body: ResourceFact['body'] = {}, place = {}): ResourceFact {
  return resource('aws_vpc_endpoint.s3', { ...IN_VPC, service_name: S3, vpc_endpoint_type: 'Gateway', ...body }, place);
}

const association = resource('aws_vpc_endpoint_route_table_association.app', {
  route_table_id: ref('aws_route_table.app.id'),
  vpc_endpoint_id: ref('aws_vpc_endpoint.s3.id'),
});

function routes(...resources: readonly ResourceFact[]): readonly string[] {
  return at(factsOf([VPC, TABLE, ...resources]).tables, 'aws_route_table.app').routes.map(routeText);
}

test.each<[string, readonly ResourceFact[], readonly string[]]>([
  ['none without an association', [endpoint()], []],
  ['one where the endpoint lists the table', [endpoint({ route_table_ids: [ref('aws_route_table.app.id')] })], [TO_S3]],
  ['one where an association names both', [endpoint(), association], [TO_S3]],
  ['none where nobody lists tables and a plan does not know them', [endpoint({ route_table_ids: computed() })], []],
  ['maybe one where the tables are not known', [endpoint({ route_table_ids: unknown() })], [`${TO_S3} maybe`]],
  ['maybe one where the association may not be there', [endpoint(), { ...association, repeated: unknown() }], [`${TO_S3} maybe`]],
  ['one without a type: gateway is the default', [endpoint({ vpc_endpoint_type: '' }), association], [TO_S3]],
  ['none to an endpoint with interfaces', [endpoint({ vpc_endpoint_type: 'Interface' }), association], []],
])('a table has %s', (_what, resources, texts) => {
  expect(routes(...resources)).toEqual(texts);
});

test.each<[string, ResourceFact, string, string]>([
  ['by its name', endpoint(), S3, 's3'],
  [
    'in the Region of its provider',
    endpoint({ service_name: new Template(['com.amazonaws.', unknown(), '.dynamodb']) }),
    'com.amazonaws.eu-west-1.dynamodb',
    'dynamodb',
  ],
  ['in China', endpoint({ service_name: 'cn.com.amazonaws.cn-north-1.s3' }), 'cn.com.amazonaws.cn-north-1.s3', 's3'],
  ['that is not known', endpoint({ service_name: unknown() }), 'net:aws_vpc_endpoint.s3.prefix_list_id', 'unknown'],
])('the service of an endpoint %s has a list', (_what, made, key, service) => {
  const { list } = at(factsOf([VPC, made]).gatewayEndpoints, 'aws_vpc_endpoint.s3');

  expect([list.key, list.service, knownText(list.family), knownText(list.blocks)]).toEqual([key, service, 'v4', '?']);
});

test('an endpoint of middleboxes has no list', () => {
  expect(factsOf([VPC, endpoint({ vpc_endpoint_type: 'GatewayLoadBalancer' })]).gatewayEndpoints.size).toBe(0);
});

test('whoever names the list of a service in a Region names one list', () => {
  const group = resource('aws_security_group.web', IN_VPC);
  const rule = (name: string, list: ReturnType<typeof ref>) =>
    resource(`aws_vpc_security_group_egress_rule.${name}`, {
      security_group_id: ref('aws_security_group.web.id'),
      ip_protocol: '-1',
      prefix_list_id: list,
    });
  const facts = factsOf([
    VPC,
    TABLE,
    group,
    endpoint(),
    resource('data.aws_prefix_list.s3', { name: S3 }),
    resource('data.aws_ec2_managed_prefix_list.s3', { name: S3 }),
    rule('endpoint', ref('aws_vpc_endpoint.s3.prefix_list_id')),
    rule('older', ref('data.aws_prefix_list.s3.id')),
    rule('newer', ref('data.aws_ec2_managed_prefix_list.s3.id')),
  ]);

  expect(at(facts.groups, 'aws_security_group.web').egress.map(ruleText)).toEqual([`all ${S3}`, `all ${S3}`, `all ${S3}`]);
  expect([...facts.prefixLists.keys()]).toEqual([S3]);
});

test('the list of an endpoint goes by the id that a state knows', () => {
  const group = resource('aws_security_group.web', { ...IN_VPC, id: 'sg-0aaa' });
  const made = endpoint({ id: 'vpce-0aaa', prefix_list_id: 'pl-6da54004' });
  const rule = resource('aws_security_group_rule.one', {
    security_group_id: 'sg-0aaa',
    type: 'egress',
    protocol: '-1',
    prefix_list_ids: ['pl-6da54004'],
  });

  expect(at(factsOf([VPC, group, made, rule], 'state').groups, 'aws_security_group.web').egress.map(ruleText)).toEqual([
    `all ${S3}`,
  ]);
});

test('the list of a service goes by the id that a data source was read with, whatever own lists there are', () => {
  const facts = factsOf([
    VPC,
    resource('aws_security_group.web', IN_VPC),
    resource('aws_ec2_managed_prefix_list.own', { address_family: 'IPv4' }),
    resource('data.aws_prefix_list.s3', { name: S3, id: 'pl-6da54004' }),
    resource('aws_security_group_rule.one', {
      security_group_id: ref('aws_security_group.web.id'),
      type: 'egress',
      protocol: '-1',
      prefix_list_ids: ['pl-6da54004'],
    }),
  ]);

  expect(at(facts.groups, 'aws_security_group.web').egress.map(ruleText)).toEqual([`all ${S3}`]);
});

test('the list of an endpoint with IPv6 addresses is of no family that is known', () => {
  const { list } = at(factsOf([VPC, endpoint({ ip_address_type: 'dualstack' })]).gatewayEndpoints, 'aws_vpc_endpoint.s3');

  expect(knownText(list.family)).toBe('?');
});
