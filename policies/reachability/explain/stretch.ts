import { rangeText } from '../filter/traffic-text';
import { type Box, type Dimension, X, Y } from '../region/box';

/** Numbers from `lo` up to, and without, `hi`: ports, types, codes, protocols. */
export interface Stretch {
  readonly lo: number;
  readonly hi: number;
}

/** Types of ICMP that have the same codes. */
export interface Messages {
  readonly types: Stretch;
  readonly codes: readonly Stretch[];
}

function stretchOf({ lo, hi }: Box, dimension: Dimension): Stretch {
  return { lo: Number(lo[dimension]), hi: Number(hi[dimension]) };
}

/** How many numbers it holds. */
export function lengthOf({ lo, hi }: Stretch): number {
  return hi - lo;
}

/** Sorted, and those that touch joined. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.lo - b.lo)) {
    const last = result.at(-1);
    if (last !== undefined && next.lo <= last.hi) result.splice(-1, 1, { lo: last.lo, hi: Math.max(last.hi, next.hi) });
    else result.push(next);
  }
  return result;
}

/** What boxes hold of a dimension, however they are cut. */
export function project(boxes: readonly Box[], dimension: Dimension): readonly Stretch[] {
  return joined(boxes.map((box) => stretchOf(box, dimension)));
}

/** The boxes that hold all of a stretch. */
export function across(boxes: readonly Box[], dimension: Dimension, { lo, hi }: Stretch): readonly Box[] {
  return boxes.filter((box) => Number(box.lo[dimension]) <= lo && hi <= Number(box.hi[dimension]));
}

/** The elementary stretches of a dimension that a box holds: inside each no box begins or ends. */
export function elements(boxes: readonly Box[], dimension: Dimension): readonly Stretch[] {
  const bounds = boxes.map((box) => stretchOf(box, dimension)).flatMap(({ lo, hi }) => [lo, hi]);
  const edges = [...new Set(bounds)].sort((a, b) => a - b);
  return edges
    .slice(1)
    .map((hi, place) => ({ lo: edges[place] ?? hi, hi }))
    .filter((element) => across(boxes, dimension, element).length > 0);
}

/** Whether both are the same numbers. Both are joined. */
export function same(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return text(a) === text(b);
}

/** `443`, `8000-8100` or `80, 443`. */
export function text(stretches: readonly Stretch[]): string {
  return stretches.map(({ lo, hi }) => rangeText({ from: lo, to: hi - 1 })).join(', ');
}

/** The messages in boxes of ICMP: types one after another that have the same codes are one, however the boxes are cut. */
export function messagesOf(boxes: readonly Box[]): readonly Messages[] {
  const runs: Messages[] = [];
  for (const types of elements(boxes, X)) {
    const codes = project(across(boxes, X, types), Y);
    const last = runs.at(-1);
    if (last?.types.hi === types.lo && same(last.codes, codes)) {
      runs.splice(-1, 1, { types: { lo: last.types.lo, hi: types.hi }, codes });
    } else {
      runs.push({ types, codes });
    }
  }
  return runs;
}
