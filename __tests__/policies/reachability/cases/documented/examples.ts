import type { Case } from '../case';
import {
  acl,
  gatewayEndpoint,
  group,
  instance,
  internetGateway,
  loadBalancer,
  natGateway,
  openGroup,
  publicInstance,
  subnet,
  table,
  together,
  vpc,
} from '../terraform';

/** VPC, internet gateway, and a table that leads to it. */
const main = together(
  vpc('main', '10.0.0.0/16'),
  internetGateway('main'),
  table('public', 'main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
);

const RECOMMENDED = {
  public: [
    'in 100 allow tcp/80 0.0.0.0/0',
    'in 110 allow tcp/443 0.0.0.0/0',
    'in 120 allow tcp/22 192.0.2.0/24',
    'in 130 allow tcp/3389 192.0.2.0/24',
    'in 140 allow tcp/1024-65535 0.0.0.0/0',
    'out 100 allow tcp/80 0.0.0.0/0',
    'out 110 allow tcp/443 0.0.0.0/0',
    'out 120 allow tcp/1433 10.0.1.0/24',
    'out 140 allow tcp/32768-65535 0.0.0.0/0',
    'out 150 allow tcp/22 10.0.1.0/24',
  ],
  private: [
    'in 100 allow tcp/1433 10.0.0.0/24',
    'in 120 allow tcp/22 10.0.0.0/24',
    'in 130 allow tcp/3389 10.0.0.0/24',
    'in 140 allow tcp/32768-65535 0.0.0.0/0',
    'out 100 allow tcp/80 0.0.0.0/0',
    'out 110 allow tcp/443 0.0.0.0/0',
    'out 120 allow tcp/32768-65535 10.0.0.0/24',
  ],
};

/** Public and private subnet, a NAT gateway in the public one, and an ACL each. */
function publicAndPrivate(acls: { readonly public: readonly string[]; readonly private: readonly string[] }) {
  return together(
    main,
    subnet('public', 'main', '10.0.0.0/24', { table: 'public', acl: 'public' }),
    subnet('private', 'main', '10.0.1.0/24', { table: 'private', acl: 'private' }),
    natGateway('main', 'public'),
    table('private', 'main', { '0.0.0.0/0': 'aws_nat_gateway.main' }),
    acl('public', 'main', acls.public),
    acl('private', 'main', acls.private),
    openGroup('open', 'main'),
    publicInstance('web', 'public', ['open']),
    instance('database', 'private', ['open']),
  );
}

/** The example networks of the VPC user guide. */
export const examples: readonly Case[] = [
  {
    name: 'in the test environment a public server is met on the ports that its group admits',
    source: 'Example: VPC for a test environment',
    network: together(
      main,
      subnet('a', 'main', '10.0.0.0/24', { table: 'public', more: { map_public_ip_on_launch: true } }),
      group('test', 'main', ['in tcp/22 192.0.2.0/24', 'in tcp/80 0.0.0.0/0', 'out all 0.0.0.0/0']),
      publicInstance('server', 'a', ['test']),
    ),
    expect: [
      { ask: 'internet -> server tcp/80', verdict: 'proven' },
      { ask: '192.0.2.0/24 -> server tcp/22', verdict: 'proven' },
      {
        ask: '198.51.100.0/24 -> server tcp/22',
        verdict: 'unreachable',
        blocker: ['security-group-in', 'aws_security_group.test', ''],
      },
      { ask: 'server -> internet tcp/443', verdict: 'proven' },
      { ask: 'internet -> subnet:a all', verdict: 'proven' },
    ],
  },
  {
    name: 'the web servers face the internet, and only they reach the databases',
    source: 'Example: VPC for web and database servers',
    network: together(
      main,
      subnet('web', 'main', '10.0.0.0/24', { table: 'public' }),
      subnet('data', 'main', '10.0.1.0/24', { zone: 'b' }),
      group('web', 'main', ['in tcp/80 0.0.0.0/0', 'in tcp/443 0.0.0.0/0', 'out tcp/3306 @data']),
      group('data', 'main', ['in tcp/3306 @web']),
      publicInstance('web', 'web', ['web']),
      instance('database', 'data', ['data']),
      instance('stranger', 'data', ['data']),
    ),
    expect: [
      { ask: 'internet -> web tcp/443', verdict: 'proven' },
      { ask: 'web -> database tcp/3306', verdict: 'proven', witness: { dstPort: 3306 } },
      { ask: 'web -> database tcp/3307', verdict: 'unreachable' },
      { ask: 'internet -> database tcp/3306', verdict: 'unreachable' },
      { ask: 'stranger -> database tcp/3306', verdict: 'unreachable' },
      { ask: 'database -> internet tcp/443', verdict: 'unreachable' },
      { ask: 'web -> internet tcp/443', verdict: 'unreachable', blocker: ['security-group-out', 'aws_security_group.web', ''] },
    ],
  },
  {
    name: 'servers in private subnets get requests from the load balancer, and the internet and S3 by NAT and endpoint',
    source: 'Example: VPC with servers in private subnets and NAT',
    network: together(
      main,
      subnet('public_a', 'main', '10.0.0.0/24', { table: 'public' }),
      subnet('public_b', 'main', '10.0.1.0/24', { zone: 'b', table: 'public' }),
      subnet('private_a', 'main', '10.0.2.0/24', { table: 'private_a' }),
      subnet('private_b', 'main', '10.0.3.0/24', { zone: 'b', table: 'private_b' }),
      natGateway('a', 'public_a'),
      natGateway('b', 'public_b'),
      table('private_a', 'main', { '0.0.0.0/0': 'aws_nat_gateway.a' }),
      table('private_b', 'main', { '0.0.0.0/0': 'aws_nat_gateway.b' }),
      gatewayEndpoint('s3', 'main', ['private_a', 'private_b']),
      group('alb', 'main', ['in tcp/443 0.0.0.0/0', 'out tcp/8080 @server']),
      group('server', 'main', ['in tcp/8080 @alb', 'out tcp/443 0.0.0.0/0']),
      loadBalancer('alb', 'application', ['public_a', 'public_b'], ['alb']),
      instance('server', 'private_b', ['server']),
    ),
    expect: [
      { ask: 'internet -> alb@public_a tcp/443', verdict: 'proven' },
      { ask: 'internet -> alb@public_b tcp/443', verdict: 'proven' },
      { ask: 'alb@public_a -> server tcp/8080', verdict: 'proven' },
      { ask: 'server -> internet tcp/443', verdict: 'proven', decides: ['gateway', 'aws_nat_gateway.b', ''] },
      { ask: 'server -> s3 tcp/443', verdict: 'proven', decides: ['gateway', 'aws_vpc_endpoint.s3', ''] },
      { ask: 'internet -> server tcp/8080', verdict: 'unreachable' },
      { ask: 'server -> internet tcp/80', verdict: 'unreachable' },
    ],
  },
  {
    name: 'the recommended ACLs let both halves of a translated connection pass',
    source: 'Recommended network ACL rules: VPC with public and private subnets (NAT)',
    network: publicAndPrivate(RECOMMENDED),
    expect: [
      { ask: 'database -> internet tcp/443 from 32768-60999', verdict: 'proven' },
      { ask: 'database -> internet tcp/443', verdict: 'partial', lost: ['tcp client 1024-32767'] },
      { ask: 'web -> database tcp/1433 from 32768-60999', verdict: 'proven' },
      { ask: 'web -> database tcp/1433', verdict: 'partial', lost: ['tcp client 1024-32767'] },
      { ask: 'internet -> web tcp/443 from 32768-60999', verdict: 'proven' },
      { ask: 'database -> internet tcp/25', verdict: 'unreachable' },
      { ask: 'internet -> database tcp/1433', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a NAT gateway loses connections where its subnet admits a part of the ports 1024-65535 only',
    source: 'Troubleshoot NAT gateways; NAT gateway basics: ports 1024-65535',
    network: publicAndPrivate({
      ...RECOMMENDED,
      public: RECOMMENDED.public.map((line) => line.replace('in 140 allow tcp/1024-65535', 'in 140 allow tcp/32768-65535')),
    }),
    expect: [{ ask: 'database -> internet tcp/443 from 32768-60999', verdict: 'partial', lost: ['tcp nat 1024-32767'] }],
  },
  {
    name: "a NAT gateway's subnet must admit the private subnet's requests too",
    source: 'Recommended network ACL rules: VPC with public and private subnets (NAT)',
    network: publicAndPrivate({
      ...RECOMMENDED,
      public: RECOMMENDED.public.map((line) => line.replace('in 110 allow tcp/443 0.0.0.0/0', 'in 110 deny tcp/443 10.0.1.0/24')),
    }),
    expect: [
      {
        ask: 'database -> internet tcp/443',
        verdict: 'unreachable',
        blocker: ['network-acl-in', 'aws_network_acl.public', ''],
      },
      { ask: 'database -> internet tcp/80 from 32768-60999', verdict: 'proven' },
    ],
  },
  {
    name: "a NAT gateway's subnet must let the replies out to the private subnet",
    source: 'Recommended network ACL rules: VPC with public and private subnets (NAT)',
    network: publicAndPrivate({ ...RECOMMENDED, public: [...RECOMMENDED.public, 'out 130 deny tcp/32768-65535 10.0.1.0/24'] }),
    expect: [
      {
        ask: 'database -> internet tcp/443 from 32768-60999',
        verdict: 'unreachable',
        arrives: 'some',
        blocker: ['network-acl-out', 'aws_network_acl.public', '130'],
      },
      { ask: 'internet -> web tcp/443 from 32768-60999', verdict: 'proven' },
    ],
  },
];
