import type { Case } from '../case';
import { behindAcl, behindGroup, replies } from './exposed';

const SOURCE = 'evasion: protocols and ports';
const legacy = (protocol: string, from_port: number, to_port: number): object => ({
  type: 'ingress',
  security_group_id: '${aws_security_group.server.id}',
  protocol,
  from_port,
  to_port,
  cidr_blocks: ['0.0.0.0/0'],
});

/** What rules say of protocols and ports, and what they only seem to say. */
export const protocols: readonly Case[] = [
  {
    name: 'protocol -1 is every protocol and every port, whatever ports stand beside it',
    source: SOURCE,
    network: behindGroup([], { 'aws_security_group_rule.all': legacy('-1', 0, 0) }),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven', witness: { dstPort: 22 } },
      { ask: 'internet -> server all', verdict: 'proven' },
    ],
  },
  {
    name: 'protocol -1 in an ACL ignores its ports',
    source: SOURCE,
    network: behindAcl(['in 100 allow -1/443 0.0.0.0/0', ...replies]),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven' },
      { ask: 'internet -> server icmp/8', verdict: 'proven' },
    ],
  },
  {
    name: 'tcp from 0 to 0 is port 0 alone',
    source: SOURCE,
    network: behindGroup([], { 'aws_security_group_rule.zero': legacy('tcp', 0, 0) }),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'unreachable' },
      { ask: 'internet -> server tcp/0', verdict: 'proven' },
    ],
  },
  {
    name: 'protocol 6 is tcp, and 17 is udp',
    source: SOURCE,
    network: behindGroup([], {
      'aws_security_group_rule.six': legacy('6', 22, 22),
      'aws_security_group_rule.udp': legacy('17', 53, 53),
    }),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven', witness: { protocol: 6 } },
      { ask: 'internet -> server udp/53', verdict: 'proven', witness: { protocol: 17 } },
      { ask: 'internet -> server udp/22', verdict: 'unreachable' },
      { ask: 'internet -> server tcp/53', verdict: 'unreachable' },
    ],
  },
  {
    name: 'protocol 6 in an ACL is tcp with its ports',
    source: SOURCE,
    network: behindAcl(['in 100 allow 6/22 0.0.0.0/0', ...replies]),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven' },
      { ask: 'internet -> server tcp/23', verdict: 'unreachable' },
      { ask: 'internet -> server udp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'ports in two pieces are all ports, and pieces with a gap lose what lies in it',
    source: SOURCE,
    network: behindGroup([
      'in tcp/0-1023 0.0.0.0/0',
      'in tcp/1024-65535 0.0.0.0/0',
      'in udp/0-21 0.0.0.0/0',
      'in udp/23-65535 0.0.0.0/0',
    ]),
    expect: [
      { ask: 'internet -> server tcp/0-65535', verdict: 'proven' },
      { ask: 'internet -> server udp/22', verdict: 'unreachable', witness: { protocol: 17, dstPort: 22 } },
      { ask: 'internet -> server udp/0-65535', verdict: 'partial', lost: ['udp 22'] },
    ],
  },
  {
    name: 'ICMP 3/4 opens no tcp port 3 or 4',
    source: SOURCE,
    network: behindGroup(['in icmp/3/4 0.0.0.0/0']),
    expect: [
      { ask: 'internet -> server icmp/3/4', verdict: 'proven', witness: { protocol: 1, srcPort: 3, dstPort: 4 } },
      { ask: 'internet -> server icmp/4/3', verdict: 'unreachable' },
      { ask: 'internet -> server tcp/3-4', verdict: 'unreachable' },
      { ask: 'internet -> server udp/3-4', verdict: 'unreachable' },
    ],
  },
  {
    name: 'ICMP 8/0 is one type and code, no range from 8 to 0, and 8/-1 is every code',
    source: SOURCE,
    network: behindGroup([], {
      'aws_security_group_rule.ping': legacy('icmp', 8, 0),
      'aws_security_group_rule.unreachable': legacy('icmp', 3, -1),
    }),
    expect: [
      { ask: 'internet -> server icmp/8/0', verdict: 'proven' },
      { ask: 'internet -> server icmp/5/0', verdict: 'unreachable' },
      { ask: 'internet -> server icmp/3', verdict: 'proven' },
      { ask: 'internet -> server icmp/8/1', verdict: 'unreachable' },
    ],
  },
  {
    name: 'every tcp and udp port is no ICMP, and ICMP is no ICMPv6',
    source: SOURCE,
    network: behindGroup(['in tcp/0-65535 0.0.0.0/0', 'in udp/0-65535 0.0.0.0/0', 'in icmp ::/0']),
    expect: [
      { ask: 'internet -> server icmp/8', verdict: 'unreachable' },
      { ask: 'internet -> server proto/50', verdict: 'unreachable' },
      { ask: 'internet -> server icmpv6/128 v6', verdict: 'unreachable' },
    ],
  },
  {
    name: 'entries for a protocol without ports match all of it, and nothing else',
    source: SOURCE,
    network: behindAcl(['in 100 allow 50/500 0.0.0.0/0', 'in 110 deny 47 0.0.0.0/0', 'in 120 allow 47 0.0.0.0/0', ...replies]),
    expect: [
      { ask: 'internet -> server proto/50', verdict: 'proven', witness: { protocol: 50 } },
      { ask: 'internet -> server proto/47', verdict: 'unreachable' },
      { ask: 'internet -> server tcp/500', verdict: 'unreachable' },
    ],
  },
  {
    name: 'replies that are let out for tcp leave udp unanswered, though its packets arrive',
    source: SOURCE,
    network: behindAcl(['in 100 allow all 0.0.0.0/0', 'out 100 allow tcp/1024-65535 0.0.0.0/0']),
    expect: [
      { ask: 'internet -> server tcp/53', verdict: 'proven' },
      { ask: 'internet -> server udp/53', verdict: 'unreachable', arrives: 'some' },
      { ask: 'internet -> server icmp/8', verdict: 'unreachable', arrives: 'some' },
      { ask: 'internet -> server icmp/3/4', verdict: 'proven' },
    ],
  },
  {
    name: 'an ACL entry for ICMP that names no type is type 0 code 0, not every type',
    source: SOURCE,
    network: {
      ...behindAcl(replies),
      'aws_network_acl_rule.untyped': {
        network_acl_id: '${aws_network_acl.house.id}',
        egress: false,
        rule_number: 100,
        rule_action: 'allow',
        protocol: 'icmp',
        cidr_block: '0.0.0.0/0',
      },
    },
    expect: [
      { ask: 'internet -> server icmp/8/0', verdict: 'unreachable' },
      { ask: 'internet -> server icmp/0/0', verdict: 'proven' },
    ],
  },
];
