import { behindGroup, server, street } from '../../../reachability/cases/evasion/exposed';
import { group, prefixList, together } from '../../../reachability/cases/terraform';
import type { EvasionRow } from './row';

const ssh = (blocks: readonly string[]): string[] => blocks.map((block) => `in tcp/22 ${block}`);
/** Blocks of a length, one after another. */
const blocksFrom = (first: number, count: number, length: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const address = first * 2 ** 24 + at * 2 ** (32 - length);
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
    return `${bytes.join('.')}/${String(length)}`;
  });

/** Blocks that add up to the internet, and blocks that only look as if they did. */
export const blocks: readonly EvasionRow[] = [
  {
    name: 'everybody',
    network: behindGroup(ssh(['0.0.0.0/0'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'two halves of everybody are the internet twice',
    network: behindGroup(ssh(['0.0.0.0/1', '128.0.0.0/1'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (0.0.0.0/1) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_1: lets the internet (128.0.0.0/1) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'one half is the internet',
    network: behindGroup(ssh(['128.0.0.0/1'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (128.0.0.0/1) reach tcp/22 of aws_instance.server | tcp 128.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a /8 of public addresses is the internet',
    network: behindGroup(ssh(['18.0.0.0/8'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (18.0.0.0/8) reach tcp/22 of aws_instance.server | tcp 18.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  { name: 'a /9 of public addresses is somebody', network: behindGroup(ssh(['18.0.0.0/9'])), finds: [] },
  {
    name: '256 blocks of /16 side by side are a /8, found at the first of them',
    network: behindGroup(ssh(blocksFrom(18, 256, 16))),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (18.0.0.0/16, 18.1.0.0/16 and 254 more together) reach tcp/22 of aws_instance.server | tcp 18.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  { name: '255 of them are not', network: behindGroup(ssh(blocksFrom(18, 255, 16))), finds: [] },
  {
    name: 'two /9 are one /8',
    network: behindGroup(ssh(['18.0.0.0/9', '18.128.0.0/9'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (18.0.0.0/9, 18.128.0.0/9 together) reach tcp/22 of aws_instance.server | tcp 18.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  { name: 'one /9 named twice is one /9', network: behindGroup([...ssh(['18.0.0.0/9']), 'in tcp/20-30 18.0.0.0/9']), finds: [] },
  {
    name: 'a /9 and a /9 in two groups of one interface are a /8',
    network: together(
      street,
      group('low', 'main', ['in tcp/22 18.0.0.0/9']),
      group('high', 'main', ['in tcp/22 18.128.0.0/9']),
      server(['low', 'high']),
    ),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.high_0: lets the internet (18.0.0.0/9, 18.128.0.0/9 together) reach tcp/22 of aws_instance.server | tcp 18.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'every private range is nobody on the internet',
    network: behindGroup(ssh(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'])),
    finds: [],
  },
  { name: 'a /8 of which a part is private is less than a /8', network: behindGroup(ssh(['172.0.0.0/8'])), finds: [] },
  {
    name: 'a mask written /00 is /0',
    network: behindGroup(ssh(['0.0.0.0/00'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a mask written /08 is /8, and 10.0.0.0/08 private',
    network: behindGroup([...ssh(['18.0.0.0/08']), 'in tcp/3389 10.0.0.0/08']),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (18.0.0.0/8) reach tcp/22 of aws_instance.server | tcp 18.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'bits behind the mask do not hide /0',
    network: behindGroup(ssh(['203.0.113.7/0'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'all of IPv6',
    network: behindGroup(ssh(['::/0'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (::/0) reach tcp/22 of aws_instance.server | tcp [2000::4]:49152 to [the IPv6 block of aws_vpc.main + 0x4]:22',
    ],
  },
  {
    name: 'two halves of IPv6: the public addresses lie in the first',
    network: behindGroup(ssh(['::/1', '8000::/1'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (::/1) reach tcp/22 of aws_instance.server | tcp [2000::4]:49152 to [the IPv6 block of aws_vpc.main + 0x4]:22',
    ],
  },
  {
    name: '2000::/3 is all public IPv6 addresses',
    network: behindGroup(ssh(['2000::/3'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (2000::/3) reach tcp/22 of aws_instance.server | tcp [2000::4]:49152 to [the IPv6 block of aws_vpc.main + 0x4]:22',
    ],
  },
  {
    name: 'a /16 of IPv6 is the internet',
    network: behindGroup(ssh(['2600::/16'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (2600::/16) reach tcp/22 of aws_instance.server | tcp [2600::4]:49152 to [the IPv6 block of aws_vpc.main + 0x4]:22',
    ],
  },
  { name: 'a /17 of IPv6 is somebody', network: behindGroup(ssh(['2600::/17'])), finds: [] },
  { name: 'unique local addresses are nobody on the internet', network: behindGroup(ssh(['fc00::/7'])), finds: [] },
  {
    name: 'a prefix list with everybody in it',
    network: behindGroup(['in tcp/22 aws_ec2_managed_prefix_list.office'], prefixList('office', ['192.0.2.0/24', '0.0.0.0/0'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (prefix list aws_ec2_managed_prefix_list.office) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a prefix list with halves in it',
    network: behindGroup(['in tcp/22 aws_ec2_managed_prefix_list.office'], prefixList('office', ['0.0.0.0/1', '128.0.0.0/1'])),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (prefix list aws_ec2_managed_prefix_list.office) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a prefix list of offices',
    network: behindGroup(
      ['in tcp/22 aws_ec2_managed_prefix_list.office'],
      prefixList('office', ['192.0.2.0/24', '198.51.100.0/24']),
    ),
    finds: [],
  },
  {
    name: 'a prefix list outside of the documents may hold everybody',
    network: behindGroup([], {
      'aws_vpc_security_group_ingress_rule.list': {
        security_group_id: '${aws_security_group.server.id}',
        prefix_list_id: 'pl-0123456789abcdef0',
        ip_protocol: 'tcp',
        from_port: 22,
        to_port: 22,
      },
    }),
    finds: [
      'unknown admin-ports-from-internet aws_vpc_security_group_ingress_rule.list: may let the internet (prefix list pl-0123456789abcdef0) reach tcp/22 of aws_instance.server: aws_vpc_security_group_ingress_rule.list: pl-0123456789abcdef0 is kept outside of the documents | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a block from a variable may be everybody',
    network: behindGroup(ssh(['${var.block}'])),
    finds: [
      'unknown admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: may let the internet (an unknown block) reach tcp/22 of aws_instance.server: aws_vpc_security_group_ingress_rule.server_0: it is set from outside: ${var.block} | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
];
