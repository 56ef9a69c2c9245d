import type { Key, Peering } from '../../model/network';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import { DeadEnd, unjudged, type Way } from './departure';
import { Condition, present } from '../ground/gate';
import { certaintyOf, isOne, type Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';

function joins({ requester, accepter }: Peering, a: Key, b: Key): Certainty {
  const one = both(isOne(requester, a), isOne(accepter, b));
  const other = both(isOne(requester, b), isOne(accepter, a));
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'no' && other === 'no' ? 'no' : 'unknown';
}

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
  const back = (hop: Hop): Certainty => {
    // What lies beyond an edge may lead back.
    if (hop.kind === 'middlebox' || hop.kind === 'edge') return 'unknown';
    return hop.kind === 'peering' && hop.key === key ? 'yes' : 'no';
  };
  const way: Way = {
    references,
    forward: present([
      new Condition('gateway', key, false, usable, textOf(peering, usable)),
      terrain.aclGate(to.subnet, 'in', 'opening'),
      terrain.groupGate(to, 'in', terrain.carriesOn(from, references)),
    ]),
    reply: [
      terrain.aclGate(to.subnet, 'out', 'reply'),
      terrain.routeGate(to.subnet, to.vpc, 'reply', back),
      terrain.aclGate(from.subnet, 'in', 'reply'),
    ],
  };
  return [way];
}

/** A peering that joins both VPCs, whether a route leads to it or not. */
export function findPeering(terrain: Terrain, from: Place, to: Place): Key | undefined {
  const peerings = terrain.estate.peeringsOf(from.vpc.key);
  return peerings.find((peering) => joins(peering, from.vpc.key, to.vpc.key) !== 'no')?.key;
}
