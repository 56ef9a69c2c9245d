import type { Key, Peering } from '../../model/network';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import { DeadEnd, unjudged, type Way } from './departure';
import { Condition, present } from '../ground/gate';
import { certaintyOf, type Place } from '../ground/place';
import { detours, joins } from '../ground/returns';
import type { Terrain } from '../ground/terrain';

function textOf(peering: Peering, certainty: Certainty): string {
  if (certainty === 'yes') return 'active';
  return certaintyOf(peering.active) === 'no' ? 'never accepted' : 'not known: whether it is active and joins both VPCs';
}

/** Over a peering to an interface of the other VPC. */
export function overPeering(terrain: Terrain, from: Place, to: Place, key: Key): readonly [Way] | DeadEnd {
  const peering = terrain.facts.peerings.get(key);
  if (peering === undefined) return unjudged(`what ${key} joins`, key);
  const joined = joins(peering, from.vpc.key, to.vpc.key);
  if (joined === 'no') return new DeadEnd(`doesn't lead to ${to.vpc.key}`);
  const usable = both(joined, certaintyOf(peering.active));
  const references = certaintyOf(peering.oneRegion);
  const isOwn = (hop: Hop): boolean => hop.kind === 'peering' && hop.key === key;
  const forward = present([
    new Condition('gateway', key, false, usable, textOf(peering, usable)),
    terrain.aclGate(to.subnet, 'in', 'opening'),
    terrain.groupGate(to, 'in', terrain.carriesOn(from, references)),
  ]);
  const way: Way = {
    references,
    forward,
    reply: [
      terrain.aclGate(to.subnet, 'out', 'reply'),
      terrain.routeGate(to.subnet, to.vpc, 'reply', (hop) => (isOwn(hop) ? 'yes' : 'no')),
      terrain.aclGate(from.subnet, 'in', 'reply'),
    ],
    also: detours(terrain, from, to, forward, isOwn).map((detour) => ({ references, ...detour })),
  };
  return [way];
}

/** A peering that joins both VPCs, whether a route leads to it or not. */
export function findPeering(terrain: Terrain, from: Place, to: Place): Key | undefined {
  const peerings = terrain.estate.peeringsOf(from.vpc.key);
  return peerings.find((peering) => joins(peering, from.vpc.key, to.vpc.key) !== 'no')?.key;
}
