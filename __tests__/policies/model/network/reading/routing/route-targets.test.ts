import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, factsOf, routeText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const TABLE = resource('aws_route_table.app', { vpc_id: ref('aws_vpc.main.id') });

function target(argument: ResourceFact['body'], ...resources: readonly ResourceFact[]): string {
  const route = resource('aws_route.one', {
    route_table_id: ref('aws_route_table.app.id'),
    destination_cidr_block: '192.168.0.0/16',
    ...argument,
  });
  const table = at(factsOf([VPC, TABLE, route, ...resources]).tables, 'aws_route_table.app');
  return table.routes.map(routeText).join().replace('192.168.0.0/16 -> ', '');
}

const attachment = resource('aws_ec2_transit_gateway_vpc_attachment.main', {
  transit_gateway_id: 'tgw-0aaa',
  vpc_id: ref('aws_vpc.main.id'),
  subnet_ids: [],
});

test.each<[string, ResourceFact['body'], readonly ResourceFact[], string]>([
  [
    'an egress-only gateway',
    { egress_only_gateway_id: ref('aws_egress_only_internet_gateway.x.id') },
    [resource('aws_egress_only_internet_gateway.x')],
    'egress-only-gateway aws_egress_only_internet_gateway.x',
  ],
  [
    'a NAT gateway',
    { nat_gateway_id: ref('aws_nat_gateway.x.id') },
    [resource('aws_nat_gateway.x')],
    'nat-gateway aws_nat_gateway.x',
  ],
  [
    'a transit gateway',
    { transit_gateway_id: ref('aws_ec2_transit_gateway.x.id') },
    [resource('aws_ec2_transit_gateway.x')],
    'transit-gateway aws_ec2_transit_gateway.x',
  ],
  [
    'a peering',
    { vpc_peering_connection_id: ref('aws_vpc_peering_connection.x.id') },
    [resource('aws_vpc_peering_connection.x', { vpc_id: ref('aws_vpc.main.id'), peer_vpc_id: unknown() })],
    'peering aws_vpc_peering_connection.x',
  ],
  [
    'a peering by its accepter',
    { vpc_peering_connection_id: ref('aws_vpc_peering_connection_accepter.y.id') },
    [
      resource('aws_vpc_peering_connection.x', { vpc_id: ref('aws_vpc.main.id'), peer_vpc_id: unknown() }),
      resource('aws_vpc_peering_connection_accepter.y', { vpc_peering_connection_id: ref('aws_vpc_peering_connection.x.id') }),
    ],
    'peering aws_vpc_peering_connection.x',
  ],
  [
    'a virtual private gateway',
    { gateway_id: ref('aws_vpn_gateway.x.id') },
    [resource('aws_vpn_gateway.x')],
    'edge aws_vpn_gateway.x',
  ],
  [
    'a gateway load balancer',
    { vpc_endpoint_id: ref('aws_vpc_endpoint.x.id') },
    [resource('aws_vpc_endpoint.x', { vpc_endpoint_type: 'GatewayLoadBalancer' })],
    'middlebox aws_vpc_endpoint.x',
  ],
  ['a firewall', { vpc_endpoint_id: unknown() }, [], 'middlebox aws_route.one.vpc_endpoint_id'],
  [
    'an interface',
    { network_interface_id: ref('aws_network_interface.x.id') },
    [resource('aws_network_interface.x')],
    'middlebox aws_network_interface.x',
  ],
  [
    'the interface of an instance',
    { network_interface_id: ref('aws_instance.x.primary_network_interface_id') },
    [resource('aws_instance.x')],
    'middlebox aws_instance.x',
  ],
  ['an instance', { instance_id: 'i-0aaa' }, [], 'middlebox i-0aaa'],
  ['a carrier', { carrier_gateway_id: unknown() }, [], 'edge aws_route.one.carrier_gateway_id'],
  ['a local gateway', { local_gateway_id: 'lgw-0aaa' }, [], 'edge lgw-0aaa'],
  [
    'a core network',
    { core_network_arn: 'arn:aws:networkmanager::111111111111:core-network/core-network-0aaa' },
    [],
    'edge arn:aws:networkmanager::111111111111:core-network/core-network-0aaa',
  ],
  ['an internet gateway outside', { gateway_id: 'igw-0aaa' }, [], 'internet-gateway igw-0aaa'],
  ['a virtual private gateway outside', { gateway_id: 'vgw-0aaa' }, [], 'edge vgw-0aaa'],
  ['a NAT gateway outside', { nat_gateway_id: 'nat-0aaa' }, [], 'nat-gateway nat-0aaa'],
  ['a peering outside', { vpc_peering_connection_id: 'pcx-0aaa' }, [], 'peering pcx-0aaa'],
  ['a transit gateway outside', { transit_gateway_id: 'tgw-0aaa' }, [], 'edge tgw-0aaa'],
  [
    'a transit gateway outside with an attachment here',
    { transit_gateway_id: 'tgw-0aaa' },
    [attachment],
    'transit-gateway tgw-0aaa',
  ],
  [
    'a transit gateway that is looked up',
    { transit_gateway_id: ref('data.aws_ec2_transit_gateway.x.id') },
    [resource('data.aws_ec2_transit_gateway.x')],
    'edge net:data.aws_ec2_transit_gateway.x'.replace('net:', ''),
  ],
  [
    'one of two',
    { nat_gateway_id: ref('aws_nat_gateway.x.id', 'aws_nat_gateway.y.id') },
    [resource('aws_nat_gateway.x'), resource('aws_nat_gateway.y')],
    'nat-gateway aws_nat_gateway.x or nat-gateway aws_nat_gateway.y',
  ],
  ['something that is not known', { gateway_id: unknown() }, [], '…'],
  ['nothing', {}, [], '…'],
  ['home', { gateway_id: 'local' }, [], 'local'],
])('a route to %s', (_what, argument, resources, text) => {
  expect(target(argument, ...resources)).toBe(text);
});

test('an id that may be that of an own resource leaves open which it is', () => {
  expect(target({ gateway_id: 'igw-0aaa' }, resource('aws_internet_gateway.own', { vpc_id: ref('aws_vpc.main.id') }))).toBe(
    'internet-gateway igw-0aaa or …',
  );
});
