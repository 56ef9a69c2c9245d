import type { Key, OneOf } from '../../known';
import type { VpcEdge } from '../../routing';
import { NONE, opened, union } from '../one-of';
import type { Sources } from '../sources';
import type { Vpcs } from '../vpc/vpcs';

/** What joins a VPC to networks that aren't judged by standing there, and the argument that names the VPC. */
const JOINING = {
  aws_vpn_gateway: 'vpc_id',
  aws_ec2_carrier_gateway: 'vpc_id',
  aws_ec2_local_gateway_route_table_vpc_association: 'vpc_id',
  aws_networkmanager_vpc_attachment: 'vpc_arn',
} as const;

/** By what networks of one's own meet the VPCs of the documents, whether tables lead to it or not. */
export function vpcEdges(sources: Sources, vpcs: Vpcs): ReadonlyMap<Key, VpcEdge> {
  const joined = new Map<Key, OneOf<Key>[]>();
  const join = (key: Key, vpc: OneOf<Key>): void => {
    joined.set(key, [...(joined.get(key) ?? []), vpc]);
  };
  for (const [type, argument] of Object.entries(JOINING)) {
    for (const section of sources.of(type)) {
      const { key, repeated } = section.origin;
      join(key, section.has(argument) ? opened(vpcs.of(section, argument), repeated) : NONE);
    }
  }
  for (const section of sources.of('aws_vpn_gateway_attachment')) {
    const gateways = section.findNamed('vpn_gateway_id') ?? NONE;
    const sure = gateways.choices.length === 1 && gateways.open === undefined;
    const vpc = opened(vpcs.of(section), section.origin.repeated);
    // Which gateway it is may be open, and that there is one in the VPC isn't.
    join(sure ? (gateways.choices[0] ?? section.origin.key) : section.origin.key, vpc);
  }
  for (const section of sources.data('aws_vpn_gateway')) {
    if (section.has('attached_vpc_id')) join(section.origin.key, vpcs.of(section, 'attached_vpc_id'));
  }
  return new Map([...joined].map(([key, all]) => [key, { key, vpc: union(all) }]));
}
