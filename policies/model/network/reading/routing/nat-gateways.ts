import { Unknown } from '../../../term';
import type { Key, Known } from '../../known';
import type { NatGateway, RouteTable } from '../../routing';
import { anything } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Subnets } from '../vpc/subnets';

const OUTSIDE = new Unknown('the gateway lies outside of the documents');
/** A gateway of a whole VPC instead of a subnet: AWS chooses where it stands. */
const REGIONAL = new Unknown('it has no subnet of its own');

function connectivityOf(section: Section): Known<'public' | 'private'> {
  const text = section.text('connectivity_type', 'public');
  if (text instanceof Unknown) return text;
  if (text === 'public' || text === 'private') return text;
  return section.gap('connectivity_type', new Unknown('it is neither public nor private'));
}

/** The NAT gateways of the documents, and those that tables lead to. */
export function natGateways(
  sources: Sources,
  subnets: Subnets,
  tables: ReadonlyMap<Key, RouteTable>,
): ReadonlyMap<Key, NatGateway> {
  const gateways = new Map<Key, NatGateway>();
  for (const section of sources.of('aws_nat_gateway')) {
    const { origin } = section;
    const subnet = subnets.known(section.findNamed('subnet_id') ?? anything(section.gap('subnet_id', REGIONAL)));
    gateways.set(origin.key, { key: origin.key, origin, subnet, connectivity: connectivityOf(section) });
  }
  for (const { routes } of tables.values()) {
    for (const { origin, target } of routes) {
      for (const choice of target.choices) {
        if (choice.kind !== 'nat-gateway' || gateways.has(choice.key)) continue;
        gateways.set(choice.key, { key: choice.key, origin, subnet: anything(OUTSIDE), connectivity: OUTSIDE });
      }
    }
  }
  return gateways;
}
