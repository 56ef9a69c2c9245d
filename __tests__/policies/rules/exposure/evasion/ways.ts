import { behindGroup, street } from '../../../reachability/cases/evasion/exposed';
import {
  database,
  group,
  instance,
  internetGateway,
  lambda,
  loadBalancer,
  natGateway,
  publicInstance,
  ref,
  service,
  subnet,
  table,
  together,
  vpc,
} from '../../../reachability/cases/terraform';
import type { EvasionRow } from './row';

const open = group('open', 'main', ['in tcp/22 0.0.0.0/0']);
const listener = (lb: string, port: number, protocol: string): EvasionRow['network'] => ({
  [`aws_lb_listener.${lb}${String(port)}`]: { load_balancer_arn: ref(`aws_lb.${lb}`, 'arn'), port, protocol },
});

/** What is reached, and what only a group would let in. */
export const ways: readonly EvasionRow[] = [
  {
    name: 'no internet gateway: the group is open, and nothing comes',
    network: together(
      vpc('main', '10.0.0.0/16'),
      subnet('house', 'main', '10.0.0.0/24'),
      open,
      publicInstance('server', 'house', ['open']),
    ),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: the VPC has no internet gateway (aws_vpc.main) | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'no route back: packets arrive outside of a public tier, and no connection works',
    network: together(
      vpc('main', '10.0.0.0/16'),
      internetGateway('main'),
      subnet('house', 'main', '10.0.0.0/24'),
      open,
      publicInstance('server', 'house', ['open']),
    ),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: no route: dropped (aws_vpc.main.default_route_table_id) | tcp 1.0.0.4:49152 to 10.0.0.4:22',
      'violated public-ingress-outside-public-tiers aws_instance.server: tcp/22 arrives from the internet in aws_subnet.house, which is in no public tier | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a route to a NAT gateway is a way out, and none in',
    network: together(
      street,
      natGateway('nat', 'house'),
      table('private', 'main', { '0.0.0.0/0': 'aws_nat_gateway.nat' }),
      subnet('inner', 'main', '10.0.1.0/24', { table: 'private' }),
      open,
      instance('server', 'inner', ['open']),
    ),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: has no public IPv4 address (aws_instance.server) | tcp 1.0.0.4:49152 to 10.0.1.4:22',
    ],
  },
  {
    name: 'no public address',
    network: together(street, open, instance('server', 'house', ['open'])),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: has no public IPv4 address (aws_instance.server) | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'an elastic address is a public one',
    network: together(street, open, instance('server', 'house', ['open']), {
      'aws_eip.server': { instance: ref('aws_instance.server') },
    }),
    finds: [
      'violated admin-ports-from-internet aws_vpc_security_group_ingress_rule.open_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'Block Public Access keeps the internet out',
    network: together(street, open, publicInstance('server', 'house', ['open']), {
      'aws_vpc_block_public_access_options.all': { internet_gateway_block_mode: 'block-bidirectional' },
    }),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: Block Public Access leaves none (aws_vpc.main) | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a network load balancer without groups answers where it listens',
    network: together(
      street,
      loadBalancer('edge', 'network', ['house'], 'none'),
      listener('edge', 443, 'TCP'),
      listener('edge', 22, 'TCP'),
    ),
    finds: [
      'violated admin-ports-from-internet aws_lb.edge: lets the internet reach tcp/22 of aws_lb.edge | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'one that listens on 443 alone is reached at no port of concern',
    network: together(street, loadBalancer('edge', 'network', ['house'], 'none'), listener('edge', 443, 'TCP')),
    finds: [],
  },
  {
    name: 'a load balancer with a group that is too open',
    network: together(street, open, loadBalancer('edge', 'application', ['house'], ['open']), listener('edge', 443, 'HTTPS')),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: nothing listens there | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a listener on a port that is not told',
    network: together(street, loadBalancer('edge', 'network', ['house'], 'none'), {
      'aws_lb_listener.any': { load_balancer_arn: ref('aws_lb.edge', 'arn'), port: '${var.block}', protocol: 'UDP' },
    }),
    finds: [
      "unknown admin-ports-from-internet aws_lb.edge: may let the internet reach tcp/22, tcp/3389, udp/22, udp/3389 of aws_lb.edge: its listeners aren't all known | tcp 1.0.0.4:49152 to 10.0.0.4:22",
      "unknown cifs-from-internet aws_lb.edge: may let the internet reach tcp/445 of aws_lb.edge: its listeners aren't all known | tcp 1.0.0.4:49152 to 10.0.0.4:445",
      "unknown high-risk-ports aws_lb.edge: may let the internet reach tcp/20, tcp/21, tcp/23, tcp/25 and 17 more of aws_lb.edge: its listeners aren't all known | tcp 1.0.0.4:49152 to 10.0.0.4:20",
    ],
  },
  {
    name: 'a function takes no connections, whatever its group lets in',
    network: together(street, open, lambda('handler', ['house'], ['open'])),
    finds: [
      'violated latent-openings aws_security_group.open: opens tcp/22 to the internet (0.0.0.0/0), and only something else keeps it out: has no public IPv4 address (aws_lambda_function.handler) | tcp 1.0.0.4:49152 to 10.0.0.4:22',
    ],
  },
  {
    name: 'a database with a public address, and any public client',
    network: together(street, group('db', 'main', ['in tcp/5432 198.51.100.0/24']), database('shop', ['house'], ['db'], true)),
    finds: [
      'violated database-from-internet aws_db_instance.shop: tcp/5432 is reached from the internet over IPv4 | tcp 198.51.100.4:49152 to 10.0.0.4:5432',
    ],
  },
  {
    name: 'a database without one',
    network: together(street, group('db', 'main', ['in tcp/5432 0.0.0.0/0']), database('shop', ['house'], ['db'])),
    finds: [
      'violated latent-openings aws_security_group.db: opens tcp/5432 to the internet (0.0.0.0/0), and only something else keeps it out: has no public IPv4 address (aws_db_instance.shop) | tcp 1.0.0.4:49152 to 10.0.0.4:5432',
    ],
  },
  {
    name: 'a service of containers with public addresses',
    network: together(
      vpc('main', '10.0.0.0/16'),
      internetGateway('main'),
      table('public', 'main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
      subnet('house', 'main', '10.0.0.0/24', { table: 'public' }),
      group('tasks', 'main', ['in tcp/8080 0.0.0.0/0']),
      service('web', ['house'], ['tasks'], true),
    ),
    finds: [
      'violated high-risk-ports aws_vpc_security_group_ingress_rule.tasks_0: lets the internet (0.0.0.0/0) reach tcp/8080 of aws_ecs_service.web | tcp 1.0.0.4:49152 to 10.0.0.4:8080',
    ],
  },
  {
    name: 'an instance whose subnet AWS chooses',
    network: {
      ...behindGroup(['in tcp/22 0.0.0.0/0']),
      'aws_instance.server': { ami: 'ami-1', vpc_security_group_ids: [ref('aws_security_group.server')] },
    },
    finds: [
      'unknown admin-ports-from-internet aws_vpc_security_group_ingress_rule.server_0: may let the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server: AWS chooses the subnet | none',
    ],
  },
  {
    name: 'groups that a variable names',
    network: together(
      street,
      instance('server', 'house', [], { vpc_security_group_ids: '${var.block}', associate_public_ip_address: true }),
    ),
    finds: [
      'unknown admin-ports-from-internet aws_instance.server: may let the internet reach tcp/22, tcp/3389, udp/22, udp/3389 of aws_instance.server: which groups aws_instance.server carries | tcp 1.0.0.4:49152 to 10.0.0.4:22',
      'unknown cifs-from-internet aws_instance.server: may let the internet reach tcp/445 of aws_instance.server: which groups aws_instance.server carries | tcp 1.0.0.4:49152 to 10.0.0.4:445',
      'unknown high-risk-ports aws_instance.server: may let the internet reach tcp/20, tcp/21, tcp/23, tcp/25 and 17 more of aws_instance.server: which groups aws_instance.server carries | tcp 1.0.0.4:49152 to 10.0.0.4:20',
    ],
  },
];
