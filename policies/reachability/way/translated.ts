import { Cidr } from '../../../modules/core/cidr';
import { Condition } from '../ground/gate';
import type { Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';
import { isEmpty } from '../region/region';
import type { Span } from '../region/spans';
import { DESTINATION, withInterval } from '../region/box';
import { type Asked, packetsBetween } from './asked';
import { type Branch, passingOf } from './course';
import { Departure } from './departure';
import { beyondHops } from './onward';

/** IPv6 addresses that stand for IPv4 ones (RFC 6052); NAT gateways translate what goes there (AWS, "DNS64 and NAT64"). */
const STANDING_FOR_IPV4 = { kind: 'literal', cidr: Cidr.parse('64:ff9b::/96') } as const;

/**
 * From an IPv6 interface to the internet's IPv4 hosts, by whatever translates its packets. They are met under other addresses
 * than the ones that are asked about: so it is a way that isn't known to all of those.
 */
export function translatedBranches(terrain: Terrain, from: Place, to: readonly Span[], asked: Asked): readonly Branch[] {
  if (terrain.family === 'v4') return [];
  const region = packetsBetween(from.spans, terrain.space.spansOf(STANDING_FOR_IPV4), asked, terrain.family);
  const worlds = new Departure(terrain, from, region, beyondHops(terrain, from, { kind: 'internet' })).worlds();
  const { arrives } = passingOf({ asked: region, worlds }, 'lenient', []);
  if (isEmpty(arrives)) return [];
  const text = `not known: what is translated to IPv4 at ${STANDING_FOR_IPV4.cidr.toString()}`;
  const part = arrives.flatMap((box) => to.map(({ lo, hi }) => withInterval(box, DESTINATION, lo, hi)));
  return [{ part, courses: [{ forward: [new Condition('gateway', from.vpc.key, false, 'unknown', text)], reply: [] }] }];
}
