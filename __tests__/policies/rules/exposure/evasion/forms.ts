import { behindGroup, server, street } from '../../../reachability/cases/evasion/exposed';
import { group, instance, ref, subnet, together } from '../../../reachability/cases/terraform';
import type { EvasionRow } from './row';

const GROUP = { vpc_id: ref('aws_vpc.main') };
const SSH = { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'] };

/** One opening in every form that the provider has for it, and what only looks like one. */
export const forms: readonly EvasionRow[] = [
  {
    name: 'a rule inside its group',
    network: together(street, { 'aws_security_group.server': { ...GROUP, ingress: [SSH] } }, server(['server'])),
    finds: [
      'violated admin-ports-from-internet aws_security_group.server: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a rule of the older resource, of both families',
    network: behindGroup([], {
      'aws_security_group_rule.ssh': {
        ...SSH,
        type: 'ingress',
        security_group_id: ref('aws_security_group.server'),
        ipv6_cidr_blocks: ['::/0'],
      },
    }),
    finds: [
      'violated admin-ports-from-internet aws_security_group_rule.ssh: lets the internet (0.0.0.0/0, ::/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a rule outwards opens nothing inwards',
    network: behindGroup([], {
      'aws_security_group_rule.out': { ...SSH, type: 'egress', security_group_id: ref('aws_security_group.server') },
    }),
    finds: [],
  },
  {
    name: 'a default group that somebody opens',
    network: together(
      street,
      { 'aws_default_security_group.main': { ...GROUP, ingress: [SSH] } },
      instance('named', 'house', [], { vpc_security_group_ids: [], associate_public_ip_address: true }),
    ),
    finds: [
      'violated admin-ports-from-internet aws_default_security_group.main: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.named | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'the default group as AWS makes it lets in its members alone',
    network: together(street, instance('plain', 'house', [], { associate_public_ip_address: true })),
    finds: [],
  },
  {
    name: 'a rule by group lets in private addresses: the bastion is reached, and what it reaches is not',
    network: together(
      street,
      group('bastion', 'main', ['in tcp/22 0.0.0.0/0', 'out tcp/22 @inner']),
      group('inner', 'main', ['in tcp/22 @bastion', 'in tcp/5432 @inner']),
      instance('bastion', 'house', ['bastion'], { associate_public_ip_address: true }),
      instance('inner', 'house', ['inner'], { associate_public_ip_address: true }),
    ),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.bastion_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.bastion | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a group that is attached to the interface afterwards',
    network: together(
      street,
      group('late', 'main', ['in tcp/22 0.0.0.0/0']),
      group('first', 'main', ['in tcp/443 0.0.0.0/0']),
      instance('server', 'house', ['first'], { associate_public_ip_address: true }),
      {
        'aws_network_interface_sg_attachment.late': {
          security_group_id: ref('aws_security_group.late'),
          network_interface_id: ref('aws_instance.server', 'primary_network_interface_id'),
        },
      },
    ),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.late_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a rule that there may be none of',
    network: behindGroup([], {
      'aws_vpc_security_group_ingress_rule.maybe': {
        count: '${var.block}',
        security_group_id: ref('aws_security_group.server'),
        ip_protocol: 'tcp',
        from_port: 22,
        to_port: 22,
        cidr_ipv4: '0.0.0.0/0',
      },
    }),
    finds: [
      'unknown admin-ports-from-internet aws_vpc_security_group_ingress_rule.maybe: may let the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server: aws_vpc_security_group_ingress_rule.maybe: whether it belongs to the group | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a group that nothing carries yet, in a VPC with a public subnet',
    network: together(street, group('spare', 'main', ['in tcp/22 0.0.0.0/0'])),
    finds: [
      'unknown admin-ports-from-internet aws_vpc_security_group_ingress_rule.spare_0: may let the internet (0.0.0.0/0) reach tcp/22 of what carries aws_security_group.spare in aws_subnet.house: whether it has a public IPv4 address | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a group that nothing carries yet, in a subnet that gives public addresses',
    network: together(
      street,
      subnet('porch', 'main', '10.0.1.0/24', { more: { map_public_ip_on_launch: true } }),
      group('spare', 'main', ['in tcp/3389 0.0.0.0/0']),
    ),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.spare_0: lets the internet (0.0.0.0/0) reach tcp/3389 of what carries aws_security_group.spare in aws_subnet.porch | tcp 1.0.0.4:49152 to 10.0.1.4:3389',
    ],
  },
];
