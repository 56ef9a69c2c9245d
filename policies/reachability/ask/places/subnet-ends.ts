import type { Block, Key, NetworkFacts, OneOf, RouteTable, Subnet } from '../../../model/network';
import { Unknown } from '../../../model/term';
import type { End } from '../../query';
import type { Spot } from '../place';

type InterfaceEnd = Extract<End, { kind: 'interface' }>;

function mayLeadToInternet(table: RouteTable | undefined): boolean {
  if (table === undefined || table.incomplete !== undefined) return true;
  return table.routes.some(
    ({ target }) => target.open !== undefined || target.choices.some(({ kind }) => kind === 'internet-gateway'),
  );
}

/**
 * Whether the internet can meet an interface that the question makes up. Sure where the subnet gives out public
 * addresses; possible where a route leads to an internet gateway, or something there has such an address or may have;
 * nowhere else do the documents have one.
 */
export function publicIpv4In({ mapsPublicIpv4, table, key }: Subnet, facts: NetworkFacts): InterfaceEnd['publicIpv4'] {
  if (mapsPublicIpv4 !== false) return mapsPublicIpv4 === true ? true : 'unknown';
  if (table.open !== undefined || table.choices.some((choice) => mayLeadToInternet(facts.tables.get(choice)))) return 'unknown';
  const met = [...facts.hosts.values()].some(
    ({ publicIpv4, subnets }) => publicIpv4 !== false && !(subnets instanceof Unknown) && subnets.some((one) => mayBe(one, key)),
  );
  return met ? 'unknown' : false;
}

/** Whether it can be this one. */
export function mayBe({ choices, open }: OneOf<Key>, key: Key): boolean {
  return open !== undefined || choices.includes(key);
}

/** An interface that the question makes up: as others in its subnet. */
export function madeUpEnd(
  subnet: Subnet,
  facts: NetworkFacts,
  { name, groups, addresses }: Pick<InterfaceEnd, 'name' | 'groups'> & { readonly addresses?: readonly Block[] },
): End {
  return {
    kind: 'interface',
    name,
    subnet: subnet.key,
    groups,
    publicIpv4: publicIpv4In(subnet, facts),
    ipv6: subnet.ipv6 !== undefined,
    ...(addresses === undefined ? {} : { addresses }),
  };
}

/** The spot of a made-up interface in each subnet that lies in a VPC, or may. */
export function spotsIn(vpc: Key, facts: NetworkFacts, groups: InterfaceEnd['groups']): Spot[] {
  return [...facts.subnets.values()]
    .filter((subnet) => mayBe(subnet.vpc, vpc))
    .map((subnet): Spot => {
      const ends = [madeUpEnd(subnet, facts, { name: subnet.key, groups })];
      const sure = subnet.vpc.open === undefined && subnet.vpc.choices.length === 1;
      return { name: subnet.key, ends, ...(sure ? {} : { doubt: `whether ${subnet.key} lies in ${vpc}` }) };
    });
}
