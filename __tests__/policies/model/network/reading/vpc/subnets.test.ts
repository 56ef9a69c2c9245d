import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, blockText, factsOf, knownText, oneOfText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const IMPLICIT = 'aws_vpc.main.default_route_table_id';

function subnet(name: string, body: ResourceFact['body'] = {}): ResourceFact {
  return resource(`aws_subnet.${name}`, { vpc_id: ref('aws_vpc.main.id'), cidr_block: '10.0.0.0/24', ...body });
}

function read(resources: readonly ResourceFact[], key = 'aws_subnet.a') {
  return at(factsOf([VPC, ...resources]).subnets, key);
}

test('a subnet has the blocks that are written, and no others', () => {
  const dual = read([subnet('a', { ipv6_cidr_block: '2a05:d018::/64' })]);
  const six = read([subnet('a', { cidr_block: '', ipv6_cidr_block: '2a05:d018::/64', ipv6_native: true })]);
  const pool = read([subnet('a', { cidr_block: null, ipv4_ipam_pool_id: 'ipam-pool-1' })]);

  expect([dual, six, pool].map(({ ipv4, ipv6 }) => [blockText(ipv4), blockText(ipv6)])).toEqual([
    ['10.0.0.0/24', '2a05:d018::/64'],
    ['none', '2a05:d018::/64'],
    ['?', 'none'],
  ]);
});

test.each<[string, ResourceFact['body'], ResourceFact['body'], readonly string[]]>([
  ['names', { availability_zone: 'eu-west-1a' }, { availability_zone: 'eu-west-1b' }, ['eu-west-1a', 'eu-west-1b']],
  ['ids', { availability_zone_id: 'euw1-az1' }, { availability_zone_id: 'euw1-az2' }, ['euw1-az1', 'euw1-az2']],
  // One zone has both: which name an id has differs between accounts.
  ['a name and an id', { availability_zone: 'eu-west-1a' }, { availability_zone_id: 'euw1-az1' }, ['eu-west-1a', '?']],
  ['a name and nothing', { availability_zone: 'eu-west-1a' }, {}, ['eu-west-1a', '?']],
  [
    'a name and a list to choose from',
    { availability_zone: 'eu-west-1a' },
    { availability_zone: unknown() },
    ['eu-west-1a', '?'],
  ],
])('the zones of two subnets by %s', (_what, one, other, zones) => {
  const { subnets } = factsOf([VPC, subnet('a', one), subnet('b', other)]);

  expect([...subnets.values()].map(({ zone }) => knownText(zone))).toEqual(zones);
});

test.each<[ResourceFact['body'], string]>([
  [{}, 'false'],
  [{ map_public_ip_on_launch: true }, 'true'],
  [{ map_public_ip_on_launch: 'true' }, 'true'],
  [{ map_public_ip_on_launch: unknown() }, '?'],
])('a subnet of %j gives public addresses: %s', (body, maps) => {
  expect(knownText(read([subnet('a', body)]).mapsPublicIpv4)).toBe(maps);
});

test('a default subnet gives public addresses, in a block that AWS chose, and lies in the default VPC', () => {
  const lone = resource('aws_default_subnet.a', { availability_zone: 'eu-west-1a' });
  const made = read([lone, resource('aws_default_vpc.own', {})], 'aws_default_subnet.a');

  expect([blockText(made.ipv4), knownText(made.mapsPublicIpv4), oneOfText(made.vpc)]).toEqual([
    '?',
    'true',
    'aws_default_vpc.own',
  ]);
  expect(oneOfText(read([lone], 'aws_default_subnet.a').vpc)).toBe('…');
});

describe('which table decides for a subnet', () => {
  const tables = ['one', 'other'].map((name) => resource(`aws_route_table.${name}`, { vpc_id: ref('aws_vpc.main.id') }));

  function association(name: string, subnets: ReturnType<typeof ref | typeof unknown>, place = {}): ResourceFact {
    const body = { route_table_id: ref(`aws_route_table.${name}.id`), subnet_id: subnets };
    return resource(`aws_route_table_association.${name}`, body, place);
  }

  const both = ref('aws_subnet.a.id', 'aws_subnet.b.id');

  test.each<[string, readonly ResourceFact[], string]>([
    ['the main one', [], IMPLICIT],
    ['its own', [association('one', ref('aws_subnet.a.id'))], 'aws_route_table.one'],
    [
      'one of two that both claim it',
      ['one', 'other'].map((name) => association(name, ref('aws_subnet.a.id'))),
      'aws_route_table.one or aws_route_table.other',
    ],
    ['its own or the main one', [association('one', both)], `aws_route_table.one or ${IMPLICIT}`],
    [
      'its own, and not one that may be for it or another: AWS refuses a second',
      [association('one', ref('aws_subnet.a.id')), association('other', both)],
      'aws_route_table.one',
    ],
    // Two associations for two subnets: each has one of them.
    [
      'one of two for two subnets',
      [association('one', both), association('other', both)],
      'aws_route_table.one or aws_route_table.other',
    ],
    [
      'one of two for two subnets, or the main one, where there may be fewer',
      [association('one', both, { repeated: unknown() }), association('other', both)],
      `aws_route_table.one or aws_route_table.other or ${IMPLICIT}`,
    ],
    [
      'either, where one is for a subnet that is not known',
      [association('one', unknown())],
      `${IMPLICIT} or aws_route_table.one`,
    ],
    [
      'its own, whatever else is not known',
      [association('one', ref('aws_subnet.a.id')), association('other', unknown())],
      'aws_route_table.one',
    ],
  ])('%s', (_what, associations, table) => {
    expect(oneOfText(read([subnet('a'), subnet('b'), ...tables, ...associations]).table)).toBe(table);
  });
});

describe('a subnet that is looked up', () => {
  const looked = resource('data.aws_subnet.found', { vpc_id: ref('aws_vpc.main.id'), availability_zone: 'eu-west-1a' });

  test('has a block, a table and an ACL that others know', () => {
    const found = read([looked], 'net:data.aws_subnet.found');

    expect([blockText(found.ipv4), blockText(found.ipv6), oneOfText(found.table), oneOfText(found.acl)]).toEqual([
      '?',
      '?',
      '…',
      '…',
    ]);
    expect([oneOfText(found.vpc), knownText(found.zone)]).toEqual(['aws_vpc.main', 'eu-west-1a']);
  });

  test('is the one of a state with the same id', () => {
    const known = subnet('a', { id: 'subnet-1' });
    const { subnets } = factsOf([VPC, known, resource('data.aws_subnet.found', { id: 'subnet-1' })], 'state');

    expect([...subnets.keys()]).toEqual(['net:aws_subnet.a']);
  });
});
