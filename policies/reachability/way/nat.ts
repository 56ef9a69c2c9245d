import type { Key, NatGateway } from '../../model/network';
import type { Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import { DESTINATION } from '../region/box';
import { NAT_PROTOCOLS } from '../region/protocols';
import { unjudged, type Way } from './departure';
import { Condition, type Gate, present } from '../ground/gate';
import { byInternet, gatewaysOf, plainGateway, routedOnly } from './internet';
import type { Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';

/** Where else than to the internet the gateway's own table leads isn't judged. */
function elsewhere({ kind }: Hop): Certainty {
  return ['internet-gateway', 'none', 'blackhole'].includes(kind) ? 'no' : 'unknown';
}

/** What the gateway sends back to the sender stays in the VPC; what leaves it by an edge or a middlebox may come back. */
function backToSender({ kind }: Hop): Certainty {
  if (kind === 'local') return 'yes';
  return ['middlebox', 'edge', 'transit-gateway'].includes(kind) ? 'unknown' : 'no';
}

/** Why nothing is judged behind a gateway that isn't surely public. */
function findDoubt(connectivity: NatGateway['connectivity']): string | undefined {
  if (connectivity === 'public') return undefined;
  return connectivity === 'private' ? 'where a private NAT gateway leads' : connectivity.why;
}

function through(terrain: Terrain, from: Place, key: Key, subnetKey: Key, to: Place | undefined): Way {
  const subnet = terrain.facts.subnets.get(subnetKey);
  if (subnet === undefined) return unjudged(`where ${key} stands`, key)[0];
  const same = subnet === from.subnet;
  const acl = (direction: 'in' | 'out', view: 'opening' | 'reply' | 'reply-to-nat'): Gate =>
    terrain.aclGate(subnet, direction, view);
  const entering = present([
    new Condition('gateway', key, false, 'yes', 'NAT gateways pass tcp, udp and icmp', NAT_PROTOCOLS),
    same ? undefined : acl('in', 'opening'),
  ]);
  const leaving = acl('out', 'opening');
  // Within one subnet neither entries nor routes are asked.
  const beside = new Condition('gateway', key, false, 'unknown', `not known: what ${key} sends inside its own subnet`);
  const onward = to?.subnet === subnet ? [beside] : [leaving, terrain.routeGate(subnet, from.vpc, 'opening', elsewhere)];
  const away: Way = { references: 'unknown', staysInSubnet: same, forward: [...entering, ...onward], reply: [] };
  if (to !== undefined) return away;
  return {
    staysInSubnet: same,
    nat: true,
    also: [away],
    forward: present([
      ...entering,
      leaving,
      terrain.routeGate(subnet, from.vpc, 'opening', byInternet(terrain, from)),
      terrain.publicAccessGate([subnet, from.subnet], from.vpc, 'egress'),
      routedOnly(terrain, gatewaysOf(terrain, from.vpc), DESTINATION),
    ]),
    reply: present([
      ...terrain.estate.internetGatewaysOf(from.vpc.key).map((gateway) => plainGateway(terrain, gateway.key, true)),
      acl('in', 'reply-to-nat'),
      same ? undefined : acl('out', 'reply'),
      same ? undefined : terrain.routeGate(subnet, from.vpc, 'reply', backToSender),
      same ? undefined : terrain.aclGate(from.subnet, 'in', 'reply'),
    ]),
  };
}

/**
 * Out by a NAT gateway, in each of the subnets where it may stand: to an interface elsewhere, of which nothing is judged. Left
 * out: to the internet.
 */
export function outByNat(terrain: Terrain, from: Place, key: Key, to?: Place): readonly [Way, ...Way[]] {
  // It translates what goes to 64:ff9b::/96 to IPv4 (NAT64), where other laws hold.
  if (terrain.family === 'v6') return unjudged(`what ${key} translates to IPv4`, key);
  const gateway = terrain.facts.natGateways.get(key);
  if (gateway === undefined) return unjudged(`where ${key} stands`, key);
  const doubt = findDoubt(gateway.connectivity);
  if (doubt !== undefined) return unjudged(doubt, key);
  const ways = gateway.subnet.choices.map((subnet) => through(terrain, from, key, subnet, to));
  const open = gateway.subnet.open === undefined ? [] : unjudged(gateway.subnet.open.why, key);
  const [first, ...rest] = [...ways, ...open];
  return first === undefined ? unjudged(`where ${key} stands`, key) : [first, ...rest];
}
