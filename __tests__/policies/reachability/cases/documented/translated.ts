import type { Case } from '../case';
import {
  dualStackVpc,
  group,
  instance,
  internetGateway,
  natGateway,
  type Resources,
  routes,
  ref,
  subnet,
  table,
  together,
} from '../terraform';

const SOURCE = 'DNS64 and NAT64';

/** A subnet of IPv6 hosts whose table has these routes beside a NAT gateway of its neighbour's. */
function network(targets: Readonly<Record<string, string>>, rules: readonly string[]): Resources {
  return together(
    dualStackVpc('main', '10.0.0.0/16'),
    internetGateway('main'),
    table('public', 'main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
    subnet('public', 'main', '10.0.0.0/24', { table: 'public' }),
    natGateway('main', 'public'),
    table('private', 'main'),
    routes('private', ref('aws_route_table.private'), targets),
    subnet('private', 'main', '10.0.1.0/24', { table: 'private', ipv6: 1 }),
    group('app', 'main', rules),
    instance('app', 'private', ['app'], { ipv6_address_count: 1 }),
    { 'aws_egress_only_internet_gateway.main': { vpc_id: ref('aws_vpc.main') } },
  );
}

const OUT = ['out all ::/0'];
const NAT64 = { '64:ff9b::/96': 'aws_nat_gateway.main' };

/** IPv6 hosts and the internet of IPv4. */
export const translated: readonly Case[] = [
  {
    name: 'a NAT gateway translates what goes to 64:ff9b::/96 to IPv4, so that IPv6 hosts may meet the internet by it',
    source: SOURCE,
    network: network(NAT64, OUT),
    expect: [
      { ask: 'app -> 64:ff9b::/96 tcp/443 v6', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'app -> internet tcp/443 v6', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'app -> 2a00:1450::/32 tcp/443 v6', verdict: 'unreachable' },
    ],
  },
  {
    name: 'without a route for them nothing translates, and hosts that let nothing out to them meet nobody',
    source: SOURCE,
    network: network({}, OUT),
    expect: [
      { ask: 'app -> 64:ff9b::/96 tcp/443 v6', verdict: 'unreachable' },
      { ask: 'app -> internet tcp/443 v6', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a group is asked before anything is translated',
    source: SOURCE,
    network: network(NAT64, ['out tcp/443 ::/0']),
    expect: [
      { ask: 'app -> internet tcp/443 v6', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'app -> internet tcp/22 v6', verdict: 'unreachable' },
    ],
  },
  {
    name: 'what goes out by an egress-only gateway is proven, whatever is translated beside it',
    source: SOURCE,
    network: network({ ...NAT64, '::/0': 'aws_egress_only_internet_gateway.main' }, OUT),
    expect: [{ ask: 'app -> internet tcp/443 v6', verdict: 'proven' }],
  },
];
