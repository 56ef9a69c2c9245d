import type { Case } from '../case';
import { group, instance, openGroup, publicInstance, ref, subnet, together } from '../terraform';
import { street } from './exposed';

const SOURCE = 'evasion: groups that name groups';
const yard = together(street, subnet('yard', 'main', '10.0.1.0/24', { zone: 'b' }));

/** Rules by group: whom they admit, and whom not. */
export const members: readonly Case[] = [
  {
    name: 'that A reaches B and B reaches C lets A not reach C',
    source: SOURCE,
    network: together(
      yard,
      group('a', 'main', ['in tcp/443 0.0.0.0/0', 'out all 0.0.0.0/0']),
      group('b', 'main', ['in tcp/443 @a', 'out all 0.0.0.0/0']),
      group('c', 'main', ['in tcp/443 @b', 'out all 0.0.0.0/0']),
      publicInstance('a', 'house', ['a']),
      instance('b', 'yard', ['b']),
      instance('c', 'yard', ['c']),
    ),
    expect: [
      { ask: 'internet -> a tcp/443', verdict: 'proven' },
      { ask: 'a -> b tcp/443', verdict: 'proven' },
      { ask: 'b -> c tcp/443', verdict: 'proven' },
      { ask: 'a -> c tcp/443', verdict: 'unreachable', blocker: ['security-group-in', 'aws_security_group.c', ''] },
      { ask: 'internet -> b tcp/443', verdict: 'unreachable' },
      { ask: 'c -> b tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'one interface in both groups of a chain does reach its end',
    source: SOURCE,
    network: together(
      yard,
      group('a', 'main', ['in tcp/443 0.0.0.0/0', 'out all 0.0.0.0/0']),
      group('b', 'main', ['in tcp/443 @a']),
      group('c', 'main', ['in tcp/443 @b']),
      publicInstance('both', 'house', ['a', 'b']),
      instance('c', 'yard', ['c']),
    ),
    expect: [{ ask: 'both -> c tcp/443', verdict: 'proven' }],
  },
  {
    name: 'a rule of a group for itself admits its members, and no neighbours of the subnet',
    source: SOURCE,
    network: together(
      yard,
      group('cluster', 'main', ['in all @self', 'out all 0.0.0.0/0']),
      openGroup('other', 'main'),
      instance('one', 'house', ['cluster']),
      instance('two', 'house', ['cluster']),
      instance('three', 'yard', ['other', 'cluster']),
      instance('neighbour', 'house', ['other']),
    ),
    expect: [
      { ask: 'one -> two all', verdict: 'proven' },
      { ask: 'three -> one tcp/443', verdict: 'proven' },
      { ask: 'neighbour -> one tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a group that admits itself admits the internet no more than before',
    source: SOURCE,
    network: together(
      yard,
      group('cluster', 'main', []),
      {
        'aws_security_group_rule.self': {
          type: 'ingress',
          security_group_id: ref('aws_security_group.cluster'),
          protocol: '-1',
          from_port: 0,
          to_port: 0,
          self: true,
        },
      },
      group('out', 'main', ['out all 0.0.0.0/0']),
      publicInstance('one', 'house', ['cluster']),
      instance('two', 'yard', ['cluster', 'out']),
      instance('stranger', 'yard', ['out']),
    ),
    expect: [
      { ask: 'internet -> one tcp/22', verdict: 'unreachable' },
      { ask: 'two -> one tcp/22', verdict: 'proven' },
      { ask: 'stranger -> one tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: "the sender's group must let it out too, and a rule of the receiver's egress is no way in",
    source: SOURCE,
    network: together(
      yard,
      group('mute', 'main', []),
      group('server', 'main', ['in tcp/443 @mute', 'out tcp/22 @mute']),
      group('client', 'main', ['out tcp/22 @server']),
      instance('mute', 'house', ['mute']),
      instance('server', 'yard', ['server']),
      instance('client', 'yard', ['client']),
    ),
    expect: [
      { ask: 'mute -> server tcp/443', verdict: 'unreachable', blocker: ['security-group-out', 'aws_security_group.mute', ''] },
      { ask: 'client -> server tcp/22', verdict: 'unreachable', blocker: ['security-group-in', 'aws_security_group.server', ''] },
    ],
  },
  {
    name: 'an open group on a host without a public address opens nothing to the internet',
    source: SOURCE,
    network: together(yard, openGroup('open', 'main'), instance('hidden', 'house', ['open'])),
    expect: [{ ask: 'internet -> hidden tcp/22', verdict: 'unreachable' }],
  },
];
