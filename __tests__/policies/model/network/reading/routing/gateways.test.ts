import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, factsOf, knownText, oneOfText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const IN_VPC = { vpc_id: ref('aws_vpc.main.id') };
const TABLE = resource('aws_route_table.app', IN_VPC);

function toOutside(argument: ResourceFact['body']): ResourceFact {
  return resource('aws_route.one', {
    route_table_id: ref('aws_route_table.app.id'),
    destination_cidr_block: '0.0.0.0/0',
    ...argument,
  });
}

describe('the VPC of an internet gateway', () => {
  const bare = resource('aws_internet_gateway.main');
  const attachment = resource('aws_internet_gateway_attachment.main', {
    ...IN_VPC,
    internet_gateway_id: ref('aws_internet_gateway.main.id'),
  });

  test.each<[string, readonly ResourceFact[], string]>([
    ['is written in it', [resource('aws_internet_gateway.main', IN_VPC)], 'aws_vpc.main'],
    ['is written in its attachment', [bare, attachment], 'aws_vpc.main'],
    ['is none where it is attached to none', [bare], ''],
    [
      'is in doubt where it may not be there',
      [resource('aws_internet_gateway.main', IN_VPC, { repeated: unknown() })],
      'aws_vpc.main or …',
    ],
    ['is in doubt where its attachment may not be there', [bare, { ...attachment, repeated: unknown() }], 'aws_vpc.main or …'],
    ['is not known where that is not known', [resource('aws_internet_gateway.main', { vpc_id: unknown() })], '…'],
  ])('%s', (_what, resources, vpc) => {
    expect(oneOfText(at(factsOf([VPC, ...resources]).internetGateways, 'aws_internet_gateway.main').vpc)).toBe(vpc);
  });
});

test("gateways outside that a table leads to are attached to the table's VPC: AWS takes a route to no other", () => {
  const facts = factsOf([
    VPC,
    TABLE,
    toOutside({ gateway_id: 'igw-0aaa' }),
    resource('aws_route.six', {
      route_table_id: ref('aws_route_table.app.id'),
      destination_ipv6_cidr_block: '::/0',
      egress_only_gateway_id: 'eigw-0aaa',
    }),
  ]);

  expect(oneOfText(at(facts.internetGateways, 'igw-0aaa').vpc)).toBe('aws_vpc.main');
  expect(oneOfText(at(facts.egressOnlyGateways, 'eigw-0aaa').vpc)).toBe('aws_vpc.main');
});

test('a table that is associated with an internet gateway is its edge table', () => {
  const association = resource('aws_route_table_association.edge', {
    gateway_id: ref('aws_internet_gateway.main.id'),
    route_table_id: ref('aws_route_table.app.id'),
  });
  const gateway = resource('aws_internet_gateway.main', IN_VPC);

  expect(at(factsOf([VPC, TABLE, gateway]).internetGateways, 'aws_internet_gateway.main').edgeTable).toBeUndefined();
  expect(at(factsOf([VPC, TABLE, gateway, association]).internetGateways, 'aws_internet_gateway.main').edgeTable).toBe(
    'net:aws_route_table.app',
  );
});

test('an egress-only gateway lies in its VPC', () => {
  const gateway = resource('aws_egress_only_internet_gateway.main', IN_VPC);

  expect(oneOfText(at(factsOf([VPC, gateway]).egressOnlyGateways, 'aws_egress_only_internet_gateway.main').vpc)).toBe(
    'aws_vpc.main',
  );
});

describe('a NAT gateway', () => {
  const subnet = resource('aws_subnet.a', IN_VPC);

  test.each<[ResourceFact['body'], string, string]>([
    [{ subnet_id: ref('aws_subnet.a.id') }, 'aws_subnet.a', 'public'],
    [{ subnet_id: ref('aws_subnet.a.id'), connectivity_type: 'private' }, 'aws_subnet.a', 'private'],
    [{ subnet_id: ref('aws_subnet.a.id'), connectivity_type: unknown() }, 'aws_subnet.a', '?'],
    [{ subnet_id: ref('aws_subnet.a.id'), connectivity_type: 'other' }, 'aws_subnet.a', '?'],
    [{}, '…', 'public'],
    [{ subnet_id: unknown() }, '…', 'public'],
  ])('of %j stands in %s and is %s', (body, place, connectivity) => {
    const nat = at(factsOf([VPC, subnet, resource('aws_nat_gateway.a', body)]).natGateways, 'aws_nat_gateway.a');

    expect([oneOfText(nat.subnet), knownText(nat.connectivity)]).toEqual([place, connectivity]);
  });

  test('in a subnet by an id of nothing here stands outside', () => {
    const nat = at(factsOf([VPC, resource('aws_nat_gateway.a', { subnet_id: 'subnet-0aaa' })]).natGateways, 'aws_nat_gateway.a');

    expect(nat.subnet).toEqual({
      choices: [],
      open: { why: 'the subnet subnet-0aaa lies outside of the documents', computed: false },
    });
  });

  test('outside stands somewhere', () => {
    const nat = at(factsOf([VPC, TABLE, toOutside({ nat_gateway_id: 'nat-0aaa' })]).natGateways, 'nat-0aaa');

    expect([oneOfText(nat.subnet), knownText(nat.connectivity)]).toEqual(['…', '?']);
  });
});
