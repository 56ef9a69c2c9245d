import type { Case } from '../case';
import {
  acl,
  gatewayEndpoint,
  group,
  instance,
  interfaceEndpoint,
  internetGateway,
  lambda,
  loadBalancer,
  mainRoutes,
  natGateway,
  openGroup,
  publicInstance,
  ref,
  type Resources,
  subnet,
  table,
  together,
  vpc,
} from '../terraform';

/** A public and a private subnet with NAT; the private one's ACL by choice. */
function nat(more: Resources, privateAcl: { readonly acl?: string } = {}): Resources {
  return together(
    vpc('main', '10.0.0.0/16'),
    internetGateway('main'),
    mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
    subnet('public', 'main', '10.0.0.0/24'),
    subnet('private', 'main', '10.0.1.0/24', { table: 'private', ...privateAcl }),
    natGateway('main', 'public'),
    table('private', 'main', { '0.0.0.0/0': 'aws_nat_gateway.main' }),
    openGroup('open', 'main'),
    more,
  );
}

const servers = together(publicInstance('web', 'public', ['open']), instance('app', 'private', ['open']));
const block = (mode: string): Resources => ({
  'aws_vpc_block_public_access_options.main': { internet_gateway_block_mode: mode },
});
const exclude = (what: object, mode: string): Resources => ({
  'aws_vpc_block_public_access_exclusion.main': { ...what, internet_gateway_exclusion_mode: mode },
});

/** A private subnet with an endpoint for S3, its group by prefix list, its ACL as given. */
const s3 = (lines: readonly string[]): Resources =>
  together(
    vpc('main', '10.0.0.0/16'),
    table('private', 'main'),
    table('other', 'main'),
    subnet('private', 'main', '10.0.1.0/24', { table: 'private', acl: 'private' }),
    subnet('other', 'main', '10.0.2.0/24', { table: 'other' }),
    gatewayEndpoint('s3', 'main', ['private']),
    acl('private', 'main', lines),
    group('app', 'main', ['out tcp/443 aws_vpc_endpoint.s3']),
    instance('app', 'private', ['app']),
    instance('other', 'other', ['app']),
  );

/** Block Public Access, endpoints, and hosts that others manage. */
export const gateways: readonly Case[] = [
  {
    name: 'blocked in both directions no gateway lets anything pass, NAT included',
    source: 'VPC BPA basics: Bidirectional',
    network: nat(together(servers, block('block-bidirectional'))),
    expect: [
      { ask: 'internet -> web tcp/443', verdict: 'unreachable' },
      { ask: 'web -> internet tcp/443', verdict: 'unreachable' },
      { ask: 'app -> internet tcp/443', verdict: 'unreachable' },
      { ask: 'web -> app tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'blocked inwards NAT still opens connections, and public servers neither open nor get any',
    source: 'VPC BPA basics: Ingress-only',
    network: nat(together(servers, block('block-ingress'))),
    expect: [
      { ask: 'internet -> web tcp/443', verdict: 'unreachable' },
      { ask: 'web -> internet tcp/443', verdict: 'unreachable' },
      { ask: 'app -> internet tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'a VPC that is excluded keeps both directions',
    source: 'VPC BPA basics: Exclusions',
    network: nat(
      together(servers, block('block-bidirectional'), exclude({ vpc_id: ref('aws_vpc.main') }, 'allow-bidirectional')),
    ),
    expect: [
      { ask: 'internet -> web tcp/443', verdict: 'proven' },
      { ask: 'app -> internet tcp/443', verdict: 'proven' },
    ],
  },
  {
    name: 'of a VPC that is blocked one subnet may be excluded, and the others stay blocked',
    source: 'VPC BPA basics: Exclusions',
    network: nat(
      together(
        servers,
        subnet('other', 'main', '10.0.2.0/24'),
        publicInstance('other', 'other', ['open']),
        block('block-bidirectional'),
        exclude({ subnet_id: ref('aws_subnet.public') }, 'allow-bidirectional'),
      ),
    ),
    expect: [
      { ask: 'internet -> web tcp/443', verdict: 'proven' },
      { ask: 'internet -> other tcp/443', verdict: 'unreachable', blocker: ['gateway', 'aws_vpc.main', 'Block Public Access'] },
    ],
  },
  {
    name: 'a VPC that is excluded for egress opens connections by NAT, by a public address maybe, and gets none',
    source: 'VPC BPA basics: Exclusions',
    network: nat(together(servers, block('block-bidirectional'), exclude({ vpc_id: ref('aws_vpc.main') }, 'allow-egress'))),
    expect: [
      { ask: 'internet -> web tcp/443', verdict: 'unreachable' },
      { ask: 'app -> internet tcp/443', verdict: 'proven' },
      { ask: 'web -> internet tcp/443', verdict: 'unknown', arrives: 'unknown' },
    ],
  },
  {
    name: 'a NAT gateway in a subnet that is excluded may serve one that is not: AWS does not say whose exclusion counts',
    source: 'VPC BPA basics: Exclusions',
    network: nat(
      together(servers, block('block-bidirectional'), exclude({ subnet_id: ref('aws_subnet.public') }, 'allow-bidirectional')),
    ),
    expect: [{ ask: 'app -> internet tcp/443', verdict: 'unknown', arrives: 'unknown' }],
  },
  {
    name: 'nor whether one that is excluded opens connections by a NAT gateway in a subnet that is not',
    source: 'VPC BPA basics: Exclusions',
    network: nat(
      together(servers, block('block-bidirectional'), exclude({ subnet_id: ref('aws_subnet.private') }, 'allow-egress')),
    ),
    expect: [{ ask: 'app -> internet tcp/443', verdict: 'unknown', arrives: 'unknown' }],
  },
  {
    name: 'the ACL must admit 443 to anywhere and the replies for S3 by a gateway endpoint; the group is tight',
    source: 'Gateway endpoints: Security',
    network: s3(['out 100 allow tcp/443 0.0.0.0/0', 'in 100 allow tcp/1024-65535 0.0.0.0/0']),
    expect: [
      { ask: 'app -> s3 tcp/443', verdict: 'proven' },
      { ask: 'app -> s3 tcp/80', verdict: 'unreachable' },
      { ask: 'other -> s3 tcp/443', verdict: 'unreachable', blocker: ['route', 'aws_route_table.other', ''] },
      { ask: 'app -> internet tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'an ACL that admits the VPC alone keeps S3 out, endpoint or not: its addresses are public',
    source: 'Gateway endpoints: Security',
    network: s3(['out 100 allow tcp/443 10.0.0.0/16', 'in 100 allow tcp/1024-65535 10.0.0.0/16']),
    expect: [{ ask: 'app -> s3 tcp/443', verdict: 'unreachable', blocker: ['network-acl-out', 'aws_network_acl.private', ''] }],
  },
  {
    name: 'an interface endpoint is reached where its group admits 443 from the VPC',
    source: 'Access an AWS service using an interface VPC endpoint: Security groups',
    network: nat(
      together(
        group('endpoint', 'main', ['in tcp/443 10.0.0.0/16']),
        interfaceEndpoint('logs', 'main', ['private'], ['endpoint']),
        instance('app', 'private', ['open']),
        instance('far', 'public', ['open']),
      ),
    ),
    expect: [
      { ask: 'app -> logs tcp/443', verdict: 'proven' },
      { ask: 'far -> logs tcp/443', verdict: 'proven' },
      { ask: 'far -> logs tcp/80', verdict: 'unreachable', blocker: ['security-group-in', 'aws_security_group.endpoint', ''] },
      { ask: 'internet -> logs tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a network load balancer made without groups lets every port pass, one with a group what it admits',
    source: 'Update the security groups for your Network Load Balancer',
    network: nat(
      together(
        group('web', 'main', ['in tcp/443 0.0.0.0/0']),
        loadBalancer('bare', 'network', ['public'], 'none'),
        loadBalancer('kept', 'network', ['public'], ['web']),
        loadBalancer('inner', 'network', ['public'], 'none', { internal: true }),
      ),
    ),
    expect: [
      { ask: 'internet -> bare tcp/22', verdict: 'proven' },
      { ask: 'internet -> kept tcp/443', verdict: 'proven' },
      { ask: 'internet -> kept tcp/22', verdict: 'unreachable', blocker: ['security-group-in', 'aws_security_group.web', ''] },
      { ask: 'internet -> inner tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a function has no public address: in a public subnet it meets no internet, behind NAT it does',
    source: 'Giving Lambda functions access to resources in an Amazon VPC: Internet access',
    network: nat(together(lambda('exposed', ['public'], ['open']), lambda('behind', ['private'], ['open']))),
    expect: [
      { ask: 'exposed -> internet tcp/443', verdict: 'unreachable' },
      { ask: 'behind -> internet tcp/443', verdict: 'proven' },
      { ask: 'internet -> exposed tcp/443', verdict: 'unreachable' },
    ],
  },
];
