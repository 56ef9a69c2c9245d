import { readUniverse } from '../../../../../policies';
import { Reference } from '../../../reachability/mutations/reference';
import { resource, ref, universeOf, unknown } from '../../../model/network/documents';
import { columnText, flowLines, viewOf, viewsOf } from './described';

const DEV = 'dev/eu-west-1/three-tier';

function foreign(scenario: string): ReturnType<typeof readUniverse> {
  return readUniverse(`__tests__/policies/foreign/${scenario}/plan.json`);
}

describe('a network of the configuration', () => {
  const reference = new Reference();
  afterAll(() => {
    reference.clear();
  });

  it('has its tiers from the internet inwards, each subnet in its zone with where its routes lead', () => {
    expect(viewOf(reference.universe(), DEV).columns.map(columnText)).toEqual([
      'internet : Internet',
      'gateways Gateways: Internet gateway',
      'nat nat: a 10.0.6.0/28 NAT gateway → internet gateway',
      'public public: a 10.0.4.0/25 → internet gateway; b 10.0.4.128/25 → internet gateway; c 10.0.5.0/25 → internet gateway',
      'private app: a 10.0.0.0/25 → NAT gateway, peering, gateway endpoint; b 10.0.0.128/25 → NAT gateway, peering, gateway endpoint; ' +
        'c 10.0.1.0/25 → NAT gateway, peering, gateway endpoint',
      'isolated data: a 10.0.2.0/25; b 10.0.2.128/25; c 10.0.3.0/25',
      'endpoints Endpoints: s3 by routes; ssm interface in app; ssmmessages interface in app',
      'elsewhere Elsewhere: network/shared peering',
    ]);
  });

  it('has its flows from left to right, with what is proven and the gateways on the way', () => {
    expect(flowLines(viewOf(reference.universe(), DEV))).toEqual([
      'internet → public/alb tcp/443 proven IPv4 by gateways',
      'public/alb → app tcp/8080 proven IPv4',
      'app → internet tcp/443 proven IPv4 by gateways, nat',
      'app → data tcp/5432 proven IPv4',
      'app → s3 tcp/443 proven IPv4',
      'app → ssm tcp/443 proven IPv4',
      'app → ssmmessages tcp/443 proven IPv4',
      'app → network/shared/services tcp/3128 proven IPv4',
    ]);
  });

  it('has the flows of others that end in it', () => {
    expect(flowLines(viewOf(reference.universe(), 'network/eu-west-1/shared'))).toEqual([
      'services → internet tcp/443 proven IPv4 by gateways, nat',
      'services → s3 tcp/443 proven IPv4',
      'dev/three-tier/app → services tcp/3128 proven IPv4',
      'prod/three-tier/app → services tcp/3128 proven IPv4',
    ]);
  });

  it('says of a flow that a rule stops what is wrong', () => {
    const changed = reference.changed(({ dev }) => {
      dev.remove('aws_network_acl_rule.three-tier_data_in_app_tcp--5432');
    });
    const broken = viewOf(changed, DEV).flows.filter(({ verdict }) => verdict !== 'proven');

    expect(broken.map(({ to, verdict, problem }) => [to.names, verdict, problem?.split(';')[0]])).toEqual([
      [['data'], 'unreachable', 'Nothing gets through'],
    ]);
  });

  it('shows a subnet that no tier names by what its routes make of it', () => {
    const changed = reference.changed(({ dev }) => {
      dev.add('aws_subnet.by-hand_a', {
        vpc_id: '${aws_vpc.three-tier_vpc.id}',
        cidr_block: '10.0.15.0/28',
        availability_zone: 'eu-west-1a',
      });
    });

    expect(viewOf(changed, DEV).columns.map(columnText)).toContain('isolated by-hand: a 10.0.15.0/28');
  });
});

describe('a network that nobody described', () => {
  it('has tiers by routes and by what the addresses of subnets share; NAT gateways stand where it is known', () => {
    expect(viewOf(foreign('inline'), 'plan:aws_vpc.shop').columns.map(columnText)).toEqual([
      'internet : Internet',
      'gateways Gateways: Internet gateway',
      'public app: a 10.10.10.0/24 → internet gateway, NAT gateway',
      'public web: a 10.10.0.0/24 NAT gateway → internet gateway; b 10.10.1.0/24 → internet gateway',
      'isolated spare: b 10.10.20.0/24',
    ]);
  });

  it('has NAT gateways beside the others where their subnets are not known', () => {
    expect(columnText(viewOf(foreign('zones'), 'plan:module.vpc["shop"].aws_vpc.this').columns[1]!)).toBe(
      'gateways Gateways: Internet gateway; NAT gateway subnet not known; NAT gateway subnet not known; NAT gateway subnet not known',
    );
  });

  it('has no flows, and what it is joined with', () => {
    const view = viewOf(foreign('joined'), 'plan:module.left.aws_vpc.this');

    expect(view.flows).toEqual([]);
    expect(view.columns.map(columnText)).toEqual([
      'private this: a 10.40.0.0/24 → peering, transit gateway; b 10.40.1.0/24 → peering, transit gateway',
      'elsewhere Elsewhere: plan:module.right.aws_vpc.this peering; aws_ec2_transit_gateway.hub transit gateway',
    ]);
  });

  it('says what is not known of it: a zone, a block, a route table', () => {
    const universe = universeOf([
      resource('aws_vpc.x', { cidr_block: unknown('it is allocated by IPAM') }),
      resource('aws_route_table.x', { vpc_id: ref('aws_vpc.x.id'), route: unknown('var.routes') }),
      resource('aws_subnet.x', { vpc_id: ref('aws_vpc.x.id'), cidr_block: unknown(), availability_zone: unknown() }),
      resource('aws_route_table_association.x', {
        subnet_id: ref('aws_subnet.x.id'),
        route_table_id: ref('aws_route_table.x.id'),
      }),
    ]);
    const view = viewOf(universe, 'net:aws_vpc.x');

    expect(view.columns.map(columnText)).toEqual(['unknown x: zone not known IPv4 not known → maybe more']);
    expect(view.doubts).toEqual(['Its blocks: it is allocated by IPAM', 'Routes: var.routes']);
  });

  it('of nine kinds of subnets has one column for each kind of routes', () => {
    const subnets = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((name, at) =>
      resource(`aws_subnet.${name}`, {
        vpc_id: ref('aws_vpc.x.id'),
        cidr_block: `10.0.${String(at)}.0/24`,
        availability_zone: 'eu-west-1a',
      }),
    );
    const titles = (count: number): readonly string[] => {
      const universe = universeOf([resource('aws_vpc.x', { cidr_block: '10.0.0.0/16' }), ...subnets.slice(0, count)]);
      return viewOf(universe, 'net:aws_vpc.x').columns.map(({ title }) => title);
    };

    expect(titles(8)).toEqual(['eight', 'five', 'four', 'one', 'seven', 'six', 'three', 'two']);
    expect(titles(9)).toEqual(['subnets (isolated)']);
  });

  it('is left out where it has no subnets', () => {
    expect([...viewsOf(universeOf([resource('aws_vpc.x', { cidr_block: '10.0.0.0/16' })])).keys()]).toEqual([]);
  });
});
