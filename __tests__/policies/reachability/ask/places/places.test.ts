import type { IntentNetwork } from '../../../../../modules/core/intent';
import { networkFactsOf } from '../../../../../policies/model/network/reading';
import { Places } from '../../../../../policies/reachability/ask';
import { refusalOf } from '../../../../refusal';
import {
  gatewayEndpoint,
  group,
  instance,
  interfaceEndpoint,
  internetGateway,
  lambda,
  loadBalancer,
  natGateway,
  publicInstance,
  subnet,
  table,
  together,
  vpc,
} from '../../cases/terraform';
import { linesOf, stackOf, stacksOf } from '../documents';

const NETWORK = together(
  vpc('main', '10.0.0.0/16', { assign_generated_ipv6_cidr_block: true }),
  internetGateway('main'),
  table('public', 'main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
  table('private', 'main', { '0.0.0.0/0': 'aws_nat_gateway.main' }),
  subnet('public', 'main', '10.0.0.0/24', { table: 'public' }),
  subnet('mapped', 'main', '10.0.9.0/24', { more: { map_public_ip_on_launch: true } }),
  subnet('routed', 'main', '10.0.8.0/24', { table: 'public' }),
  subnet('chosen', 'main', '10.0.7.0/24', { more: { map_public_ip_on_launch: '${var.any}' } }),
  natGateway('main', 'public'),
  subnet('app', 'main', '10.0.1.0/24', { table: 'private' }),
  subnet('dual', 'main', '10.0.2.0/24', { ipv6: 2, zone: 'b' }),
  group('web', 'main', []),
  group('app', 'main', []),
  group('idle', 'main', []),
  publicInstance('web', 'public', ['web']),
  instance('app', 'app', ['app'], { private_ip: '10.0.1.10' }),
  instance('open', 'app', [], { vpc_security_group_ids: '${var.any}' }),
  instance('half', 'app', [], { vpc_security_group_ids: ['${aws_security_group.app.id}', '${var.any}'] }),
  loadBalancer('edge', 'network', ['public', 'dual'], 'none'),
  lambda('worker', ['app', 'dual'], ['app', 'web']),
  interfaceEndpoint('ssm', 'main', ['app'], ['app']),
  gatewayEndpoint('s3', 'main', ['private']),
  {
    'aws_launch_template.idle': { vpc_security_group_ids: [] },
    'aws_lambda_function.free': { function_name: 'f', role: 'r' },
  },
);
const { places } = stackOf(NETWORK);
const spots = (text: string): string[] => linesOf(places.of(text));

describe('a name stands for', () => {
  it.each([
    ['internet', ['internet']],
    ['0.0.0.0/0', ['internet']],
    ['::/0', ['internet']],
    // No group: routes and ACLs alone. Public where a route leads to the internet, or the subnet gives out addresses.
    ['aws_subnet.app', ['subnet.app with open']],
    ['net:aws_subnet.app', ['subnet.app with open']],
    ['aws_subnet.dual', ['subnet.dual with open, maybe public, IPv6']],
    ['aws_subnet.public', ['subnet.public with open, maybe public']],
    ['aws_subnet.mapped', ['subnet.mapped with open, public']],
    ['aws_subnet.routed', ['subnet.routed with open, maybe public']],
    ['aws_subnet.chosen', ['subnet.chosen with open, maybe public']],
    // Whatever carries the group, each with all its groups.
    [
      'aws_security_group.web',
      [
        'subnet.public with security_group.web, public',
        'subnet.app with security_group.app and security_group.web',
        'subnet.dual with security_group.app and security_group.web',
        'subnet.app with unknown; doubt: whether instance.open carries security_group.web',
        'subnet.app with unknown; doubt: whether instance.half carries security_group.web',
      ],
    ],
    ['aws_instance.app', ['subnet.app with security_group.app, at 10.0.1.10/32']],
    ['aws_instance.web', ['subnet.public with security_group.web, public']],
    ['aws_instance.open', ['subnet.app with unknown']],
    ['aws_lb.edge', ['subnet.public with open, public', 'subnet.dual with open, public']],
    ['aws_vpc_endpoint.ssm', ['subnet.app with security_group.app']],
    ['aws_vpc_endpoint.s3', ['service com.amazonaws.eu-west-1.s3']],
    ['aws_launch_template.idle', ['open: the documents start it in no subnet']],
    ['aws_lambda_function.free', ["open: the documents don't tell where lambda_function.free stands"]],
    [
      'aws_vpc.main',
      [
        'subnet.public with open, maybe public',
        'subnet.mapped with open, public',
        'subnet.routed with open, maybe public',
        'subnet.chosen with open, maybe public',
        'subnet.app with open',
        'subnet.dual with open, maybe public, IPv6',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(spots(text)).toEqual([...expected].sort());
  });

  it('a group that nothing carries is an interface made up in each subnet of its VPC, and the reply says so', () => {
    const bare = stackOf(
      together(
        vpc('main', '10.0.0.0/16'),
        subnet('a', 'main', '10.0.1.0/24'),
        subnet('b', 'main', '10.0.2.0/24'),
        group('idle', 'main', []),
      ),
    );
    const place = bare.places.of('aws_security_group.idle');

    expect(linesOf(place)).toEqual(['subnet.a with security_group.idle', 'subnet.b with security_group.idle']);
    expect(place.assumed).toEqual([
      'nothing carries net:aws_security_group.idle: an interface with it in each subnet of net:aws_vpc.main is made up',
    ]);
  });

  it('a group that is associated with another VPC may be carried there too', () => {
    const both = stackOf(
      together(
        vpc('main', '10.0.0.0/16'),
        vpc('other', '10.1.0.0/16'),
        subnet('a', 'main', '10.0.1.0/24'),
        subnet('b', 'other', '10.1.1.0/24'),
        group('idle', 'main', []),
        group('home', 'main', []),
        {
          'aws_vpc_security_group_vpc_association.idle': {
            security_group_id: '${aws_security_group.idle.id}',
            vpc_id: '${aws_vpc.other.id}',
          },
        },
      ),
    );

    expect(linesOf(both.places.of('aws_security_group.idle'))).toEqual([
      'subnet.a with security_group.idle',
      'subnet.b with security_group.idle',
    ]);
    expect(linesOf(both.places.of('aws_security_group.home'))).toEqual(['subnet.a with security_group.home']);
  });

  it('a host whose subnet is set from outside stands nowhere that is known, and makes its neighbours doubtful', () => {
    const astray = { ami: 'ami-1', instance_type: 't3.micro', subnet_id: '${var.any}', vpc_security_group_ids: [] };
    const network = stackOf({
      ...together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.1.0/24')),
      'aws_instance.astray': astray,
    });

    expect(linesOf(network.places.of('aws_instance.astray'))).toEqual(['open: it is set from outside: ${var.any}']);
    expect(linesOf(network.places.of('aws_subnet.a'))).toEqual(['subnet.a with open, maybe public']);
  });

  it('a VPC without a subnet, and a group in it, stand nowhere', () => {
    const empty = stackOf(together(vpc('main', '10.0.0.0/16'), group('idle', 'main', [])));

    expect(linesOf(empty.places.of('aws_vpc.main'))).toEqual(['open: the documents tell no subnet of vpc.main']);
    expect(linesOf(empty.places.of('aws_security_group.idle'))).toEqual([
      'open: nothing carries it, and vpc.main has no subnet in the documents',
    ]);
  });

  it('a block with for_each stands for all its instances, by its address without keys', () => {
    const each = stackOf(together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.1.0/24')));
    const [stack] = each.universe.stacks;
    const resources = (stack?.resources ?? []).flatMap((one) =>
      one.type === 'aws_subnet'
        ? ['x', 'y'].map((key) => ({
            ...one,
            address: `module.vpc[0].aws_subnet.a["${key}"]`,
            key: `net:module.vpc[0].aws_subnet.a["${key}"]`,
          }))
        : [one],
    );
    const universe = { stacks: [{ ...stack!, resources }] };
    const places = new Places(universe, networkFactsOf(universe));

    expect(linesOf(places.of('module.vpc.aws_subnet.a'))).toHaveLength(2);
    expect(linesOf(places.of('net:module.vpc.aws_subnet.a'))).toHaveLength(2);
    expect(linesOf(places.of('module.vpc[0].aws_subnet.a'))).toHaveLength(2);
    expect(places.of('module.vpc[0].aws_subnet.a["y"]').spots.map(({ name }) => name)).toEqual([
      'net:module.vpc[0].aws_subnet.a["y"]',
    ]);
  });

  it('something whose number is not known is taken to be there', () => {
    const counted = stackOf({
      ...together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.1.0/24', { more: { count: '${var.any}' } })),
    });

    expect(counted.places.of('aws_subnet.a').assumed).toEqual([
      "net:aws_subnet.a is there, though how many there are isn't known: count is not known (it is set from outside: ${var.any})",
    ]);
  });
});

describe('a tier stands for an interface with its group in each of its subnets', () => {
  const network = (region: string): IntentNetwork => ({
    network: `dev/${region}/shop`,
    stack: `dev-${region}`,
    vpc: 'aws_vpc.main',
    dualStack: false,
    tiers: [
      {
        tier: 'app',
        kind: 'private',
        subnets: ['aws_subnet.app'],
        acl: 'aws_network_acl.app',
        groups: [
          { name: 'app', address: 'aws_security_group.app' },
          { name: 'app/svc', address: 'aws_security_group.svc' },
        ],
      },
    ],
    endpoints: [],
    onPremises: [],
    peered: [],
  });
  const stack = together(
    vpc('main', '10.0.0.0/16'),
    subnet('app', 'main', '10.0.1.0/24'),
    group('app', 'main', []),
    group('svc', 'main', []),
  );

  it.each([
    ['dev/shop/app', ['dev-a:aws_subnet.app with dev-a:aws_security_group.app, maybe public']],
    ['dev/shop/app/svc', ['dev-a:aws_subnet.app with dev-a:aws_security_group.svc, maybe public']],
    ['dev/a/shop/app/svc', ['dev-a:aws_subnet.app with dev-a:aws_security_group.svc, maybe public']],
  ])('%s', (text, expected) => {
    const { places: named } = stacksOf({ 'dev-a': stack }, [network('a')]);

    expect(linesOf(named.of(text))).toEqual(expected);
  });

  it('and its Region is asked for where the account has the network in several', () => {
    const { places: named } = stacksOf({ 'dev-a': stack, 'dev-b': stack }, [network('a'), network('b')]);

    expect(refusalOf(() => named.of('dev/shop/app'))).toBe(
      'the account has such a network in 2 Regions, got "dev/shop/app"; write "dev/a/shop/app" or "dev/b/shop/app" [LZ-REACH-3]',
    );
    expect(refusalOf(() => named.of('dev/shop/apps'))).toBe(
      'nothing in the documents is called that, got "dev/shop/apps"; did you mean "dev/shop/app"? [LZ-REACH-2]',
    );
  });
});

describe('a name is refused that', () => {
  const { places: two } = stacksOf({ one: NETWORK, two: NETWORK });

  it.each([
    [
      'aws_subnet.ap',
      'nothing in the documents is called that, got "aws_subnet.ap"; did you mean "aws_subnet.app"? [LZ-REACH-2]',
    ],
    ['intranet', 'nothing in the documents is called that, got "intranet"; did you mean "internet"? [LZ-REACH-2]'],
    [
      'the database',
      'nothing in the documents is called that, got "the database"; write internet, an IP address, a block, or the address of something in a network, such as "aws_subnet.app" [LZ-REACH-2]',
    ],
    [
      'aws_subnet.app',
      '2 stacks hold this address, got "aws_subnet.app"; write "one:aws_subnet.app" or "two:aws_subnet.app" [LZ-REACH-3]',
    ],
    [
      'one:aws_route_table.public',
      'aws_route_table is nothing that stands in a network here, got "one:aws_route_table.public"; ask about a subnet, a security group, a VPC, an endpoint, a network interface, an instance, a launch template, an auto scaling group, a load balancer, an ECS service, a database, a cache or a function [LZ-REACH-4]',
    ],
    [
      '10.0.0.256',
      'the address is not valid, got "10.0.0.256"; write four numbers from 0 to 255 without leading zeros, like "10.0.0.0/16" [LZ-CIDR-1]',
    ],
    ['10.0.0.1/24', 'the address has bits set behind its mask, got "10.0.0.1/24"; did you mean "10.0.0.0/24"? [LZ-CIDR-4]'],
    [
      '2001:db8::g',
      'nothing in the documents is called that, got "2001:db8::g"; write internet, an IP address, a block, or the address of something in a network, such as "aws_subnet.app" [LZ-REACH-2]',
    ],
  ])('%s', (text, refusal) => {
    expect(refusalOf(() => two.of(text))).toBe(refusal);
  });
});
