import { assert, property, shuffledSubarray } from 'fast-check';

import { networkFactsOf } from '../../../../../policies/model/network/reading';
import type { ResourceFact } from '../../../../../policies/model/universe';
import { ref, resource, universeOf, unknown } from '../documents';
import { factsOf } from '../facts-text';

const IN_VPC = { vpc_id: ref('aws_vpc.main.id') };
const EITHER = ref('aws_security_group.web.id', 'aws_security_group.db.id');
const RULE = { ip_protocol: 'tcp', from_port: 443, to_port: 443 };

/** A network with something of everything, doubts included. */
const NETWORK: readonly ResourceFact[] = [
  resource('aws_vpc.main', { cidr_block: '10.0.0.0/16', assign_generated_ipv6_cidr_block: true }),
  resource('aws_vpc_ipv4_cidr_block_association.more', { ...IN_VPC, cidr_block: '10.64.0.0/18' }),
  resource('data.aws_vpc.found', {}),
  resource('aws_subnet.a', { ...IN_VPC, cidr_block: '10.0.0.0/24', availability_zone: 'eu-west-1a' }),
  resource('aws_subnet.b', { ...IN_VPC, cidr_block: unknown('a variable'), availability_zone: 'eu-west-1b' }),
  resource('aws_subnet.c', {
    vpc_id: ref('data.aws_vpc.found.id'),
    cidr_block: '10.1.0.0/24',
    availability_zone: 'eu-west-1a',
  }),
  resource('aws_internet_gateway.main', IN_VPC),
  resource('aws_route_table.app', IN_VPC),
  resource('aws_route.out', {
    route_table_id: ref('aws_route_table.app.id'),
    destination_cidr_block: '0.0.0.0/0',
    gateway_id: ref('aws_internet_gateway.main.id'),
  }),
  resource('aws_route.away', {
    route_table_id: ref('aws_route_table.app.id'),
    destination_cidr_block: '192.168.0.0/16',
    transit_gateway_id: 'tgw-0aaa',
  }),
  resource('aws_route_table_association.a', { subnet_id: ref('aws_subnet.a.id'), route_table_id: ref('aws_route_table.app.id') }),
  resource('aws_route_table_association.b', { subnet_id: unknown(), route_table_id: ref('aws_route_table.app.id') }),
  resource('aws_default_network_acl.own', { default_network_acl_id: ref('aws_vpc.main.default_network_acl_id') }),
  resource('aws_security_group.web', IN_VPC),
  resource('aws_security_group.db', IN_VPC),
  resource('aws_vpc_security_group_ingress_rule.a', { ...RULE, security_group_id: EITHER, cidr_ipv4: '10.0.0.0/8' }),
  resource('aws_vpc_security_group_ingress_rule.b', { ...RULE, security_group_id: unknown(), cidr_ipv4: '10.0.0.0/8' }),
  resource('aws_lb.front', { subnets: [ref('aws_subnet.a.id')], security_groups: [EITHER] }),
  { ...resource('aws_vpc.other', { cidr_block: '10.0.0.0/16' }, { stack: 'far' }), region: 'us-east-1' },
];

test('in which order resources are listed changes nothing', () => {
  const plain = networkFactsOf(universeOf(NETWORK));
  assert(
    property(shuffledSubarray([...NETWORK], { minLength: NETWORK.length }), (shuffled) => {
      expect(networkFactsOf(universeOf(shuffled))).toEqual(plain);
    }),
    { numRuns: 25 },
  );
});

test('a part of a network says what it says alone: what lies in another account and Region adds nothing', () => {
  const near = NETWORK.filter(({ stack }) => stack === 'net');
  const alone = factsOf(near);
  const together = factsOf(NETWORK);
  const others = ['net:aws_vpc.other', 'far:aws_vpc.other'];

  expect([...together.vpcs].filter(([key]) => !others.includes(key))).toEqual([...alone.vpcs]);
  expect([...together.subnets]).toEqual([...alone.subnets]);
  expect([...together.hosts]).toEqual([...alone.hosts]);
});

test('gaps are sorted, each once, with resource, argument and why', () => {
  expect(factsOf(NETWORK).gaps).toEqual([
    { key: 'net:aws_route_table_association.b', argument: 'subnet_id', why: 'known only after apply' },
    { key: 'net:aws_subnet.b', argument: 'cidr_block', why: 'a variable' },
    {
      key: 'net:aws_subnet.c',
      argument: 'vpc_id',
      why: "net:data.aws_vpc.found is looked up: it may be one of the documents' own, such as net:aws_vpc.main",
    },
    { key: 'net:aws_vpc_security_group_ingress_rule.b', argument: 'security_group_id', why: 'known only after apply' },
  ]);
});

test('what is not judged is a gap: a control of encryption drops packets', () => {
  const control = resource('aws_vpc_encryption_control.main', { ...IN_VPC, mode: 'enforce' });

  expect(factsOf([resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' }), control]).gaps).toEqual([
    {
      key: 'net:aws_vpc_encryption_control.main',
      argument: 'mode',
      why: "aws_vpc_encryption_control drops what no hardware encrypts, and whose hardware does the documents don't tell",
    },
  ]);
});

test('a document without a network is an empty network', () => {
  const { gaps, ...maps } = factsOf([resource('aws_s3_bucket.logs')]);

  expect(gaps).toEqual([]);
  expect(Object.values(maps).map(({ size }) => size)).toEqual(Object.values(maps).map(() => 0));
});
