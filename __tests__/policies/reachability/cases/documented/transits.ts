import type { Case } from '../case';
import {
  acl,
  attachment,
  bareTransitGateway,
  group,
  instance,
  internetGateway,
  mainRoutes,
  natGateway,
  openGroup,
  type Resources,
  subnet,
  table,
  together,
  transitGateway,
  transitTable,
  vpc,
  vpn,
} from '../terraform';

const TGW = 'aws_ec2_transit_gateway.hub';

/** A VPC with one instance, attached by a subnet of its own, everything else by way of the gateway. */
function spoke(name: string, block: string, attached: object = {}): Resources {
  const [first = '', second = ''] = block.split('.');
  return together(
    vpc(name, block),
    mainRoutes(name, { '0.0.0.0/0': TGW }),
    subnet(name, name, `${first}.${second}.0.0/24`),
    subnet(`${name}_tgw`, name, `${first}.${second}.255.0/28`),
    openGroup(name, name),
    instance(name, name, [name]),
    attachment(name, 'hub', [`${name}_tgw`], attached),
  );
}

const a = spoke('a', '10.1.0.0/16');
const b = spoke('b', '10.2.0.0/16');
const c = spoke('c', '10.3.0.0/16');

/** Two VPCs whose instances stand in the subnet of the attachment, or beside it, with ACLs. */
function guarded(parts: { readonly own: boolean; readonly acl: readonly string[] }): Resources {
  const a_acl = parts.own ? { acl: 'a' } : {};
  return together(
    transitGateway('hub'),
    b,
    vpc('a', '10.1.0.0/16'),
    mainRoutes('a', { '0.0.0.0/0': TGW }),
    subnet('a', 'a', '10.1.0.0/24', a_acl),
    ...(parts.own ? [] : [subnet('a_tgw', 'a', '10.1.255.0/28', { acl: 'a' })]),
    acl('a', 'a', parts.acl),
    openGroup('a', 'a'),
    instance('a', 'a', ['a']),
    attachment('a', 'hub', [parts.own ? 'a' : 'a_tgw']),
  );
}

/** Rules by group across a gateway: ingress by group at the server; egress of the client as given. */
function byGroup(gateway: object, egress: string, attached: object = {}): Resources {
  const both = (name: string, block: string): Resources =>
    together(
      vpc(name, block),
      mainRoutes(name, { '0.0.0.0/0': TGW }),
      subnet(name, name, block.replace('/16', '/24')),
      attachment(name, 'hub', [name], attached),
    );
  return together(
    transitGateway('hub', gateway),
    both('a', '10.1.0.0/16'),
    both('b', '10.2.0.0/16'),
    group('client', 'a', [egress]),
    group('server', 'b', ['in tcp/5432 @client']),
    instance('client', 'a', ['client']),
    instance('server', 'b', ['server']),
  );
}

const ON = { security_group_referencing_support: 'enable' };
const OFF = { security_group_referencing_support: 'disable' };

/** Transit gateways. */
export const transits: readonly Case[] = [
  {
    name: 'with one table for all, every VPC reaches every other, and the office',
    source: 'Example: Centralized router',
    network: together(transitGateway('hub'), a, b, c, vpn('hub')),
    expect: [
      {
        ask: 'a -> b tcp/443',
        verdict: 'proven',
        decides: ['route', `${TGW}.association_default_route_table_id`, '10.2.0.0/16'],
      },
      { ask: 'b -> c tcp/443', verdict: 'proven' },
      { ask: 'c -> a icmp/8', verdict: 'proven' },
    ],
  },
  {
    name: 'what an office announces by BGP into the table of all may be narrower than a VPC: not known',
    source: 'Transit gateways: Route evaluation order',
    network: together(transitGateway('hub'), a, b, vpn('hub', { static_routes_only: false })),
    expect: [{ ask: 'a -> b tcp/443', verdict: 'unknown' }],
  },
  {
    name: 'isolated VPCs reach the office, and not each other',
    source: 'Example: Isolated VPCs',
    network: together(
      bareTransitGateway('hub'),
      a,
      b,
      vpn('hub'),
      transitTable('vpcs', 'hub', { associated: ['a', 'b'], routes: { '192.168.0.0/16': 'vpn' } }),
      transitTable('office', 'hub', { associated: ['vpn'], propagated: ['a', 'b'] }),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'unreachable' },
      { ask: 'b -> a tcp/443', verdict: 'unreachable' },
      { ask: 'a -> 192.168.0.0/24 tcp/443', verdict: 'proven' },
      { ask: '192.168.0.0/24 -> b tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'a table that leads everything else to the office leaves to its routers whether VPCs meet there: not known',
    source: 'Example: Isolated VPCs',
    network: together(
      bareTransitGateway('hub'),
      a,
      b,
      vpn('hub'),
      transitTable('vpcs', 'hub', { associated: ['a', 'b'], routes: { '0.0.0.0/0': 'vpn' } }),
      transitTable('office', 'hub', { associated: ['vpn'], propagated: ['a', 'b'] }),
    ),
    expect: [{ ask: 'a -> b tcp/443', verdict: 'unknown' }],
  },
  {
    name: 'isolated VPCs share a VPC of services that answers each of them',
    source: 'Example: Isolated VPCs with shared services',
    network: together(
      bareTransitGateway('hub'),
      a,
      b,
      spoke('d', '10.4.0.0/16'),
      vpn('hub'),
      transitTable('isolated', 'hub', { associated: ['a', 'b'], propagated: ['d'], routes: { '192.168.0.0/16': 'vpn' } }),
      transitTable('shared', 'hub', { associated: ['d', 'vpn'], propagated: ['a', 'b', 'd'] }),
    ),
    expect: [
      { ask: 'a -> d tcp/443', verdict: 'proven' },
      { ask: 'd -> b tcp/443', verdict: 'proven' },
      { ask: 'a -> b tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'VPCs without an internet gateway leave by the NAT of another VPC: not judged; blackholes keep them apart',
    source: 'Example: Centralized outbound routing to the internet',
    network: together(
      bareTransitGateway('hub'),
      a,
      b,
      vpc('out', '10.9.0.0/16'),
      internetGateway('out'),
      table('public', 'out', { '0.0.0.0/0': 'aws_internet_gateway.out', '10.0.0.0/8': TGW }),
      table('private', 'out', { '0.0.0.0/0': 'aws_nat_gateway.out' }),
      subnet('public', 'out', '10.9.0.0/24', { table: 'public' }),
      subnet('private', 'out', '10.9.1.0/24', { table: 'private' }),
      natGateway('out', 'public'),
      attachment('out', 'hub', ['private']),
      transitTable('spokes', 'hub', {
        associated: ['a', 'b'],
        routes: { '0.0.0.0/0': 'out', '10.0.0.0/8': 'blackhole' },
      }),
      transitTable('out', 'hub', { associated: ['out'], propagated: ['a', 'b'] }),
    ),
    expect: [
      { ask: 'a -> internet tcp/443', verdict: 'unknown' },
      { ask: 'internet -> a tcp/443', verdict: 'unreachable' },
      {
        ask: 'a -> b tcp/443',
        verdict: 'unreachable',
        blocker: ['route', 'aws_ec2_transit_gateway_route_table.spokes', '10.0.0.0/8'],
      },
    ],
  },
  {
    name: 'a static route of a transit gateway wins over a propagated one of its length, and a narrower one over both',
    source: 'Transit gateways: Route evaluation order',
    network: together(
      bareTransitGateway('hub'),
      a,
      b,
      c,
      transitTable('all', 'hub', {
        associated: ['a', 'b', 'c'],
        propagated: ['a', 'b', 'c'],
        routes: { '10.2.0.0/16': 'blackhole', '10.0.0.0/8': 'blackhole' },
      }),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'unreachable' },
      { ask: 'a -> c tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'a zone without a subnet of the attachment cannot reach the transit gateway',
    source: 'Amazon VPC attachments in Transit Gateway',
    network: together(
      transitGateway('hub'),
      a,
      b,
      subnet('a_far', 'a', '10.1.1.0/24', { zone: 'b' }),
      instance('far', 'a_far', ['a']),
    ),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'proven' },
      { ask: 'far -> b tcp/443', verdict: 'unreachable' },
      { ask: 'b -> far tcp/443', verdict: 'unreachable', arrives: 'some' },
      { ask: 'far -> a tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: "the ACL of the attachment's subnet sees the instances come in and the others go out to them",
    source: 'Network ACLs for transit gateways: Different subnets',
    network: guarded({
      own: false,
      acl: ['in 100 allow tcp/443 10.1.0.0/24', 'out 100 allow tcp/1024-65535 10.1.0.0/24'],
    }),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'proven', decides: ['network-acl-in', 'aws_network_acl.a', '100'] },
      { ask: 'a -> b tcp/80', verdict: 'unreachable', blocker: ['network-acl-in', 'aws_network_acl.a', ''] },
      { ask: 'b -> a tcp/443', verdict: 'unreachable', blocker: ['network-acl-out', 'aws_network_acl.a', ''] },
    ],
  },
  {
    name: 'in one subnet with the attachment only what instances send is asked about: out by destination, in by source',
    source: 'Network ACLs for transit gateways: Same subnet',
    network: guarded({ own: true, acl: ['out 100 allow tcp/443 10.2.0.0/16', 'in 100 allow tcp/443 10.1.0.0/24'] }),
    expect: [
      { ask: 'a -> b tcp/443', verdict: 'proven' },
      { ask: 'a -> b tcp/80', verdict: 'unreachable' },
    ],
  },
  {
    name: 'in one subnet with the attachment an ACL that lets nothing in stops what instances send',
    source: 'Network ACLs for transit gateways: Same subnet',
    network: guarded({ own: true, acl: ['out 100 allow all 0.0.0.0/0'] }),
    expect: [{ ask: 'a -> b tcp/443', verdict: 'unreachable', blocker: ['network-acl-in', 'aws_network_acl.a', ''] }],
  },
  {
    name: 'a rule by group admits the members of another VPC where the gateway and both attachments reference groups',
    source: 'Security group referencing in Transit Gateway',
    network: byGroup(ON, 'out tcp/5432 10.2.0.0/16', ON),
    expect: [{ ask: 'client -> server tcp/5432', verdict: 'proven' }],
  },
  {
    name: 'without the switch at the gateway a rule by group admits nobody of another VPC',
    source: 'Security group referencing in Transit Gateway',
    network: byGroup({}, 'out tcp/5432 10.2.0.0/16', ON),
    expect: [
      {
        ask: 'client -> server tcp/5432',
        verdict: 'unreachable',
        blocker: ['security-group-in', 'aws_security_group.server', ''],
      },
    ],
  },
  {
    name: 'an attachment that switches it off keeps members of another VPC out',
    source: 'Security group referencing in Transit Gateway',
    network: byGroup(ON, 'out tcp/5432 10.2.0.0/16', OFF),
    expect: [{ ask: 'client -> server tcp/5432', verdict: 'unreachable' }],
  },
  {
    name: 'egress rules by group never reach across a transit gateway',
    source: 'Security group referencing in Transit Gateway: Limitations',
    network: byGroup(ON, 'out tcp/5432 @server', ON),
    expect: [
      {
        ask: 'client -> server tcp/5432',
        verdict: 'unreachable',
        blocker: ['security-group-out', 'aws_security_group.client', ''],
      },
    ],
  },
];
