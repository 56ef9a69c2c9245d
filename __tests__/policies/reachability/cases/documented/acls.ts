import type { Case } from '../case';
import {
  acl,
  dualStackVpc,
  group,
  instance,
  internetGateway,
  mainRoutes,
  openGroup,
  publicInstance,
  ref,
  type Resources,
  subnet,
  together,
  vpc,
} from '../terraform';

/** A public subnet with one web server behind an ACL, the groups wide open: what is stopped, the ACL stops. */
function webServer(lines: readonly string[], parts: Resources = {}): Resources {
  return together(
    dualStackVpc('main', '10.0.0.0/16'),
    internetGateway('main'),
    mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main', '::/0': 'aws_internet_gateway.main' }),
    subnet('web', 'main', '10.0.0.0/24', { acl: 'web', ipv6: 0 }),
    acl('web', 'main', lines),
    openGroup('open', 'main'),
    instance('web', 'web', ['open'], { associate_public_ip_address: true, ipv6_address_count: 1 }),
    parts,
  );
}

const CUSTOM = [
  'in 100 allow tcp/80 0.0.0.0/0',
  'in 110 allow tcp/443 0.0.0.0/0',
  'in 120 allow tcp/22 192.0.2.0/24',
  'in 130 allow tcp/3389 192.0.2.0/24',
  'in 140 allow tcp/32768-65535 0.0.0.0/0',
  'out 100 allow tcp/80 0.0.0.0/0',
  'out 110 allow tcp/443 0.0.0.0/0',
  'out 120 allow tcp/1024-65535 192.0.2.0/24',
  'out 140 allow tcp/32768-65535 0.0.0.0/0',
];

const REPLIES = (range: string): Resources =>
  webServer([`in 100 allow tcp/443 0.0.0.0/0`, `out 100 allow tcp/${range} 0.0.0.0/0`]);

/** Network ACLs alone. */
export const acls: readonly Case[] = [
  {
    name: 'the default ACL lets everything pass, until somebody takes it over and leaves it empty',
    source: 'Default network ACL for a VPC',
    network: together(
      vpc('main', '10.0.0.0/16'),
      internetGateway('main'),
      mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
      subnet('web', 'main', '10.0.0.0/24'),
      openGroup('open', 'main'),
      publicInstance('web', 'web', ['open']),
      vpc('taken', '10.1.0.0/16'),
      internetGateway('taken'),
      mainRoutes('taken', { '0.0.0.0/0': 'aws_internet_gateway.taken' }),
      subnet('closed', 'taken', '10.1.0.0/24'),
      openGroup('taken', 'taken'),
      publicInstance('closed', 'closed', ['taken']),
      {
        'aws_default_network_acl.taken': { default_network_acl_id: ref('aws_vpc.taken', 'default_network_acl_id') },
      },
    ),
    expect: [
      { ask: 'internet -> web all', verdict: 'proven' },
      { ask: 'web -> internet udp/53', verdict: 'proven' },
      {
        ask: 'internet -> closed tcp/80',
        verdict: 'unreachable',
        blocker: ['network-acl-in', 'aws_default_network_acl.taken', ''],
      },
    ],
  },
  {
    name: 'the custom ACL admits the web, the administrators, and replies to ports from 32768 on',
    source: 'Custom network ACLs for your VPC (IPv4 example)',
    network: webServer(CUSTOM),
    expect: [
      { ask: 'internet -> web tcp/443 from 32768-65535', verdict: 'proven' },
      { ask: 'internet -> web tcp/443', verdict: 'partial', lost: ['tcp client 1024-32767'] },
      { ask: '192.0.2.0/24 -> web tcp/22', verdict: 'proven' },
      { ask: '192.0.2.0/24 -> web tcp/3389', verdict: 'proven' },
      {
        ask: '198.51.100.0/24 -> web tcp/22',
        verdict: 'unreachable',
        blocker: ['network-acl-in', 'aws_network_acl.web', ''],
      },
      { ask: 'web -> internet tcp/443 from 32768-60999', verdict: 'proven' },
      { ask: 'web -> internet tcp/443', verdict: 'partial', lost: ['tcp client 1024-32767'] },
      {
        ask: 'web -> internet tcp/25',
        verdict: 'unreachable',
        blocker: ['network-acl-out', 'aws_network_acl.web', ''],
      },
      { ask: 'internet -> web udp/443', verdict: 'unreachable' },
      { ask: 'internet -> web icmp/8', verdict: 'unreachable' },
    ],
  },
  {
    name: 'entries for IPv4 say nothing of IPv6, and a port that no entry names is denied by the last one',
    source: 'Custom network ACLs for your VPC (example inbound rules)',
    network: webServer([
      'in 100 allow tcp/80 0.0.0.0/0',
      'in 105 allow tcp/80 ::/0',
      'in 110 allow tcp/443 0.0.0.0/0',
      'in 120 allow tcp/22 0.0.0.0/0',
      'out 140 allow tcp/32768-65535 0.0.0.0/0',
      'out 145 allow tcp/32768-65535 ::/0',
    ]),
    expect: [
      { ask: 'internet -> web tcp/443 from 32768-65535', verdict: 'proven' },
      { ask: 'internet -> web tcp/443 from 32768-65535 v6', verdict: 'unreachable' },
      { ask: 'internet -> web tcp/80 from 32768-65535 v6', verdict: 'proven' },
      { ask: 'internet -> web tcp/139', verdict: 'unreachable', witness: { dstPort: 139, protocol: 6 } },
    ],
  },
  {
    name: 'an ACL keeps SSH to one computer when the group is opened by mistake, and never stands inside its subnet',
    source: 'Example: Control access to instances in a subnet',
    network: together(
      vpc('main', '172.31.0.0/16'),
      subnet('admin', 'main', '172.31.1.0/24'),
      subnet('servers', 'main', '172.31.2.0/24', { acl: 'servers' }),
      acl('servers', 'main', ['in 100 allow tcp/22 172.31.1.2/32', 'out 100 allow tcp/1024-65535 172.31.1.2/32']),
      group('servers', 'main', ['in all @self', 'in tcp/22 0.0.0.0/0', 'out all 0.0.0.0/0']),
      openGroup('admin', 'main'),
      instance('trusted', 'admin', ['admin'], { private_ip: '172.31.1.2' }),
      instance('other', 'admin', ['admin'], { private_ip: '172.31.1.3' }),
      instance('one', 'servers', ['servers']),
      instance('two', 'servers', ['servers']),
    ),
    expect: [
      { ask: 'trusted -> one tcp/22', verdict: 'proven', witness: { src: '172.31.1.2', protocol: 6, dstPort: 22 } },
      {
        ask: 'other -> one tcp/22',
        verdict: 'unreachable',
        blocker: ['network-acl-in', 'aws_network_acl.servers', ''],
        witness: { src: '172.31.1.3' },
      },
      { ask: 'one -> two all', verdict: 'proven' },
      { ask: 'one -> trusted tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'replies open for Linux clients only lose what Windows clients and load balancers use',
    source: 'Custom network ACLs for your VPC: Ephemeral ports',
    network: REPLIES('32768-60999'),
    expect: [
      { ask: 'internet -> web tcp/443 from 32768-60999', verdict: 'proven' },
      { ask: 'internet -> web tcp/443 from 49152-65535', verdict: 'partial', lost: ['tcp client 61000-65535'] },
      {
        ask: 'internet -> web tcp/443 from 1024-65535',
        verdict: 'partial',
        lost: ['tcp client 1024-32767, 61000-65535'],
      },
      {
        ask: 'internet -> web tcp/443 from 1024-32767',
        verdict: 'unreachable',
        arrives: 'some',
        blocker: ['network-acl-out', 'aws_network_acl.web', ''],
      },
    ],
  },
  {
    name: 'replies open for Windows clients only lose the lower half of what Linux uses',
    source: 'Custom network ACLs for your VPC: Ephemeral ports',
    network: REPLIES('49152-65535'),
    expect: [
      { ask: 'internet -> web tcp/443 from 49152-65535', verdict: 'proven' },
      { ask: 'internet -> web tcp/443 from 32768-60999', verdict: 'partial', lost: ['tcp client 32768-49151'] },
    ],
  },
  {
    name: 'path MTU discovery needs ICMP 3/4 in both directions, and ping is another type',
    source: 'Path MTU Discovery',
    network: webServer([
      'in 100 allow icmp/3/4 0.0.0.0/0',
      'out 100 allow icmp/3/4 0.0.0.0/0',
      'in 101 allow 58/2/0 ::/0',
      'out 101 allow 58/2/0 ::/0',
    ]),
    expect: [
      { ask: 'internet -> web icmp/3/4', verdict: 'proven', witness: { protocol: 1, srcPort: 3, dstPort: 4 } },
      { ask: 'web -> internet icmp/3/4', verdict: 'proven' },
      { ask: 'internet -> web icmpv6/2/0 v6', verdict: 'proven', witness: { protocol: 58, srcPort: 2, dstPort: 0 } },
      { ask: 'internet -> web icmp/3/3', verdict: 'unreachable' },
      { ask: 'internet -> web icmp/8/0', verdict: 'unreachable' },
      { ask: 'internet -> web tcp/4', verdict: 'unreachable' },
    ],
  },
  {
    name: 'the entry with the lowest number decides, whatever later ones say',
    source: 'Network ACL rules',
    network: webServer([
      'in 90 deny tcp/443 192.0.2.0/24',
      'in 100 allow tcp/443 0.0.0.0/0',
      'in 110 deny tcp/443 198.51.100.0/24',
      'out 100 allow tcp/1024-65535 0.0.0.0/0',
    ]),
    expect: [
      {
        ask: '192.0.2.0/24 -> web tcp/443',
        verdict: 'unreachable',
        blocker: ['network-acl-in', 'aws_network_acl.web', '90'],
      },
      { ask: '198.51.100.0/24 -> web tcp/443', verdict: 'proven', decides: ['network-acl-in', 'aws_network_acl.web', '100'] },
      { ask: '203.0.113.0/24 -> web tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'a block with host bits is its network: 100.68.0.18/18 is 100.68.0.0/18',
    source: 'Network ACL rules',
    network: webServer([
      'in 90 deny tcp/443 198.51.100.77/24',
      'in 100 allow tcp/443 0.0.0.0/0',
      'out 100 allow tcp/1024-65535 0.0.0.0/0',
    ]),
    expect: [
      { ask: '198.51.100.0/24 -> web tcp/443', verdict: 'unreachable' },
      { ask: '198.51.101.0/24 -> web tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: "no ACL and no group stops Amazon's own services at link-local addresses",
    source: 'Network ACL basics; Security group rules: Limitation',
    network: together(
      vpc('main', '10.0.0.0/16'),
      subnet('closed', 'main', '10.0.0.0/24', { acl: 'closed' }),
      acl('closed', 'main', []),
      group('closed', 'main', []),
      instance('server', 'closed', ['closed']),
    ),
    expect: [
      { ask: 'server -> 169.254.169.253/32 udp/53', verdict: 'proven' },
      { ask: 'server -> 169.254.169.254/32 tcp/80', verdict: 'proven' },
      { ask: 'server -> 192.0.2.1/32 udp/53', verdict: 'unreachable' },
    ],
  },
];
