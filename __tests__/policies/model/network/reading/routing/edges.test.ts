import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { factsOf, oneOfText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const IN_VPC = { vpc_id: ref('aws_vpc.main.id') };
const BARE = resource('aws_vpn_gateway.main');
const ATTACHMENT = resource('aws_vpn_gateway_attachment.main', { ...IN_VPC, vpn_gateway_id: ref('aws_vpn_gateway.main.id') });

function edgesOf(...resources: readonly ResourceFact[]): Record<string, string> {
  return Object.fromEntries([...factsOf([VPC, ...resources]).edges].map(([key, { vpc }]) => [key, oneOfText(vpc)]));
}

test.each<[string, readonly ResourceFact[], Record<string, string>]>([
  [
    'a virtual private gateway by its own argument',
    [resource('aws_vpn_gateway.main', IN_VPC)],
    { 'net:aws_vpn_gateway.main': 'aws_vpc.main' },
  ],
  ['a virtual private gateway by its attachment', [BARE, ATTACHMENT], { 'net:aws_vpn_gateway.main': 'aws_vpc.main' }],
  ['no VPC by a virtual private gateway that is attached to none', [BARE], { 'net:aws_vpn_gateway.main': '' }],
  [
    'a VPC in doubt where the attachment may not be there',
    [BARE, { ...ATTACHMENT, repeated: unknown() }],
    { 'net:aws_vpn_gateway.main': 'aws_vpc.main or …' },
  ],
  [
    'some VPC where it is not known which',
    [resource('aws_vpn_gateway.main', { vpc_id: unknown() })],
    { 'net:aws_vpn_gateway.main': '…' },
  ],
  [
    'an attachment of a gateway from outside',
    [resource('aws_vpn_gateway_attachment.main', { ...IN_VPC, vpn_gateway_id: 'vgw-0aaa' })],
    { 'vgw-0aaa': 'aws_vpc.main' },
  ],
  [
    'an attachment of a gateway that is not known',
    [resource('aws_vpn_gateway_attachment.main', { ...IN_VPC, vpn_gateway_id: unknown() })],
    { 'net:aws_vpn_gateway_attachment.main': 'aws_vpc.main' },
  ],
  [
    'a gateway that is looked up by its VPC',
    [resource('data.aws_vpn_gateway.main', { attached_vpc_id: ref('aws_vpc.main.id') })],
    { 'net:data.aws_vpn_gateway.main': 'aws_vpc.main' },
  ],
  [
    'a carrier gateway',
    [resource('aws_ec2_carrier_gateway.main', IN_VPC)],
    { 'net:aws_ec2_carrier_gateway.main': 'aws_vpc.main' },
  ],
  [
    'a local gateway',
    [resource('aws_ec2_local_gateway_route_table_vpc_association.main', IN_VPC)],
    { 'net:aws_ec2_local_gateway_route_table_vpc_association.main': 'aws_vpc.main' },
  ],
  [
    'a core network',
    [resource('aws_networkmanager_vpc_attachment.main', { vpc_arn: ref('aws_vpc.main.arn') })],
    { 'net:aws_networkmanager_vpc_attachment.main': 'aws_vpc.main' },
  ],
])('networks of one’s own are joined to %s', (_what, resources, edges) => {
  expect(edgesOf(...resources)).toEqual(edges);
});
