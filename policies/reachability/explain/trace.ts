import type { Reading } from '../filter/readings';
import type { Step } from '../query';
import type { Box, Corner } from '../region/box';
import { has, intersect, isEmpty, type Region, subtract } from '../region/region';
import type { Course, Itinerary } from '../way/course';
import type { Gate, Ruling } from '../ground/gate';
import { only } from './witness';

function stepOf(gate: Gate, passes: Step['passes'], rule: string, address: string = gate.address): Step {
  return { filter: gate.filter, ...(gate.reply ? { reply: true } : {}), address, rule, passes };
}

function fateAt(gate: Gate, packet: Region): Step['passes'] {
  if (!isEmpty(gate.pass(packet, 'strict'))) return true;
  return isEmpty(gate.pass(packet, 'lenient')) ? false : 'unknown';
}

/** No gate surely stops it, and some may: less than what surely passes, and more than any number of gates. */
const PERHAPS = Number.MAX_VALUE;

interface Walk {
  readonly course: Course;
  readonly steps: readonly Step[];
  /** Higher is better: gates passed, all of them counting most. */
  readonly reached: number;
}

function walk(course: Course, packet: Corner, replying: readonly Box[]): Walk {
  const region = only(packet);
  const answered = !isEmpty(intersect(region, replying));
  const gates = answered ? [...course.forward, ...course.reply] : course.forward;
  const steps: Step[] = [];
  for (const gate of gates) {
    const passes = fateAt(gate, region);
    const reading: Reading = passes === true ? 'strict' : 'lenient';
    const rulings = gate.rule(region, passes === 'unknown' ? 'strict' : reading);
    steps.push(stepOf(gate, passes, rulings.map(({ text }) => text).join('; '), rulings[0]?.address));
    if (passes === false) return { course, steps, reached: steps.length - 1 };
  }
  const surely = steps.every(({ passes }) => passes === true);
  return { course, steps, reached: surely ? Infinity : PERHAPS };
}

/** The way on which a packet gets furthest. Undefined: it has none. */
export function findWalk({ worlds }: Itinerary, packet: Corner, replying: readonly Box[]): Walk | undefined {
  let best: Walk | undefined;
  for (const { part, courses } of worlds.flat()) {
    if (!has(part, packet)) continue;
    for (const course of courses) {
      const one = walk(course, packet, replying);
      if (best === undefined || one.reached > best.reached) best = one;
    }
  }
  return best;
}

/** Collects steps, each once. */
class Steps {
  private readonly seen = new Map<string, Step>();

  add(gate: Gate, passes: Step['passes'], rulings: readonly Ruling[]): void {
    for (const { text, address } of rulings) {
      const step = stepOf(gate, passes, text, address);
      const key = `${gate.filter} ${String(gate.reply)} ${step.address} ${text}`;
      if (!this.seen.has(key)) this.seen.set(key, step);
    }
  }

  all(): readonly Step[] {
    return [...this.seen.values()];
  }
}

type Look = (gate: Gate, entering: Region) => Region;

/** Leads what is lost through all gates; where nothing of it passes one, the next sees what that one saw. */
function along({ forward, reply }: Course, lost: Region, replying: readonly Box[], look: Look): void {
  let region = lost;
  for (const gate of forward) region = orElse(look(gate, region), region);
  region = intersect(region, replying);
  for (const gate of reply) {
    if (isEmpty(region)) return;
    region = orElse(look(gate, region), region);
  }
}

function orElse(region: Region, other: Region): Region {
  return isEmpty(region) ? other : region;
}

function onEveryCourse({ worlds }: Itinerary, lost: Region, replying: readonly Box[], look: Look): void {
  for (const { part, courses } of worlds.flat()) {
    const own = intersect(lost, part);
    if (isEmpty(own)) continue;
    for (const course of courses) along(course, own, replying, look);
  }
}

/** Every gate that surely stops some of what is lost. */
export function blockersOf(itinerary: Itinerary, lost: Region, replying: readonly Box[]): readonly Step[] {
  const steps = new Steps();
  onEveryCourse(itinerary, lost, replying, (gate, entering) => {
    const passed = gate.pass(entering, 'lenient');
    const stopped = passed === entering ? [] : subtract(entering, passed);
    if (!isEmpty(stopped)) steps.add(gate, false, gate.rule(stopped, 'lenient'));
    return passed;
  });
  return steps.all();
}

/** Every gate that may stop some of what isn't decided, and what isn't known there. */
export function doubtsOf(itinerary: Itinerary, undecided: Region, replying: readonly Box[]): readonly Step[] {
  const steps = new Steps();
  onEveryCourse(itinerary, undecided, replying, (gate, entering) => {
    const passed = gate.pass(entering, 'lenient');
    const doubtful = subtract(passed, gate.pass(entering, 'strict'));
    if (!isEmpty(doubtful)) steps.add(gate, 'unknown', gate.rule(doubtful, 'strict'));
    return passed;
  });
  return steps.all();
}
