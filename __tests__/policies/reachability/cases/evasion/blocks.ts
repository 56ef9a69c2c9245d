import type { Case } from '../case';
import { internetGateway, openGroup, prefixList, publicInstance, subnet, table, together, vpc } from '../terraform';
import { behindAcl, behindGroup, replies } from './exposed';

const SOURCE = 'evasion: blocks';
/** The 16 blocks of length 4, all or without some. */
const sixteenths = (without: readonly number[] = []): string[] =>
  Array.from({ length: 16 }, (_, at) => at)
    .filter((at) => !without.includes(at))
    .map((at) => `${String(at * 16)}.0.0.0/4`);
const ssh = (blocks: readonly string[]): string[] => blocks.map((block) => `in tcp/22 ${block}`);
const SSH = { protocol: 6, dstPort: 22 } as const;

/** Blocks that add up, and blocks that only look as if they did. */
export const blocks: readonly Case[] = [
  {
    name: 'two halves are the whole internet',
    source: SOURCE,
    network: behindGroup(ssh(['0.0.0.0/1', '128.0.0.0/1'])),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'proven', witness: SSH }],
  },
  {
    name: 'one half is a half',
    source: SOURCE,
    network: behindGroup(ssh(['128.0.0.0/1'])),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'partial', lost: ['tcp 22'], witness: SSH },
      { ask: '198.51.100.0/24 -> server tcp/22', verdict: 'proven' },
      { ask: '8.8.8.0/24 -> server tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'two halves in an ACL are the whole internet, and a deny of both is a deny of all',
    source: SOURCE,
    network: behindAcl([
      'in 100 deny tcp/23 0.0.0.0/1',
      'in 101 deny tcp/23 128.0.0.0/1',
      'in 200 allow tcp/22-23 0.0.0.0/1',
      'in 201 allow tcp/22-23 128.0.0.0/1',
      ...replies,
    ]),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven' },
      { ask: 'internet -> server tcp/23', verdict: 'unreachable' },
    ],
  },
  {
    name: 'sixteen small blocks are the whole internet',
    source: SOURCE,
    network: behindGroup(ssh(sixteenths())),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'proven' }],
  },
  {
    name: 'fifteen of sixteen are not',
    source: SOURCE,
    network: behindGroup(ssh(sixteenths([12]))),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'partial', lost: ['tcp 22'] },
      { ask: '192.0.2.0/24 -> server tcp/22', verdict: 'unreachable', witness: { ...SSH } },
    ],
  },
  {
    name: 'what is missing from 224.0.0.0 on nobody on the internet has',
    source: SOURCE,
    network: behindGroup(ssh(sixteenths([14, 15]))),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'proven' }],
  },
  {
    name: 'every private range opens nothing to the internet',
    source: SOURCE,
    network: behindGroup(ssh(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'])),
    expect: [{ ask: 'internet -> server tcp/22', verdict: 'unreachable' }],
  },
  {
    name: 'a block one bit wider than a private range opens the neighbours',
    source: SOURCE,
    network: behindGroup(ssh(['172.0.0.0/8'])),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'partial', lost: ['tcp 22'] },
      { ask: '172.32.0.0/16 -> server tcp/22', verdict: 'proven' },
    ],
  },
  {
    name: 'two halves of IPv6 are the whole of it, and so is 2000::/3, where all public addresses lie',
    source: SOURCE,
    network: behindGroup(['in tcp/22 ::/1', 'in tcp/22 8000::/1', 'in tcp/23 2000::/3', 'in tcp/24 8000::/1']),
    expect: [
      { ask: 'internet -> server tcp/22 v6', verdict: 'proven' },
      { ask: 'internet -> server tcp/23 v6', verdict: 'proven' },
      { ask: 'internet -> server tcp/24 v6', verdict: 'unreachable' },
      { ask: 'internet -> server tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'one half of the public IPv6 addresses is a half',
    source: SOURCE,
    network: behindGroup(['in tcp/22 2000::/4']),
    expect: [{ ask: 'internet -> server tcp/22 v6', verdict: 'partial', lost: ['tcp 22'] }],
  },
  {
    name: 'blocks that map IPv4 into IPv6 are no IPv4, and no public IPv6',
    source: SOURCE,
    network: behindGroup([], {
      'aws_security_group_rule.mapped': {
        type: 'ingress',
        security_group_id: '${aws_security_group.server.id}',
        protocol: 'tcp',
        from_port: 22,
        to_port: 22,
        ipv6_cidr_blocks: ['::ffff:0:0/96', '::ffff:a00:0/104', '64:ff9b::/96'],
      },
    }),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'unreachable' },
      { ask: 'internet -> server tcp/22 v6', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a prefix list that holds everything, in one block or in halves, is the whole internet',
    source: SOURCE,
    network: behindGroup(['in tcp/22 aws_ec2_managed_prefix_list.office', 'in tcp/23 aws_ec2_managed_prefix_list.halves'], {
      ...prefixList('office', ['192.0.2.0/24', '0.0.0.0/0']),
      ...prefixList('halves', ['0.0.0.0/1', '128.0.0.0/1']),
    }),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'proven', witness: SSH },
      { ask: 'internet -> server tcp/23', verdict: 'proven' },
    ],
  },
  {
    name: 'a prefix list of offices is its blocks and no more, entries that stand beside it included',
    source: SOURCE,
    network: behindGroup(['in tcp/22 aws_ec2_managed_prefix_list.office'], {
      'aws_ec2_managed_prefix_list.office': { name: 'office', address_family: 'IPv4', max_entries: 2 },
      'aws_ec2_managed_prefix_list_entry.one': {
        prefix_list_id: '${aws_ec2_managed_prefix_list.office.id}',
        cidr: '192.0.2.0/25',
      },
      'aws_ec2_managed_prefix_list_entry.two': {
        prefix_list_id: '${aws_ec2_managed_prefix_list.office.id}',
        cidr: '192.0.2.128/25',
      },
    }),
    expect: [
      { ask: '192.0.2.0/24 -> server tcp/22', verdict: 'proven' },
      { ask: '198.51.100.0/24 -> server tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a mask written /08, which Terraform takes for /8, is no /0',
    source: SOURCE,
    network: behindGroup(['in tcp/22 10.0.0.0/08', 'in tcp/22 192.0.2.0/24']),
    expect: [
      { ask: '192.0.2.0/24 -> server tcp/22', verdict: 'proven' },
      { ask: '8.8.8.0/24 -> server tcp/22', verdict: 'unreachable' },
      { ask: 'internet -> server tcp/23', verdict: 'unreachable' },
    ],
  },
  {
    name: 'routes to two halves are a way to the whole internet, and to one half to a half',
    source: SOURCE,
    network: together(
      vpc('main', '10.0.0.0/16'),
      internetGateway('main'),
      table('both', 'main', { '0.0.0.0/1': 'aws_internet_gateway.main', '128.0.0.0/1': 'aws_internet_gateway.main' }),
      table('half', 'main', { '0.0.0.0/1': 'aws_internet_gateway.main' }),
      subnet('both', 'main', '10.0.0.0/24', { table: 'both' }),
      subnet('half', 'main', '10.0.1.0/24', { table: 'half' }),
      openGroup('open', 'main'),
      publicInstance('both', 'both', ['open']),
      publicInstance('half', 'half', ['open']),
    ),
    expect: [
      { ask: 'internet -> both tcp/22', verdict: 'proven' },
      { ask: 'internet -> half tcp/22', verdict: 'partial', lost: ['tcp 22'] },
      { ask: '198.51.100.0/24 -> half tcp/22', verdict: 'unreachable', arrives: 'some' },
    ],
  },
];
