import type { Hop } from '../filter/routes';
import type { Way } from './departure';
import { present } from '../ground/gate';
import type { Place } from '../ground/place';
import { detours } from '../ground/returns';
import type { Terrain } from '../ground/terrain';
import type { Branch } from './course';
import type { Region } from '../region/region';

/** Between two interfaces of one subnet: only their groups are asked, no ACL and no route. */
export function withinSubnet(terrain: Terrain, from: Place, to: Place, asked: Region): Branch {
  const forward = present([
    terrain.groupGate(from, 'out', terrain.carriesOn(to, 'yes')),
    terrain.groupGate(to, 'in', terrain.carriesOn(from, 'yes')),
  ]);
  return { part: asked, courses: [{ forward, reply: [] }] };
}

/** Inside a VPC, between two subnets: both routes are local. */
export function insideVpc(terrain: Terrain, from: Place, to: Place): Way {
  const forward = present([
    terrain.aclGate(to.subnet, 'in', 'opening'),
    terrain.groupGate(to, 'in', terrain.carriesOn(from, 'yes')),
  ]);
  const isLocal = ({ kind }: Hop): boolean => kind === 'local';
  return {
    references: 'yes',
    forward,
    reply: [
      terrain.aclGate(to.subnet, 'out', 'reply'),
      terrain.routeGate(to.subnet, to.vpc, 'reply', (hop) => (isLocal(hop) ? 'yes' : 'no')),
      terrain.aclGate(from.subnet, 'in', 'reply'),
    ],
    also: detours(terrain, from, to, forward, isLocal).map((detour) => ({ references: 'yes', ...detour })),
  };
}
