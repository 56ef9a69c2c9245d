import type { Way } from './departure';
import { present } from '../ground/gate';
import type { Place } from '../ground/place';
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
  return {
    references: 'yes',
    forward: present([terrain.aclGate(to.subnet, 'in', 'opening'), terrain.groupGate(to, 'in', terrain.carriesOn(from, 'yes'))]),
    reply: [
      terrain.aclGate(to.subnet, 'out', 'reply'),
      terrain.routeGate(to.subnet, to.vpc, 'reply', ({ kind }) =>
        kind === 'local' ? 'yes' : kind === 'middlebox' || kind === 'edge' ? 'unknown' : 'no',
      ),
      terrain.aclGate(from.subnet, 'in', 'reply'),
    ],
  };
}
