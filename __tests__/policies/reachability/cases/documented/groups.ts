import type { Case } from '../case';
import {
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

/** One public subnet; what is stopped, groups stop. */
const place = together(
  vpc('main', '10.0.0.0/16'),
  internetGateway('main'),
  mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
  subnet('a', 'main', '10.0.0.0/24'),
  subnet('b', 'main', '10.0.1.0/24', { zone: 'b' }),
);

const at = (...parts: readonly Resources[]): Resources => together(place, ...parts);

/** Security groups. */
export const groups: readonly Case[] = [
  {
    name: 'members of the default group reach each other, and nobody else reaches them',
    source: 'Default security groups for your VPCs',
    network: at(
      openGroup('open', 'main'),
      instance('one', 'a', [], { vpc_security_group_ids: [ref('aws_vpc.main', 'default_security_group_id')] }),
      instance('two', 'b', [], { vpc_security_group_ids: [ref('aws_vpc.main', 'default_security_group_id')] }),
      instance('stranger', 'a', ['open']),
    ),
    expect: [
      { ask: 'one -> two all', verdict: 'proven' },
      { ask: 'one -> stranger tcp/443', verdict: 'proven' },
      { ask: 'stranger -> two tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a default group that Terraform takes over without rules lets nothing pass',
    source: 'Default security groups for your VPCs; aws_default_security_group of the provider',
    network: at(
      { 'aws_default_security_group.main': { vpc_id: ref('aws_vpc.main') } },
      instance('one', 'a', [], { vpc_security_group_ids: [ref('aws_default_security_group.main')] }),
      instance('two', 'b', [], { vpc_security_group_ids: [ref('aws_vpc.main', 'default_security_group_id')] }),
    ),
    expect: [
      {
        ask: 'one -> two tcp/443',
        verdict: 'unreachable',
        blocker: ['security-group-out', 'aws_default_security_group.main', ''],
      },
      { ask: 'two -> one tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'replies pass whatever the rules of the other direction say, to pings too',
    source: 'Security group connection tracking',
    network: at(
      group('server', 'main', ['in tcp/22 203.0.113.0/24', 'in icmp 0.0.0.0/0', 'in tcp/80 0.0.0.0/0']),
      publicInstance('server', 'a', ['server']),
    ),
    expect: [
      { ask: '203.0.113.0/24 -> server tcp/22', verdict: 'proven' },
      { ask: '198.51.100.0/24 -> server tcp/22', verdict: 'unreachable' },
      { ask: 'internet -> server icmp/8', verdict: 'proven' },
      { ask: 'internet -> server tcp/80', verdict: 'proven' },
      { ask: 'server -> internet tcp/80', verdict: 'unreachable' },
      { ask: 'server -> internet icmp/8', verdict: 'unreachable' },
    ],
  },
  {
    name: 'the rules of several groups add up',
    source: 'Security group rules: Security group rule basics',
    network: at(
      group('ssh', 'main', ['in tcp/22 192.0.2.0/24']),
      group('web', 'main', ['in tcp/443 0.0.0.0/0']),
      publicInstance('both', 'a', ['ssh', 'web']),
      publicInstance('web', 'a', ['web']),
    ),
    expect: [
      { ask: '192.0.2.0/24 -> both tcp/22', verdict: 'proven', decides: ['security-group-in', 'aws_security_group.ssh', '22'] },
      { ask: 'internet -> both tcp/443', verdict: 'proven' },
      { ask: '192.0.2.0/24 -> web tcp/22', verdict: 'unreachable' },
      { ask: 'internet -> both tcp/22', verdict: 'partial', lost: ['tcp 22'], witness: { dstPort: 22 } },
    ],
  },
  {
    name: 'the more permissive of two rules for one port holds',
    source: 'Security group rules: overlapping rules',
    network: at(
      group('server', 'main', ['in tcp/22 203.0.113.1/32', 'in tcp/22 0.0.0.0/0']),
      publicInstance('server', 'a', ['server']),
    ),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'proven' }],
  },
  {
    name: 'a rule by group knows the private addresses of its members: over the internet it admits nobody',
    source: 'Security group rules: Security group referencing',
    network: at(
      openGroup('client', 'main'),
      group('server', 'main', ['in tcp/443 @client']),
      publicInstance('client', 'a', ['client']),
      publicInstance('server', 'b', ['server']),
    ),
    expect: [
      { ask: 'client -> server tcp/443', verdict: 'proven' },
      { ask: 'internet -> server tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a new group has no way in, and with Terraform no way out',
    source: 'Security group rules: Security group rule basics; aws_security_group of the provider',
    network: at(group('new', 'main', []), publicInstance('new', 'a', ['new'])),
    expect: [
      { ask: 'internet -> new tcp/443', verdict: 'unreachable', blocker: ['security-group-in', 'aws_security_group.new', ''] },
      { ask: 'new -> internet tcp/443', verdict: 'unreachable', blocker: ['security-group-out', 'aws_security_group.new', ''] },
    ],
  },
];
