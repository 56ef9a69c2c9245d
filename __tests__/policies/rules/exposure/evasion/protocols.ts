import { behindGroup } from '../../../reachability/cases/evasion/exposed';
import { ref } from '../../../reachability/cases/terraform';
import type { EvasionRow } from './row';

/** A rule of the older kind, whose protocol is written as it stands. */
const legacy = (protocol: string | number, from_port: number, to_port: number): EvasionRow['network'] =>
  behindGroup([], {
    'aws_security_group_rule.one': {
      type: 'ingress',
      security_group_id: ref('aws_security_group.server'),
      protocol,
      from_port,
      to_port,
      cidr_blocks: ['0.0.0.0/0'],
    },
  });

/** Ports and protocols by whatever name. */
export const protocols: readonly EvasionRow[] = [
  {
    name: 'a range of ports has those in it',
    network: behindGroup(['in tcp/20-25 0.0.0.0/0']),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
      'violated high-risk-ports aws_vpc_security_group_ingress_rule.server_0: lets the internet (0.0.0.0/0) reach tcp/20, tcp/21, tcp/23, tcp/25 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:20',
    ],
  },
  { name: 'a range that ends before 22', network: behindGroup(['in tcp/1-19 0.0.0.0/0']), finds: [] },
  { name: 'a range that begins after 3389', network: behindGroup(['in tcp/3390-4332 0.0.0.0/0']), finds: [] },
  {
    name: 'all protocols have every port, whatever ports stand beside',
    network: legacy('-1', 443, 443),
    finds: [
      'violated admin-ports-from-internet aws_security_group_rule.one: lets the internet (0.0.0.0/0) reach tcp/22, tcp/3389, udp/22, udp/3389 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
      'violated cifs-from-internet aws_security_group_rule.one: lets the internet (0.0.0.0/0) reach tcp/445 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:445',
      'violated high-risk-ports aws_security_group_rule.one: lets the internet (0.0.0.0/0) reach tcp/20, tcp/21, tcp/23, tcp/25 and 17 more of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:20',
    ],
  },
  {
    name: 'protocol 6 is tcp',
    network: legacy('6', 22, 22),
    finds: [
      'violated admin-ports-from-internet aws_security_group_rule.one: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'protocol 17 is udp, which carries RDP too',
    network: legacy('17', 3389, 3389),
    finds: [
      'violated admin-ports-from-internet aws_security_group_rule.one: lets the internet (0.0.0.0/0) reach udp/3389 of aws_instance.server | udp 1.0.0.4:49152 to 10.0.0.4:3389',
    ],
  },
  { name: 'ICMP has types, and no ports: type 22 is none', network: legacy('icmp', 22, 0), finds: [] },
  { name: 'ICMPv6 neither', network: legacy('58', 22, 0), finds: [] },
  { name: 'another protocol has no ports either', network: legacy('50', 0, 0), finds: [] },
  { name: 'udp 445 is no share', network: behindGroup(['in udp/445 0.0.0.0/0']), finds: [] },
  {
    name: 'a port from a variable may be 22',
    network: behindGroup([], {
      'aws_vpc_security_group_ingress_rule.one': {
        security_group_id: ref('aws_security_group.server'),
        ip_protocol: 'tcp',
        from_port: '${var.block}',
        to_port: 22,
        cidr_ipv4: '0.0.0.0/0',
      },
    }),
    finds: [
      'unknown admin-ports-from-internet aws_vpc_security_group_ingress_rule.one: may let the internet (0.0.0.0/0) reach tcp/22, tcp/3389, udp/22, udp/3389 of aws_instance.server: aws_vpc_security_group_ingress_rule.one: it is set from outside: ${var.block} | tcp 1.0.0.4:49152 to 10.0.0.4:22',
      'unknown cifs-from-internet aws_vpc_security_group_ingress_rule.one: may let the internet (0.0.0.0/0) reach tcp/445 of aws_instance.server: aws_vpc_security_group_ingress_rule.one: it is set from outside: ${var.block} | tcp 1.0.0.4:49152 to 10.0.0.4:445',
      'unknown high-risk-ports aws_vpc_security_group_ingress_rule.one: may let the internet (0.0.0.0/0) reach tcp/20, tcp/21, tcp/23, tcp/25 and 17 more of aws_instance.server: aws_vpc_security_group_ingress_rule.one: it is set from outside: ${var.block} | tcp 1.0.0.4:49152 to 10.0.0.4:20',
    ],
  },
  { name: 'the web alone', network: behindGroup(['in tcp/443 0.0.0.0/0', 'in tcp/80 0.0.0.0/0', 'in udp/443 ::/0']), finds: [] },
];
