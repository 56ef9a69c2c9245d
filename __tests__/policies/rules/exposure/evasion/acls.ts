import { behindAcl, replies } from '../../../reachability/cases/evasion/exposed';
import type { EvasionRow } from './row';

/** Without the finding of the open group itself: only what the ACL lets in. */
const closedBehind = (lines: readonly string[]): EvasionRow['network'] => {
  const { 'aws_instance.server': _, ...rest } = behindAcl(lines);
  return Object.fromEntries(Object.entries(rest).filter(([address]) => !address.includes('open')));
};

/** Entries in their order. */
export const acls: readonly EvasionRow[] = [
  {
    name: 'an allow of everybody',
    network: closedBehind(['in 100 allow tcp/22 0.0.0.0/0']),
    finds: [
      'violated acl-admin-ports aws_network_acl_rule.house_in_100: lets the internet in to tcp/22 of aws_subnet.house | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a deny before it takes it back',
    network: closedBehind(['in 90 deny tcp/22 0.0.0.0/0', 'in 100 allow tcp/22 0.0.0.0/0']),
    finds: [],
  },
  {
    name: 'a deny behind it takes nothing back',
    network: closedBehind(['in 110 deny tcp/22 0.0.0.0/0', 'in 100 allow tcp/22 0.0.0.0/0']),
    finds: [
      'violated acl-admin-ports aws_network_acl_rule.house_in_100: lets the internet in to tcp/22 of aws_subnet.house | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'two denies of halves are one of everybody',
    network: closedBehind(['in 90 deny tcp/22 0.0.0.0/1', 'in 91 deny tcp/22 128.0.0.0/1', 'in 100 allow tcp/22 0.0.0.0/0']),
    finds: [],
  },
  {
    name: 'a deny of one half leaves the other',
    network: closedBehind(['in 90 deny tcp/22 0.0.0.0/1', 'in 100 allow tcp/22 0.0.0.0/0']),
    finds: [
      'violated acl-admin-ports aws_network_acl_rule.house_in_100: lets the internet in to tcp/22 of aws_subnet.house | tcp 128.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'numbers are no texts: 20 comes before 100',
    network: closedBehind(['in 20 deny tcp/22 0.0.0.0/0', 'in 100 allow tcp/20-25 0.0.0.0/0']),
    finds: [],
  },
  {
    name: 'a deny of tcp leaves udp, which carries RDP too',
    network: closedBehind(['in 90 deny tcp/3389 0.0.0.0/0', 'in 100 allow all 0.0.0.0/0']),
    finds: [
      'violated acl-admin-ports aws_network_acl_rule.house_in_100: lets the internet in to tcp/22, udp/22, udp/3389 of aws_subnet.house | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a deny of IPv4 leaves IPv6',
    network: closedBehind(['in 90 deny all 0.0.0.0/0', 'in 100 allow tcp/22 0.0.0.0/0', 'in 101 allow tcp/22 ::/0']),
    finds: [
      'violated acl-admin-ports aws_network_acl_rule.house_in_101: lets the internet in to tcp/22 of aws_subnet.house | tcp [2000::4]:49152 to [the IPv6 block of aws_vpc.main + 0x4]:22',
    ],
  },
  {
    name: 'replies to all client ports have to come in, 3389 among them',
    network: closedBehind(['in 100 allow tcp/1024-65535 0.0.0.0/0', 'in 110 allow udp/1024-65535 0.0.0.0/0']),
    finds: [],
  },
  {
    name: 'a range that ends before client ports is no range of replies',
    network: closedBehind(['in 100 allow tcp/1024-5000 0.0.0.0/0']),
    finds: [
      'violated acl-admin-ports aws_network_acl_rule.house_in_100: lets the internet in to tcp/3389 of aws_subnet.house | tcp 1.0.0.4:49152 to 10.0.0.4:3389',
    ],
  },
  { name: 'ICMP type 22 is no port', network: closedBehind(['in 100 allow icmp/22/0 0.0.0.0/0']), finds: [] },
  { name: 'an office', network: closedBehind(['in 100 allow tcp/22 192.0.2.0/24']), finds: [] },
  {
    name: 'an ACL that keeps everybody from an open group leaves the group a finding of its own',
    network: behindAcl(['in 100 allow tcp/443 0.0.0.0/0', ...replies]),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22, tcp/3389, udp/22, udp/3389 and 22 more to the internet (0.0.0.0/0, ::/0), and only something else keeps it out: no entry matches: dropped (aws_network_acl.house) | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'an ACL between: the group is reached at what both let in',
    network: behindAcl(['in 100 allow tcp/3000-4000 0.0.0.0/0', ...replies]),
    finds: [
      'violated acl-admin-ports aws_network_acl_rule.house_in_100: lets the internet in to tcp/3389 of aws_subnet.house | tcp 1.0.0.4:49152 to 10.0.0.4:3389',
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.open_0: lets the internet (0.0.0.0/0) reach tcp/3389 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:3389',
      'violated high-risk-ports aws_vpc_security_group_ingress_rule.open_0: lets the internet (0.0.0.0/0) reach tcp/3000, tcp/3306 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:3000',
      'violated latent-openings aws_security_group.open: opens tcp/22, tcp/3389, udp/22, udp/3389 and 22 more to the internet (0.0.0.0/0, ::/0), and only something else keeps it out: no entry matches: dropped (aws_network_acl.house) | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a number from a variable may come before or after',
    network: closedBehind(['in 100 deny tcp/22 ${var.block}', 'in 110 allow tcp/22 0.0.0.0/0']),
    finds: [
      'unknown acl-admin-ports aws_network_acl_rule.house_in_110: may let the internet in to tcp/22 of aws_subnet.house | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
];
