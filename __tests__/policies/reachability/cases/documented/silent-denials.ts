import type { Case } from '../case';
import {
  acl,
  gatewayEndpoint,
  instance,
  internetGateway,
  natGateway,
  openGroup,
  type Resources,
  subnet,
  table,
  together,
  vpc,
} from '../terraform';

const SOURCE = 'clouddrove/terraform-aws-subnet, issue 103';

/** Public and private subnets as the module makes them, NAT, an endpoint for S3, nodes and a database; groups open. */
function cluster(privateAcl: readonly string[]): Resources {
  return together(
    vpc('main', '10.0.0.0/16'),
    internetGateway('main'),
    table('public', 'main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
    table('private', 'main', { '0.0.0.0/0': 'aws_nat_gateway.main' }),
    subnet('public', 'main', '10.0.128.0/20', { table: 'public', acl: 'public' }),
    subnet('private_a', 'main', '10.0.0.0/20', { table: 'private', acl: 'private' }),
    subnet('private_b', 'main', '10.0.16.0/20', { zone: 'b', table: 'private', acl: 'private' }),
    natGateway('main', 'public'),
    gatewayEndpoint('s3', 'main', ['private']),
    acl('public', 'main', ['in 100 allow all 0.0.0.0/0', 'out 100 allow all 0.0.0.0/0']),
    acl('private', 'main', privateAcl),
    openGroup('open', 'main'),
    instance('node', 'private_a', ['open']),
    instance('neighbour', 'private_a', ['open']),
    instance('database', 'private_b', ['open']),
  );
}

const IN = ['network-acl-in', 'aws_network_acl.private'] as const;
const OUT = ['network-acl-out', 'aws_network_acl.private'] as const;

/** A module whose private ACL held denials only, and three attempts at mending it. */
export const silentDenials: readonly Case[] = [
  {
    name: 'an ACL of denials leaves neighbours each other, and takes everything beyond their subnet',
    source: SOURCE,
    network: cluster(['in 100 deny all 0.0.0.0/0', 'out 100 deny all 0.0.0.0/0']),
    expect: [
      { ask: 'node -> neighbour tcp/10250', verdict: 'proven' },
      { ask: 'node -> database tcp/5432', verdict: 'unreachable', blocker: [...OUT, '100'] },
      { ask: 'node -> internet tcp/443', verdict: 'unreachable', blocker: [...OUT, '100'] },
      { ask: 'node -> s3 tcp/443', verdict: 'unreachable', blocker: [...OUT, '100'] },
    ],
  },
  {
    name: 'admitting the VPC alone gives the database back, and neither images nor the internet',
    source: 'clouddrove/terraform-aws-subnet, pull request 73',
    network: cluster(['in 100 allow all 10.0.0.0/16', 'out 100 allow all 10.0.0.0/16']),
    expect: [
      { ask: 'node -> database tcp/5432', verdict: 'proven' },
      { ask: 'node -> internet tcp/443', verdict: 'unreachable', blocker: [...OUT, ''] },
      { ask: 'node -> s3 tcp/443', verdict: 'unreachable', blocker: [...OUT, ''] },
    ],
  },
  {
    name: 'letting 443 out without its replies lets requests arrive and loses every answer',
    source: SOURCE,
    network: cluster(['in 100 allow all 10.0.0.0/16', 'out 100 allow all 10.0.0.0/16', 'out 110 allow tcp/443 0.0.0.0/0']),
    expect: [
      { ask: 'node -> internet tcp/443', verdict: 'unreachable', arrives: 'some', blocker: [...IN, ''] },
      { ask: 'node -> s3 tcp/443', verdict: 'unreachable', arrives: 'some', blocker: [...IN, ''] },
    ],
  },
  {
    name: 'replies for Linux alone lose the client ports below 32768 and above 60999',
    source: SOURCE,
    network: cluster([
      'in 100 allow all 10.0.0.0/16',
      'in 110 allow tcp/32768-60999 0.0.0.0/0',
      'out 100 allow all 10.0.0.0/16',
      'out 110 allow tcp/443 0.0.0.0/0',
    ]),
    expect: [
      {
        ask: 'node -> internet tcp/443',
        verdict: 'partial',
        lost: ['tcp client 1024-32767, 61000-65535'],
        blocker: [...IN, ''],
        witness: { protocol: 6, dstPort: 443 },
      },
      { ask: 'node -> internet tcp/443 from 32768-60999', verdict: 'proven' },
      { ask: 'node -> s3 tcp/443', verdict: 'partial', lost: ['tcp client 1024-32767, 61000-65535'] },
    ],
  },
];
