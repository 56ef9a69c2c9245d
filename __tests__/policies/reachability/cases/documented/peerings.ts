import type { Case } from '../case';
import {
  gatewayEndpoint,
  instance,
  internetGateway,
  mainRoutes,
  natGateway,
  openGroup,
  peering,
  prefixList,
  ref,
  type Resources,
  routes,
  subnet,
  table,
  together,
  vpc,
} from '../terraform';

const PCX = 'aws_vpc_peering_connection';

/** A VPC with one subnet and one instance in it, all of one name, and the routes of its main table. */
function plain(name: string, block: string, targets: Readonly<Record<string, string>>, more: Resources = {}): Resources {
  return together(
    vpc(name, block),
    subnet(name, name, block.replace('/16', '/24')),
    mainRoutes(name, targets),
    openGroup(name, name),
    instance(name, name, [name]),
    more,
  );
}

/** VPC A peered with B and C. */
const star = (a: Resources, b: Resources, c: Resources): Resources =>
  together(a, b, c, peering('ab', 'a', 'b'), peering('ac', 'a', 'c'));

/** Peerings between VPCs. */
export const peerings: readonly Case[] = [
  {
    name: 'two peered VPCs with routes to each other reach each other',
    source: 'VPC peering configurations with routes to an entire VPC: Two VPCs peered together',
    network: together(
      plain('a', '172.16.0.0/16', { '10.0.0.0/16': `${PCX}.ab` }),
      plain('b', '10.0.0.0/16', { '172.16.0.0/16': `${PCX}.ab` }),
      peering('ab', 'a', 'b'),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'proven', decides: ['gateway', `${PCX}.ab`, ''] },
      { ask: 'b -> a all', verdict: 'proven' },
    ],
  },
  {
    name: 'a route on one side only lets packets arrive, and loses the replies',
    source: 'Update your route tables for a VPC peering connection',
    network: together(
      plain('a', '172.16.0.0/16', { '10.0.0.0/16': `${PCX}.ab` }),
      plain('b', '10.0.0.0/16', {}),
      peering('ab', 'a', 'b'),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'unreachable', arrives: 'some' },
      { ask: 'b -> a tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'peering is not transitive: B and C do not meet by way of A, whatever their routes say',
    source: 'Unsupported VPC peering configurations: Transitive peering',
    network: star(
      plain('a', '172.16.0.0/16', { '10.0.0.0/16': `${PCX}.ab`, '192.168.0.0/16': `${PCX}.ac` }),
      plain('b', '10.0.0.0/16', { '172.16.0.0/16': `${PCX}.ab`, '192.168.0.0/16': `${PCX}.ab` }),
      plain('c', '192.168.0.0/16', { '172.16.0.0/16': `${PCX}.ac`, '10.0.0.0/16': `${PCX}.ac` }),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'proven' },
      { ask: 'a -> c tcp/443', verdict: 'proven' },
      { ask: 'b -> c tcp/443', verdict: 'unreachable' },
      { ask: 'c -> b tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a peer has no use of gateways: not the internet gateway, not NAT, not the VPN, not the endpoint',
    source: 'Unsupported VPC peering configurations: Edge to edge routing',
    network: together(
      plain('a', '172.16.0.0/16', { '0.0.0.0/0': `${PCX}.ab` }),
      vpc('b', '10.0.0.0/16'),
      peering('ab', 'a', 'b'),
      internetGateway('b'),
      { 'aws_vpn_gateway.office': { vpc_id: ref('aws_vpc.b') } },
      natGateway('b', 'b'),
      table('b', 'b', {
        '172.16.0.0/16': `${PCX}.ab`,
        '192.168.0.0/16': 'aws_vpn_gateway.office',
        '0.0.0.0/0': 'aws_internet_gateway.b',
      }),
      gatewayEndpoint('s3', 'b', ['b']),
      subnet('b', 'b', '10.0.0.0/24', { table: 'b' }),
      openGroup('b', 'b'),
      instance('b', 'b', ['b'], { associate_public_ip_address: true }),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'proven' },
      { ask: 'b -> internet tcp/443', verdict: 'proven' },
      { ask: 'b -> 192.168.0.0/16 tcp/443', verdict: 'proven' },
      { ask: 'b -> s3 tcp/443', verdict: 'proven' },
      { ask: 'a -> internet tcp/443', verdict: 'unreachable' },
      { ask: 'a -> 192.168.0.0/16 tcp/443', verdict: 'unreachable' },
      { ask: 'a -> s3 tcp/443', verdict: 'unreachable' },
      { ask: '192.168.0.0/16 -> a tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'VPCs with one block cannot peer: the local route wins over a route of the same length',
    source: 'Unsupported VPC peering configurations: Overlapping CIDR blocks',
    network: together(
      plain('a', '10.0.0.0/16', { '10.0.0.0/16': `${PCX}.ab` }),
      vpc('b', '10.0.0.0/16'),
      peering('ab', 'a', 'b'),
      mainRoutes('b', { '10.0.0.0/16': `${PCX}.ab` }),
      subnet('b', 'b', '10.0.5.0/24'),
      openGroup('b', 'b'),
      instance('b', 'b', ['b']),
    ),
    expect: [{ ask: 'a -> b tcp/443', verdict: 'unreachable' }],
  },
  {
    name: 'of two peers with one block the narrower route reaches one instance, the wider one the rest of the other peer',
    source: 'VPC peering configurations with specific routes: Longest prefix matches',
    network: star(
      plain('a', '172.16.0.0/16', { '10.0.0.77/32': `${PCX}.ab`, '10.0.0.0/16': `${PCX}.ac` }),
      plain('b', '10.0.0.0/16', { '172.16.0.0/16': `${PCX}.ab` }, instance('b77', 'b', ['b'], { private_ip: '10.0.0.77' })),
      plain(
        'c',
        '10.0.0.0/16',
        { '172.16.0.0/16': `${PCX}.ac` },
        together(
          instance('c77', 'c', ['c'], { private_ip: '10.0.0.77' }),
          instance('c88', 'c', ['c'], { private_ip: '10.0.0.88' }),
        ),
      ),
    ),
    expect: [
      { ask: 'a -> b77 tcp/443', verdict: 'proven', witness: { dst: '10.0.0.77' } },
      { ask: 'a -> c88 tcp/443', verdict: 'proven', witness: { dst: '10.0.0.88' } },
      { ask: 'a -> c77 tcp/443', verdict: 'unreachable' },
      { ask: 'a -> c tcp/443', verdict: 'partial', lost: ['tcp 443'] },
      { ask: 'b77 -> a tcp/443', verdict: 'proven' },
      { ask: 'c77 -> a tcp/443', verdict: 'unreachable', arrives: 'some' },
    ],
  },
  {
    name: 'two peers with one block each reach the subnet that answers to them, and no other',
    source: 'VPC peering configurations with specific routes: Two VPCs that access specific subnets in one VPC',
    network: star(
      together(
        vpc('a', '172.16.0.0/16'),
        table('one', 'a', { '10.0.0.0/16': `${PCX}.ab` }),
        table('two', 'a', { '10.0.0.0/16': `${PCX}.ac` }),
        subnet('one', 'a', '172.16.0.0/24', { table: 'one' }),
        subnet('two', 'a', '172.16.1.0/24', { table: 'two' }),
        openGroup('a', 'a'),
        instance('one', 'one', ['a']),
        instance('two', 'two', ['a']),
      ),
      plain('b', '10.0.0.0/16', { '172.16.0.0/24': `${PCX}.ab` }),
      plain('c', '10.0.0.0/16', { '172.16.0.0/16': `${PCX}.ac` }),
    ),
    expect: [
      { ask: 'b -> one tcp/443', verdict: 'proven' },
      { ask: 'b -> two tcp/443', verdict: 'unreachable' },
      { ask: 'c -> two tcp/443', verdict: 'proven' },
      { ask: 'c -> one tcp/443', verdict: 'unreachable', arrives: 'some' },
      { ask: 'one -> two tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'routes to a prefix list lead to the peer for each of its blocks',
    source: 'Reference prefix lists in your AWS resources: VPC route tables',
    network: together(
      vpc('a', '10.0.0.0/16'),
      plain('b', '10.1.0.0/16', { '10.0.0.0/16': `${PCX}.ab` }),
      peering('ab', 'a', 'b'),
      {
        'aws_ec2_managed_prefix_list.b': {
          name: 'b',
          address_family: 'IPv4',
          max_entries: 2,
          entry: [{ cidr: '10.1.0.0/17' }, { cidr: '10.1.128.0/17' }],
        },
      },
      subnet('a', 'a', '10.0.0.0/24'),
      openGroup('a', 'a'),
      instance('a', 'a', ['a']),
      routes('a', ref('aws_vpc.a', 'main_route_table_id'), { 'aws_ec2_managed_prefix_list.b': `${PCX}.ab` }),
    ),
    expect: [{ ask: 'a -> b tcp/443', verdict: 'proven' }],
  },
  ...[
    { '10.1.0.0/16': `${PCX}.ac`, 'aws_ec2_managed_prefix_list.one': `${PCX}.ab` },
    { 'aws_ec2_managed_prefix_list.one': `${PCX}.ab`, '10.1.0.0/16': `${PCX}.ac` },
  ].map((targets, at) => ({
    name: `a route to a block wins over one to a prefix list that holds the same block, wherever it is written (${String(at + 1)})`,
    source: 'Route priority: Prefix lists',
    network: together(
      prefixList('one', ['10.1.0.0/16']),
      star(
        plain('a', '10.0.0.0/16', targets),
        plain('b', '10.1.0.0/16', { '10.0.0.0/16': `${PCX}.ab` }),
        plain('c', '10.1.0.0/16', { '10.0.0.0/16': `${PCX}.ac` }),
      ),
    ),
    expect: [
      { ask: 'a -> c tcp/443', verdict: 'proven' as const },
      { ask: 'a -> b tcp/443', verdict: 'unreachable' as const },
    ],
  })),
  {
    name: 'of two prefix lists with one block AWS takes either route: not known which',
    source: 'Route priority: Prefix lists',
    network: together(
      prefixList('one', ['10.1.0.0/16']),
      prefixList('two', ['10.1.0.0/16']),
      star(
        plain('a', '10.0.0.0/16', {
          'aws_ec2_managed_prefix_list.one': `${PCX}.ab`,
          'aws_ec2_managed_prefix_list.two': `${PCX}.ac`,
        }),
        plain('b', '10.1.0.0/16', { '10.0.0.0/16': `${PCX}.ab` }),
        plain('c', '10.1.0.0/16', { '10.0.0.0/16': `${PCX}.ac` }),
      ),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'unknown' },
      { ask: 'a -> c tcp/443', verdict: 'unknown' },
    ],
  },
];
