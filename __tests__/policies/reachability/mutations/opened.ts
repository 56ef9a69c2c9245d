import { entry, type Mutation } from './mutation';

const APP = '${aws_security_group.three-tier_app.id}';
const DATA = '${aws_security_group.three-tier_data.id}';

/** What opens more than flows declare. */
export const opened: readonly Mutation[] = [
  {
    name: 'the group of the database admits another port',
    mutate: ({ dev }) => {
      dev.change('aws_vpc_security_group_ingress_rule.three-tier_data_from_app_tcp--5432', { from_port: 5433, to_port: 5433 });
    },
    findings: [
      'violated reachability/claims dev/eu-west-1/three-tier: reaches app → data tcp/5432',
      'violated reachability/flows dev/eu-west-1/three-tier: app → data tcp/5432',
      'violated reachability/wide-rules dev:aws_vpc_security_group_ingress_rule.three-tier_data_from_app_tcp--5432',
    ],
  },
  {
    name: 'the group of the database admits everybody, which only its network ACL still closes',
    mutate: ({ dev }) => {
      dev.add('aws_vpc_security_group_ingress_rule.by-hand', {
        security_group_id: DATA,
        ip_protocol: 'tcp',
        from_port: 5432,
        to_port: 5432,
        cidr_ipv4: '0.0.0.0/0',
        description: 'By hand',
      });
    },
    findings: ['violated reachability/wide-rules dev:aws_vpc_security_group_ingress_rule.by-hand'],
  },
  {
    name: 'the network ACL of the database admits everybody, which only its group still closes',
    mutate: ({ dev }) => {
      dev.add(
        'aws_network_acl_rule.by-hand',
        entry('data', false, 50, 'allow', { protocol: '6', from_port: 0, to_port: 65535, cidr_block: '0.0.0.0/0' }),
      );
    },
    findings: ['violated reachability/wide-rules dev:aws_network_acl_rule.by-hand'],
  },
  {
    name: 'the application admits the internet, which may meet interfaces with a public address',
    mutate: ({ dev }) => {
      dev.add('aws_vpc_security_group_ingress_rule.by-hand', {
        security_group_id: APP,
        ip_protocol: 'tcp',
        from_port: 8080,
        to_port: 8080,
        cidr_ipv4: '0.0.0.0/0',
        description: 'By hand',
      });
    },
    findings: [
      'unknown reachability/claims dev/eu-west-1/three-tier: isolated internet → app',
      'unknown reachability/undeclared dev/eu-west-1/three-tier: tcp/8080 may pass from internet to app over IPv4',
      'violated reachability/wide-rules dev:aws_vpc_security_group_ingress_rule.by-hand',
    ],
  },
  {
    name: 'halves of the internet are admitted to the application, one by one',
    mutate: ({ dev }) => {
      for (const [half, cidr] of [
        ['low', '0.0.0.0/1'],
        ['high', '128.0.0.0/1'],
      ] as const) {
        dev.add(`aws_vpc_security_group_ingress_rule.${half}`, {
          security_group_id: APP,
          ip_protocol: '-1',
          cidr_ipv4: cidr,
          description: 'By hand',
        });
      }
    },
    findings: [
      'unknown reachability/claims dev/eu-west-1/three-tier: isolated internet → app',
      'unknown reachability/undeclared dev/eu-west-1/three-tier: icmp/3/4, tcp/1024-65535 may pass from internet to app over IPv4',
      'violated reachability/undeclared dev/eu-west-1/three-tier: tcp/443 passes from app to app over IPv4',
      'violated reachability/needless-rules dev:aws_vpc_security_group_ingress_rule.high',
      'violated reachability/wide-rules dev:aws_vpc_security_group_ingress_rule.high',
      'violated reachability/wide-rules dev:aws_vpc_security_group_ingress_rule.low',
    ],
  },
  {
    name: 'the load balancer may talk to the database, group and network ACL alike',
    mutate: ({ dev }) => {
      const rule = { ip_protocol: 'tcp', from_port: 5432, to_port: 5432, description: 'By hand' };
      const alb = '${aws_security_group.three-tier_public--alb.id}';
      dev.add('aws_vpc_security_group_ingress_rule.by-hand', {
        ...rule,
        security_group_id: DATA,
        referenced_security_group_id: alb,
      });
      dev.add('aws_vpc_security_group_egress_rule.by-hand', {
        ...rule,
        security_group_id: alb,
        referenced_security_group_id: DATA,
      });
      const tcp = { protocol: '6', cidr_block: '10.0.0.0/8' };
      dev.add('aws_network_acl_rule.a', entry('public', true, 41, 'allow', { ...tcp, from_port: 5432, to_port: 5432 }));
      dev.add('aws_network_acl_rule.b', entry('data', false, 42, 'allow', { ...tcp, from_port: 5432, to_port: 5432 }));
      dev.add('aws_network_acl_rule.c', entry('data', true, 43, 'allow', { ...tcp, from_port: 1024, to_port: 65535 }));
      dev.add('aws_network_acl_rule.d', entry('public', false, 44, 'allow', { ...tcp, from_port: 1024, to_port: 65535 }));
    },
    findings: [
      'violated reachability/needless-rules dev:aws_network_acl_rule.a',
      'violated reachability/wide-rules dev:aws_network_acl_rule.b',
      'violated reachability/wide-rules dev:aws_network_acl_rule.c',
      'violated reachability/wide-rules dev:aws_network_acl_rule.d',
      'violated reachability/claims dev/eu-west-1/three-tier: isolated public/alb → data',
      'violated reachability/undeclared dev/eu-west-1/three-tier: tcp/5432 passes from public/alb to data over IPv4',
      'violated reachability/needless-rules dev:aws_vpc_security_group_egress_rule.by-hand',
      'violated reachability/wide-rules dev:aws_vpc_security_group_egress_rule.by-hand',
      'violated reachability/needless-rules dev:aws_vpc_security_group_ingress_rule.by-hand',
      'violated reachability/wide-rules dev:aws_vpc_security_group_ingress_rule.by-hand',
    ],
  },
  {
    name: 'a subnet of the database gets the network ACL of the public tier',
    mutate: ({ dev }) => {
      dev.change('aws_network_acl_association.three-tier_data_a', { network_acl_id: '${aws_network_acl.three-tier_public.id}' });
    },
    findings: [
      'violated reachability/wide-rules dev:aws_network_acl_rule.three-tier_public_in_anywhere_tcp--443',
      'violated reachability/wide-rules dev:aws_network_acl_rule.three-tier_public_in_app_tcp--1024-65535',
      'violated reachability/wide-rules dev:aws_network_acl_rule.three-tier_public_out_anywhere_tcp--1024-65535',
    ],
  },
];
