import type { Case } from '../case';
import {
  gatewayEndpoint,
  instance,
  internetGateway,
  mainRoutes,
  openGroup,
  publicInstance,
  ref,
  subnet,
  table,
  together,
  vpc,
} from '../terraform';
import { behindGroup, server, street } from './exposed';

const SOURCE = 'evasion: forms of one thing';
const GROUP = { vpc_id: ref('aws_vpc.main') };
const ANYWHERE = { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'] };
/** Terraform wants every argument of these blocks where they are written as a list. */
const INLINE = { ...ANYWHERE, description: 'ssh', ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [], self: false };
const entry = (rule_no: number, action: string, protocol: string, port: number): object => ({
  rule_no,
  action,
  protocol,
  from_port: port,
  to_port: port,
  cidr_block: '0.0.0.0/0',
  ipv6_cidr_block: null,
  icmp_type: null,
  icmp_code: null,
});
const TARGETS = [
  'core_network_arn',
  'destination_prefix_list_id',
  'egress_only_gateway_id',
  'ipv6_cidr_block',
  'nat_gateway_id',
  'network_interface_id',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
];
const inlineRoute = (cidr_block: string, ...others: readonly string[]): object => ({
  ...Object.fromEntries([...TARGETS, ...others].map((name) => [name, null])),
  cidr_block,
  gateway_id: ref('aws_internet_gateway.main'),
});
const SSH = { verdict: 'proven', witness: { protocol: 6, dstPort: 22 } } as const;

/** One rule, entry or route in every form that the provider has for it. */
export const forms: readonly Case[] = [
  {
    name: 'a rule inline in its group is a rule',
    source: SOURCE,
    network: together(street, { 'aws_security_group.server': { ...GROUP, ingress: [INLINE] } }, server(['server'])),
    expect: [
      { ask: 'internet -> server tcp/22', ...SSH },
      { ask: 'internet -> server tcp/23', verdict: 'unreachable' },
      { ask: 'server -> internet tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a rule of the legacy resource is a rule, one per block that it lists',
    source: SOURCE,
    network: behindGroup([], {
      'aws_security_group_rule.ssh': {
        ...ANYWHERE,
        type: 'ingress',
        security_group_id: ref('aws_security_group.server'),
        cidr_blocks: ['192.0.2.0/24', '0.0.0.0/0'],
        ipv6_cidr_blocks: ['::/0'],
      },
    }),
    expect: [
      { ask: 'internet -> server tcp/22', ...SSH },
      { ask: 'internet -> server tcp/22 v6', ...SSH },
    ],
  },
  {
    name: 'a legacy rule of egress opens no way in',
    source: SOURCE,
    network: behindGroup([], {
      'aws_security_group_rule.out': { ...ANYWHERE, type: 'egress', security_group_id: ref('aws_security_group.server') },
    }),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'unreachable' },
      { ask: 'server -> internet tcp/22', verdict: 'proven' },
    ],
  },
  {
    name: 'a rule of the resource of its own is a rule',
    source: SOURCE,
    network: behindGroup(['in tcp/22 0.0.0.0/0']),
    expect: [{ ask: 'internet -> server tcp/22', ...SSH }],
  },
  {
    name: 'a default group that somebody opens is open',
    source: SOURCE,
    network: together(
      street,
      { 'aws_default_security_group.main': { ...GROUP, ingress: [INLINE] } },
      instance('named', 'house', [], {
        vpc_security_group_ids: [ref('aws_vpc.main', 'default_security_group_id')],
        associate_public_ip_address: true,
      }),
    ),
    expect: [{ ask: 'internet -> named tcp/22', ...SSH }],
  },
  {
    name: 'entries inline in an ACL, and subnets that it lists, filter as those of their own do',
    source: SOURCE,
    network: together(
      street,
      openGroup('open', 'main'),
      {
        'aws_network_acl.house': {
          vpc_id: ref('aws_vpc.main'),
          subnet_ids: [ref('aws_subnet.house')],
          ingress: [entry(100, 'deny', 'tcp', 22), entry(110, 'allow', '-1', 0)],
          egress: [entry(100, 'allow', '-1', 0)],
        },
      },
      server(['open']),
    ),
    expect: [
      { ask: 'internet -> server tcp/22', verdict: 'unreachable', blocker: ['network-acl-in', 'aws_network_acl.house', '100'] },
      { ask: 'internet -> server tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'routes inline in a table, and in the default table, lead where those of their own do',
    source: SOURCE,
    network: together(
      vpc('main', '10.0.0.0/16'),
      internetGateway('main'),
      {
        'aws_route_table.inline': {
          vpc_id: ref('aws_vpc.main'),
          route: [inlineRoute('0.0.0.0/0', 'carrier_gateway_id', 'local_gateway_id')],
        },
        'aws_default_route_table.main': {
          default_route_table_id: ref('aws_vpc.main', 'default_route_table_id'),
          route: [inlineRoute('198.51.100.0/24', 'instance_id')],
        },
      },
      subnet('inline', 'main', '10.0.0.0/24', { table: 'inline' }),
      subnet('default', 'main', '10.0.1.0/24'),
      openGroup('open', 'main'),
      publicInstance('inline', 'inline', ['open']),
      publicInstance('default', 'default', ['open']),
    ),
    expect: [
      { ask: 'internet -> inline tcp/22', ...SSH },
      { ask: '198.51.100.0/24 -> default tcp/22', ...SSH },
      { ask: '192.0.2.0/24 -> default tcp/22', verdict: 'unreachable', arrives: 'some' },
    ],
  },
  {
    name: 'what a launch template opens, the instances of its group have open',
    source: SOURCE,
    network: together(street, openGroup('open', 'main'), {
      'aws_launch_template.web': {
        image_id: 'ami-1',
        network_interfaces: [{ associate_public_ip_address: true, security_groups: [ref('aws_security_group.open')] }],
      },
      'aws_autoscaling_group.web': {
        min_size: 1,
        max_size: 3,
        vpc_zone_identifier: [ref('aws_subnet.house')],
        launch_template: [{ id: ref('aws_launch_template.web'), version: '$Latest' }],
      },
    }),
    expect: [{ ask: 'internet -> web tcp/22', ...SSH }],
  },
  {
    name: 'a launch template whose group is closed opens nothing, and neither does one without a public address',
    source: SOURCE,
    network: together(
      street,
      openGroup('open', 'main'),
      { 'aws_security_group.closed': GROUP },
      {
        'aws_launch_template.closed': {
          network_interfaces: [{ associate_public_ip_address: true, security_groups: [ref('aws_security_group.closed')] }],
        },
        'aws_launch_template.hidden': {
          network_interfaces: [{ associate_public_ip_address: false, security_groups: [ref('aws_security_group.open')] }],
        },
      },
      ...['closed', 'hidden'].map((name) => ({
        [`aws_autoscaling_group.${name}_group`]: {
          min_size: 1,
          max_size: 3,
          vpc_zone_identifier: [ref('aws_subnet.house')],
          launch_template: [{ id: ref(`aws_launch_template.${name}`), version: '$Latest' }],
        },
      })),
    ),
    expect: [
      { ask: 'internet -> closed_group tcp/22', verdict: 'unreachable' },
      { ask: 'internet -> hidden_group tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a gateway that is attached by a resource of its own is attached, and one that nothing attaches is not',
    source: SOURCE,
    network: together(
      vpc('main', '10.0.0.0/16'),
      vpc('lone', '10.1.0.0/16'),
      {
        'aws_internet_gateway.main': {},
        'aws_internet_gateway.lone': {},
        'aws_internet_gateway_attachment.main': {
          vpc_id: ref('aws_vpc.main'),
          internet_gateway_id: ref('aws_internet_gateway.main'),
        },
      },
      mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
      mainRoutes('lone', { '0.0.0.0/0': 'aws_internet_gateway.lone' }),
      subnet('main', 'main', '10.0.0.0/24'),
      subnet('lone', 'lone', '10.1.0.0/24'),
      openGroup('main', 'main'),
      openGroup('lone', 'lone'),
      publicInstance('server', 'main', ['main']),
      publicInstance('alone', 'lone', ['lone']),
    ),
    expect: [
      { ask: 'internet -> server tcp/22', ...SSH },
      { ask: 'internet -> alone tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a gateway endpoint that a resource of its own puts into a table has a route there',
    source: SOURCE,
    network: together(
      vpc('main', '10.0.0.0/16'),
      table('with', 'main'),
      table('without', 'main'),
      subnet('with', 'main', '10.0.0.0/24', { table: 'with' }),
      subnet('without', 'main', '10.0.1.0/24', { table: 'without' }),
      gatewayEndpoint('s3', 'main', []),
      {
        'aws_vpc_endpoint_route_table_association.with': {
          vpc_endpoint_id: ref('aws_vpc_endpoint.s3'),
          route_table_id: ref('aws_route_table.with'),
        },
      },
      openGroup('open', 'main'),
      instance('app', 'with', ['open']),
      instance('other', 'without', ['open']),
    ),
    expect: [
      { ask: 'app -> s3 tcp/443', verdict: 'proven' },
      { ask: 'other -> s3 tcp/443', verdict: 'unreachable' },
    ],
  },
];
