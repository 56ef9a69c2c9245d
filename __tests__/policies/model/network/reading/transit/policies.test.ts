import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, factsOf, oneOfText } from '../../facts-text';

const DEFAULT = 'aws_ec2_transit_gateway.x.association_default_route_table_id';
const PEERING = 'aws_ec2_transit_gateway_peering_attachment.far';
const GATEWAY_ID = { transit_gateway_id: ref('aws_ec2_transit_gateway.x.id') };
const ATTACHMENTS = ['a', 'b'].map((name) => {
  const own = { ...GATEWAY_ID, vpc_id: ref(`aws_vpc.${name}.id`), subnet_ids: [] };
  return resource(`aws_ec2_transit_gateway_vpc_attachment.${name}`, own);
});
const NETWORK = [
  resource('aws_ec2_transit_gateway.x'),
  resource('aws_vpc.a', { cidr_block: '10.0.0.0/16' }),
  resource('aws_vpc.b', { cidr_block: '10.1.0.0/16' }),
  resource('aws_ec2_transit_gateway_route_table.x', GATEWAY_ID),
  resource(PEERING, GATEWAY_ID),
  resource('aws_ec2_transit_gateway_route_table_association.far', {
    transit_gateway_attachment_id: ref(`${PEERING}.id`),
    transit_gateway_route_table_id: ref('aws_ec2_transit_gateway_route_table.x.id'),
  }),
  ...ATTACHMENTS,
];

function policyFor(attachment: ResourceFact['body'][string]): readonly ResourceFact[] {
  const body = { transit_gateway_attachment_id: attachment, transit_gateway_policy_table_id: 'tgw-ptb-1' };
  return [resource('aws_ec2_transit_gateway_policy_table_association.x', body)];
}

test.each<[string, readonly ResourceFact[], readonly string[]]>([
  ['no policy', [], [DEFAULT, DEFAULT, 'aws_ec2_transit_gateway_route_table.x']],
  [
    'a policy for a VPC',
    policyFor(ref('aws_ec2_transit_gateway_vpc_attachment.a.id')),
    [`${DEFAULT} or …`, DEFAULT, 'aws_ec2_transit_gateway_route_table.x'],
  ],
  ['a policy for a peering', policyFor(ref(`${PEERING}.id`)), [DEFAULT, DEFAULT, 'aws_ec2_transit_gateway_route_table.x or …']],
  [
    'a policy for something that is not known',
    policyFor(unknown()),
    [`${DEFAULT} or …`, `${DEFAULT} or …`, 'aws_ec2_transit_gateway_route_table.x or …'],
  ],
])('%s: the tables of two VPCs and a peering', (_what, policies, tables) => {
  const { transitAttachments } = factsOf([...NETWORK, ...policies]);
  const keys = ['aws_ec2_transit_gateway_vpc_attachment.a', 'aws_ec2_transit_gateway_vpc_attachment.b', PEERING];

  expect(keys.map((key) => oneOfText(at(transitAttachments, key).table))).toEqual(tables);
});
