import type { Case } from '../case';
import { behindAcl, replies } from './exposed';

const SOURCE = 'evasion: order of ACL entries';

/** Denials that come too late, and allowances that do. */
export const order: readonly Case[] = [
  {
    name: 'a deny behind an allow denies nothing',
    source: SOURCE,
    network: behindAcl(['in 200 deny tcp/22 0.0.0.0/0', 'in 100 allow tcp/0-65535 0.0.0.0/0', ...replies]),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven', decides: ['network-acl-in', 'aws_network_acl.house', '100'] },
    ],
  },
  {
    name: 'a deny before an allow denies',
    source: SOURCE,
    network: behindAcl(['in 200 allow tcp/0-65535 0.0.0.0/0', 'in 100 deny tcp/22 0.0.0.0/0', ...replies]),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'unreachable', blocker: ['network-acl-in', 'aws_network_acl.house', '100'] },
      { ask: 'internet -> server tcp/23', verdict: 'proven' },
      { ask: 'internet -> server tcp/21-23', verdict: 'partial', lost: ['tcp 22'] },
    ],
  },
  {
    name: 'numbers order as numbers: 20 comes before 100',
    source: SOURCE,
    network: behindAcl(['in 100 allow tcp/22 0.0.0.0/0', 'in 20 deny tcp/22 192.0.2.0/24', ...replies]),
    expect: [
      {
        ask: '192.0.2.0/24 -> server tcp/22',
        verdict: 'unreachable',
        blocker: ['network-acl-in', 'aws_network_acl.house', '20'],
      },
      { ask: '198.51.100.0/24 -> server tcp/22', verdict: 'proven' },
    ],
  },
  {
    name: 'a deny of one family says nothing of the other',
    source: SOURCE,
    network: behindAcl(['in 100 deny all ::/0', 'in 110 allow tcp/22 0.0.0.0/0', 'in 120 allow tcp/22 ::/0', ...replies]),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven' },
      { ask: 'internet -> server tcp/22 v6', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a deny of tcp leaves udp to the allow behind it',
    source: SOURCE,
    network: behindAcl(['in 100 deny tcp/0-65535 0.0.0.0/0', 'in 110 allow all 0.0.0.0/0', ...replies]),
    expect: [
      { ask: 'internet -> server udp/53', verdict: 'proven' },
      { ask: 'internet -> server tcp/53', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a deny of replies closes what the inbound entries open',
    source: SOURCE,
    network: behindAcl(['in 100 allow all 0.0.0.0/0', 'out 100 deny tcp/1024-65535 0.0.0.0/0', 'out 200 allow all 0.0.0.0/0']),
    expect: [
      {
        ask: 'internet -> server tcp/22',
        verdict: 'unreachable',
        arrives: 'some',
        blocker: ['network-acl-out', 'aws_network_acl.house', '100'],
      },
      { ask: 'internet -> server tcp/22 from 1-1023', verdict: 'proven' },
      { ask: 'internet -> server udp/53', verdict: 'proven' },
    ],
  },
];
