import type { Range, Traffic } from '../../model/network';
import { Unknown } from '../../model/term';
import type { Hop } from '../filter/routes';
import type { End } from '../query';
import { DESTINATION, SOURCE, withInterval, type Box } from '../region/box';
import { packetsOf } from '../region/protocols';
import { NOTHING, type Region } from '../region/region';
import type { Span } from '../region/spans';
import type { Branch, Itinerary } from './course';
import { DeadEnd, Departure, type Onward, type Way } from './departure';
import { Condition } from './gate';
import { insideVpc, withinSubnet } from './inside';
import type { Place } from './place';
import type { Terrain } from './terrain';

/** What is asked, without the ends. */
export interface Asked {
  readonly traffic: Traffic;
  readonly client: Range;
}

/** Every packet from one of these addresses to one of those. */
export function packetsBetween(from: readonly Span[], to: readonly Span[], { traffic, client }: Asked, terrain: Terrain): Region {
  const boxes = packetsOf(traffic, client, terrain.family);
  return from.flatMap((source) =>
    to.flatMap((destination) =>
      boxes.map((box): Box => {
        const sent = withInterval(box, SOURCE, source.lo, source.hi);
        return withInterval(sent, DESTINATION, destination.lo, destination.hi);
      }),
    ),
  );
}

function nowhere(why: string): Itinerary {
  const gate = new Condition('end', '', false, 'unknown', `not known: ${why}`);
  return { asked: NOTHING, worlds: [[{ part: NOTHING, courses: [{ forward: [gate], reply: [] }] }]], doubt: why };
}

/** How packets may travel from one end to another. */
export function itineraryOf(terrain: Terrain, from: End, to: End, asked: Asked): Itinerary {
  const source = from.kind === 'interface' ? terrain.placeOf(from) : undefined;
  const target = to.kind === 'interface' ? terrain.placeOf(to) : undefined;
  const unknown = source instanceof Unknown ? source : target instanceof Unknown ? target : undefined;
  if (unknown !== undefined) return nowhere(unknown.why);
  if (source instanceof Unknown || target instanceof Unknown) return nowhere('');
  if (source !== undefined && target !== undefined) return betweenInterfaces(terrain, source, target, asked);
  return nowhere('neither end stands in the documents');
}

function betweenInterfaces(terrain: Terrain, from: Place, to: Place, asked: Asked): Itinerary {
  const region = packetsBetween(from.spans, to.spans, asked, terrain);
  const missing = [from, to].find(({ spans }) => spans.length === 0);
  if (missing !== undefined)
    return { asked: NOTHING, worlds: [], missing: `${missing.end.name} has no ${terrain.familyName} address` };
  if (from.subnet === to.subnet) return { asked: region, worlds: [[withinSubnet(terrain, from, to, region)]] };
  const inside = (): Way => insideVpc(terrain, from, to);
  const by = (hop: Hop): readonly [Way, ...Way[]] | DeadEnd =>
    hop.kind === 'local' && from.vpc === to.vpc ? [inside()] : new DeadEnd('leads elsewhere');
  const onward: Onward = { by, receiver: to };
  const worlds: readonly (readonly Branch[])[] = new Departure(terrain, from, region, onward).worlds();
  return { asked: region, worlds };
}
