import type { Key, RouteTable, RouteTarget } from '../../model/network';
import { both, type Certainty } from '../filter/groups';
import type { Hop } from '../filter/routes';
import type { Course } from './course';
import { DeadEnd, type Way } from './departure';
import { Condition, type Gate, present } from '../ground/gate';
import type { Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';
import { inByTransit, outByTransit } from './transit';

/** Out to a network of one's own, by a hop where the documents end. */
export function outByEdge(terrain: Terrain, from: Place, hop: Hop): readonly [Way, ...Way[]] | DeadEnd {
  if (hop.kind === 'edge' || (hop.kind === 'transit-gateway' && !terrain.facts.transitGateways.has(hop.key))) {
    return [{ forward: [], reply: [terrain.aclGate(from.subnet, 'in', 'reply')] }];
  }
  return hop.kind === 'transit-gateway' ? outByTransit(terrain, from, hop.key) : new DeadEnd('leads to no network of its own');
}

function isEdge(terrain: Terrain, hop: Hop): Certainty {
  if (hop.kind === 'middlebox') return 'unknown';
  if (hop.kind === 'transit-gateway') return terrain.facts.transitGateways.has(hop.key) ? 'no' : 'yes';
  return hop.kind === 'edge' ? 'yes' : 'no';
}

/** Whether any table of the VPC leads to such a hop: then packets may come in by it. */
function anyLeads(tables: readonly RouteTable[], is: (target: RouteTarget) => Certainty): Certainty {
  let best: Certainty = tables.some(({ incomplete }) => incomplete !== undefined) ? 'unknown' : 'no';
  for (const { routes, vpc } of tables) {
    for (const { target, certain } of routes) {
      const found = target.choices.map(is);
      const sure = certain && target.open === undefined && vpc.open === undefined && vpc.choices.length === 1;
      if (sure && found.length > 0 && found.every((one) => one === 'yes')) return 'yes';
      if (target.open !== undefined || found.some((one) => one !== 'no')) best = 'unknown';
    }
  }
  return best;
}

function entrance(address: Key, certainty: Certainty): Gate {
  const text =
    certainty === 'yes'
      ? 'a table of the VPC leads to it'
      : certainty === 'no'
        ? 'no table of the VPC leads to a network of its own'
        : 'not known: whether a table of the VPC leads there';
  return new Condition('gateway', address, false, certainty, text);
}

function course(
  terrain: Terrain,
  to: Place,
  before: readonly Gate[],
  leads: (hop: Hop) => Certainty,
  behind: readonly Gate[],
): Course {
  return {
    forward: present([...before, terrain.groupGate(to, 'in', () => 'no')]),
    reply: [terrain.aclGate(to.subnet, 'out', 'reply'), terrain.routeGate(to.subnet, to.vpc, 'reply', leads), ...behind],
  };
}

/** In from a network of one's own, by everything that tables of the VPC lead to. */
export function inByEdges(terrain: Terrain, to: Place): readonly Course[] {
  const tables = terrain.estate.tablesOf(to.vpc.key);
  const plain = anyLeads(tables, (target) => isEdge(terrain, target));
  const arriving = [entrance(to.vpc.key, plain), terrain.aclGate(to.subnet, 'in', 'opening')];
  const byEdge = course(terrain, to, arriving, (hop) => isEdge(terrain, hop), []);
  return [byEdge, ...gatewaysIn(tables, terrain).flatMap((key) => inByGateway(terrain, to, tables, key))];
}

function gatewaysIn(tables: readonly RouteTable[], terrain: Terrain): readonly Key[] {
  const keys = tables.flatMap(({ routes }) =>
    routes.flatMap(({ target }) => target.choices.flatMap((hop) => (hop.kind === 'transit-gateway' ? [hop.key] : []))),
  );
  return [...new Set(keys)].filter((key) => terrain.facts.transitGateways.has(key));
}

function inByGateway(terrain: Terrain, to: Place, tables: readonly RouteTable[], key: Key): readonly Course[] {
  const leads = (hop: Hop): Certainty => {
    if (hop.kind === 'middlebox') return 'unknown';
    return hop.kind === 'transit-gateway' && hop.key === key ? 'yes' : 'no';
  };
  const there = anyLeads(tables, leads);
  return inByTransit(terrain, to, key).map(({ out, before, behind }) =>
    course(terrain, to, [entrance(key, both(there, out)), ...before], leads, behind),
  );
}
