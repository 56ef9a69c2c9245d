import type { Block, Host, Key, NetworkFacts, OneOf } from '../../../model/network';
import { Unknown } from '../../../model/term';
import type { End } from '../../query';
import { nowhere, type Place, type Spot } from '../place';

type InterfaceEnd = Extract<End, { kind: 'interface' }>;

function groupsOf({ groups }: Host): InterfaceEnd['groups'] {
  if (groups === 'none') return 'open';
  if (groups instanceof Unknown) return 'unknown';
  const known = groups.flatMap(({ choices, open }) => (open === undefined && choices.length === 1 ? choices : []));
  // Which of several it carries changes what passes both ways: as good as not known.
  return known.length === groups.length ? known : 'unknown';
}

/** Of several subnets each holds its own of the addresses. */
function addressesIn(subnet: Key, { addresses, subnets }: Host, facts: NetworkFacts): readonly Block[] | undefined {
  if (addresses === undefined || (!(subnets instanceof Unknown) && subnets.length === 1)) return addresses;
  const block = facts.subnets.get(subnet)?.ipv4;
  if (block === undefined || block instanceof Unknown || block.kind !== 'literal') return undefined;
  const inside = addresses.filter((address) => address.kind === 'literal' && block.cidr.covers(address.cidr));
  return inside.length === 0 ? undefined : inside;
}

/** The interface that a host has in a subnet. */
export function hostEnd(host: Host, subnet: Key, facts: NetworkFacts): InterfaceEnd {
  const addresses = addressesIn(subnet, host, facts);
  return {
    kind: 'interface',
    name: host.key,
    subnet,
    groups: groupsOf(host),
    publicIpv4: host.publicIpv4 instanceof Unknown ? 'unknown' : host.publicIpv4,
    ipv6: host.ipv6 instanceof Unknown ? 'unknown' : host.ipv6,
    ...(addresses === undefined ? {} : { addresses }),
  };
}

function spotOf(host: Host, subnet: OneOf<Key>, several: boolean, facts: NetworkFacts): Spot {
  const known = subnet.choices.filter((key) => facts.subnets.has(key));
  const strange = subnet.choices.find((key) => !facts.subnets.has(key));
  const open = subnet.open?.why ?? (strange === undefined ? undefined : `${strange} is in none of the documents`);
  return {
    name: several ? `${host.key} in ${subnet.choices.join(' or ')}` : host.key,
    ends: known.map((key) => hostEnd(host, key, facts)),
    ...(open === undefined && known.length > 0 ? {} : { open: open ?? 'its subnet is none that the documents tell' }),
  };
}

/** Where a host stands: in each of its subnets. */
export function hostSpots(host: Host, facts: NetworkFacts): readonly Spot[] {
  const { subnets } = host;
  if (subnets instanceof Unknown) return nowhere(host.key, subnets.why).spots;
  if (subnets.length === 0) return nowhere(host.key, 'the documents start it in no subnet').spots;
  return subnets.map((subnet) => spotOf(host, subnet, subnets.length > 1, facts));
}

/** A host by its name. */
export function hostPlace(name: string, host: Host, facts: NetworkFacts): Place {
  return { name, spots: hostSpots(host, facts), assumed: [] };
}
