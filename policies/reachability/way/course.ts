import type { Reading } from '../filter/readings';
import { intersect, isEmpty, NOTHING, type Region, subtract, union } from '../region/region';
import type { Box } from '../region/box';
import type { Gate } from '../ground/gate';

/** One way from end to end: the gates in their order, and those of the reply after them. */
export interface Course {
  readonly forward: readonly Gate[];
  readonly reply: readonly Gate[];
  /** A NAT gateway stands on it. @default false */
  readonly nat?: boolean;
  /** Nothing takes it: told only to name everything that would stop as well. @default false */
  readonly supposed?: boolean;
}

/** Packets that take one of some courses, it isn't known which where there are several. */
export interface Branch {
  readonly part: Region;
  readonly courses: readonly Course[];
  /** Surely delivered by a gateway endpoint, if it is one of its addresses. @default false */
  readonly endpoint?: boolean;
}

/** How packets may travel: in one of the worlds, each of which says by its branches where every packet goes. */
export interface Itinerary {
  readonly asked: Region;
  readonly worlds: readonly (readonly Branch[])[];
  /** Why nothing is asked: an end without addresses. @default - something is */
  readonly missing?: string;
  /** Only some of the addresses asked about are meant, and which isn't known. @default - all are meant */
  readonly doubt?: string;
}

/** What gets where. */
export interface Passing {
  /** Arrives, replied to or not. */
  readonly arrives: Region;
  /** Arrives, and its reply too if it has one. */
  readonly works: Region;
}

/** Called with all that enters a gate. */
export type Watch = (gate: Gate, entering: Region) => void;

const NONE: Passing = { arrives: NOTHING, works: NOTHING };

function throughAll(gates: readonly Gate[], region: Region, reading: Reading, watch: Watch | undefined): Region {
  let left = region;
  for (const gate of gates) {
    if (isEmpty(left)) return left;
    watch?.(gate, left);
    left = gate.pass(left, reading);
  }
  return left;
}

function travel(course: Course, part: Region, reading: Reading, replying: readonly Box[], watch?: Watch): Passing {
  if (course.supposed === true) return NONE;
  const arrives = throughAll(course.forward, part, reading, watch);
  if (isEmpty(arrives)) return NONE;
  if (course.reply.length === 0) return { arrives, works: arrives };
  const answered = intersect(arrives, replying);
  const unanswered = subtract(arrives, replying);
  const works = throughAll(course.reply, answered, reading, watch);
  return { arrives, works: isEmpty(unanswered) ? works : [...works, ...unanswered] };
}

function either(a: Passing, b: Passing): Passing {
  if (a === NONE) return b;
  if (b === NONE) return a;
  const arrives = union(a.arrives, b.arrives);
  return { arrives, works: a.works === a.arrives && b.works === b.arrives ? arrives : union(a.works, b.works) };
}

function each(a: Passing, b: Passing): Passing {
  if (a === NONE || b === NONE) return NONE;
  return { arrives: intersect(a.arrives, b.arrives), works: intersect(a.works, b.works) };
}

/**
 * Everything that passes, in one reading.
 *
 * Law: nothing passes the strict reading that doesn't pass the lenient one.
 */
export function passingOf(itinerary: Itinerary, reading: Reading, replying: readonly Box[], watch?: Watch): Passing {
  const doubtful = reading === 'strict' ? each : either;
  const worlds = itinerary.worlds.map((branches) =>
    branches
      .map(({ part, courses }) =>
        courses.map((course) => travel(course, part, reading, replying, watch)).reduce((a, b) => doubtful(a, b)),
      )
      .reduce(either, NONE),
  );
  return worlds.length === 0 ? NONE : worlds.reduce((a, b) => doubtful(a, b));
}

/**
 * What passes in the strict reading, and whether the lenient one is the same: so it is where no gate met anything that it
 * doesn't know and no packet had two ways.
 */
export function strictly(itinerary: Itinerary, replying: readonly Box[], watch?: Watch): Passing & { readonly exact: boolean } {
  const { worlds } = itinerary;
  let exact = worlds.length === 1 && worlds.every((branches) => branches.every(({ courses }) => courses.length === 1));
  const passing = passingOf(itinerary, 'strict', replying, (gate, entering) => {
    exact &&= gate.isExact(entering);
    watch?.(gate, entering);
  });
  return { ...passing, exact };
}
