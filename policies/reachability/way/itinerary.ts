import type { Key } from '../../model/network';
import { Unknown } from '../../model/term';
import type { End } from '../query';
import { DESTINATION } from '../region/box';
import { intersect, isEmpty, NOTHING, type Region, subtract } from '../region/region';
import { boxesOf, otherSpans, type Span } from '../region/spans';
import { type Asked, packetsBetween } from './asked';
import type { Branch, Course, Itinerary } from './course';
import { Departure } from './departure';
import { inByEdges } from './edge';
import { Condition } from '../ground/gate';
import { withinSubnet } from './inside';
import { inByGateway } from './internet';
import { beyondHops, interfaceHops, type Beyond } from './onward';
import type { Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';
import { translatedBranches } from './translated';

function untold(why: string): Itinerary {
  return { asked: NOTHING, worlds: [], doubt: why };
}

/** How packets may travel from one end to another. */
export function itineraryOf(terrain: Terrain, from: End, to: End, asked: Asked): Itinerary {
  const source = from.kind === 'interface' ? terrain.placeOf(from) : from;
  const target = to.kind === 'interface' ? terrain.placeOf(to) : to;
  if (source instanceof Unknown) return untold(source.why);
  if (target instanceof Unknown) return untold(target.why);
  if ('kind' in source) {
    return 'kind' in target ? untold('neither end stands in the documents') : arrival(terrain, source, target, asked);
  }
  return 'kind' in target ? departure(terrain, source, target, asked) : between(terrain, source, target, asked);
}

function missingAt({ end }: Place, terrain: Terrain): Itinerary {
  return { asked: NOTHING, worlds: [], missing: `${end.name} has no ${terrain.familyName} address` };
}

/** Rules, entries, routes and gateways may stand where nobody sees them: whatever is seen may not be what decides. */
function unseen(itinerary: Itinerary, vpc: Key, { why }: Unknown): Itinerary {
  const gate = new Condition('gateway', vpc, false, 'unknown', `not known: ${why}`);
  return { ...itinerary, worlds: [[{ part: itinerary.asked, courses: [{ forward: [gate], reply: [] }] }]] };
}

/** Doubts about the ends themselves: their addresses, whether they have one of this family, and what else decides in their VPC. */
function withDoubts(itinerary: Itinerary, places: readonly Place[], terrain: Terrain): Itinerary {
  const blind = places.find(({ vpc }) => vpc.unseen !== undefined);
  if (blind?.vpc.unseen !== undefined) return unseen(itinerary, blind.vpc.key, blind.vpc.unseen);
  const doubt = places.map((place) => place.doubt?.why).find((why) => why !== undefined) ?? itinerary.doubt;
  const maybe = terrain.family === 'v6' ? places.filter(({ end }) => end.ipv6 === 'unknown') : [];
  const unjudged = [...new Set(places.map(({ vpc }) => vpc))].flatMap(({ key, unjudged: why }) =>
    why === undefined ? [] : [new Condition('gateway', key, false, 'unknown', `not known: ${why.why}`)],
  );
  const gates = [
    ...maybe.map(({ end }) => new Condition('address', end.name, false, 'unknown', 'not known: whether it has IPv6 addresses')),
    ...unjudged,
  ];
  const marked = doubt === undefined ? itinerary : { ...itinerary, doubt };
  if (gates.length === 0) return marked;
  const worlds = marked.worlds.map((branches) =>
    branches.map(({ part, courses }): Branch => ({
      part,
      courses: courses.map((course): Course => {
        const { reply, nat = false, supposed = false } = course;
        return { forward: [...gates, ...course.forward], reply, nat, supposed };
      }),
    })),
  );
  return { ...marked, worlds };
}

function between(terrain: Terrain, from: Place, to: Place, asked: Asked): Itinerary {
  if (from.spans.length === 0) return missingAt(from, terrain);
  if (to.spans.length === 0) return missingAt(to, terrain);
  const region = packetsBetween(from.spans, to.spans, asked, terrain.family);
  const worlds: Itinerary['worlds'] =
    from.subnet === to.subnet
      ? [[withinSubnet(terrain, from, to, region)]]
      : new Departure(terrain, from, region, interfaceHops(terrain, from, to)).worlds();
  return withDoubts({ asked: region, worlds }, [from, to], terrain);
}

/** The addresses of an end beyond. */
function spansOf(terrain: Terrain, end: Beyond, place: Place, direction: 'in' | 'out'): readonly Span[] | Unknown {
  switch (end.kind) {
    case 'internet': {
      const own = place.vpc.blocks.flatMap((block) => terrain.space.spansOf(block));
      return [...otherSpans(terrain.space.public, own), ...terrain.namedLists(place, direction)];
    }
    case 'outside':
      return terrain.space.spansOf(end.block);
    case 'service': {
      const list = terrain.facts.prefixLists.get(end.list);
      if (list === undefined) return new Unknown(`the addresses of ${end.list}`);
      const { sure, maybe, why } = terrain.space.setOfList(list);
      if (end.takenForPublic === true) return sure;
      return why === undefined && (sure === maybe || sure.length > 0)
        ? sure
        : (why ?? new Unknown(`the addresses of ${end.list}`));
    }
  }
}

function departure(terrain: Terrain, from: Place, to: Beyond, asked: Asked): Itinerary {
  if (from.spans.length === 0) return missingAt(from, terrain);
  const spans = spansOf(terrain, to, from, 'out');
  if (spans instanceof Unknown) return untold(spans.why);
  const region = packetsBetween(from.spans, spans, asked, terrain.family);
  if (isEmpty(region)) return { asked: NOTHING, worlds: [], missing: `there is no ${terrain.familyName} address to ask about` };
  const near = to.kind === 'outside' ? intersect(region, boxesOf(terrain.space.linkLocal, DESTINATION)) : NOTHING;
  const far = isEmpty(near) ? region : subtract(region, near);
  const own: readonly Branch[] = isEmpty(near) ? [] : [{ part: near, courses: [AMAZON] }];
  const worlds = new Departure(terrain, from, far, beyondHops(terrain, from, to)).worlds();
  const translated = to.kind === 'internet' ? translatedBranches(terrain, from, spans, asked) : [];
  const all = worlds.map((branches) => [...own, ...branches, ...translated]);
  const kept = to.kind === 'internet' ? withoutEndpoints(region, all) : { asked: region, worlds: all };
  return withDoubts(kept, [from], terrain);
}

/** Nothing filters what goes to Amazon's own services. */
const AMAZON: Course = {
  forward: [new Condition('end', '', false, 'yes', "Amazon's own services at link-local addresses are filtered by nothing")],
  reply: [],
};

/** What an endpoint delivers doesn't go to the internet, though its address is a public one. */
function withoutEndpoints(asked: Region, worlds: Itinerary['worlds']): Itinerary {
  const delivered = worlds.map((branches) => branches.filter(({ endpoint }) => endpoint === true).flatMap(({ part }) => part));
  const [first = [], ...others] = delivered;
  const everywhere = others.reduce<Region>((left, next) => intersect(left, next), first);
  if (isEmpty(everywhere)) return { asked, worlds };
  return {
    asked: subtract(asked, everywhere),
    worlds: worlds.map((branches) => branches.map((branch) => ({ ...branch, part: subtract(branch.part, everywhere) }))),
  };
}

function arrival(terrain: Terrain, from: Beyond, to: Place, asked: Asked): Itinerary {
  if (to.spans.length === 0) return missingAt(to, terrain);
  const spans = spansOf(terrain, from, to, 'in');
  if (spans instanceof Unknown) return untold(spans.why);
  const region = packetsBetween(spans, to.spans, asked, terrain.family);
  if (isEmpty(region)) return { asked: NOTHING, worlds: [], missing: `there is no ${terrain.familyName} address to ask about` };
  const courses = [inByGateway(terrain, to), ...(from.kind === 'outside' ? inByEdges(terrain, to) : [])];
  // They may come by every one of them: not one way that isn't known, but several that are there.
  return withDoubts({ asked: region, worlds: [courses.map((course) => ({ part: region, courses: [course] }))] }, [to], terrain);
}
