import { type Box, type Corner, cut, disjoint, holds, meet } from './box';

/** A set of packets: disjoint boxes. Empty: none. */
export type Region = readonly Box[];

export const NOTHING: Region = [];

/** What of the region is in one of the boxes. They may overlap. */
export function intersect(region: Region, boxes: readonly Box[]): Region {
  if (boxes.length === 0 || region.length === 0) return NOTHING;
  if (boxes.length > 1) return split(region, boxes).hit;
  return meetAll(region, boxes[0]);
}

function meetAll(region: Region, box: Box | undefined): Region {
  if (box === undefined) return NOTHING;
  const [only] = region;
  if (region.length === 1 && only !== undefined) {
    const common = meet(only, box);
    return common === undefined ? NOTHING : common === only ? region : [common];
  }
  const found: Box[] = [];
  for (const part of region) {
    const common = meet(part, box);
    if (common !== undefined) found.push(common);
  }
  return found;
}

/** What of the region is in one of the boxes, and what is in none. */
export function split(region: Region, boxes: readonly Box[]): { readonly hit: Region; readonly rest: Region } {
  const hit: Box[] = [];
  let rest = region;
  for (const box of boxes) {
    if (rest.length === 0) break;
    const common = meetAll(rest, box);
    if (common.length === 0) continue;
    hit.push(...common);
    rest = subtractBox(rest, box);
  }
  return { hit, rest };
}

function subtractBox(region: Region, box: Box): Region {
  const pieces: Box[] = [];
  for (const part of region) cut(part, box, pieces);
  return pieces;
}

/** What of `a` is not in `b`. */
export function subtract(a: Region, b: readonly Box[]): Region {
  let rest = a;
  for (const box of b) {
    if (rest.length === 0) return NOTHING;
    rest = subtractBox(rest, box);
  }
  return rest;
}

/** What is in one of them. */
export function union(a: Region, b: Region): Region {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  const more = subtract(b, a);
  return more.length === 0 ? a : [...a, ...more];
}

/**
 * Whether some of the region is in one of the boxes.
 *
 * Law: it is whether what `intersect` gives holds a packet.
 */
export function meets(region: Region, boxes: readonly Box[]): boolean {
  for (const box of boxes) {
    for (const part of region) if (!disjoint(part, box)) return true;
  }
  return false;
}

/** Whether no packet is in it. */
export function isEmpty(region: Region): boolean {
  return region.length === 0;
}

/** Whether everything of `inner` is in `outer`. */
export function covers(outer: Region, inner: Region): boolean {
  if (outer === inner) return true;
  // One box of one holds one of the other in nearly every question: then nothing is cut.
  const open = inner.filter((box) => !outer.some((one) => holds(one, box)));
  return subtract(open, outer).length === 0;
}

/** Whether both hold the same packets. */
export function equals(a: Region, b: Region): boolean {
  return covers(a, b) && covers(b, a);
}

/** Whether the packet is in it. */
export function has(region: readonly Box[], packet: Corner): boolean {
  return region.some(({ lo, hi }) => packet.every((value, place) => inside(lo[place], value, hi[place])));
}

function inside(lo: Corner[number] | undefined, value: Corner[number], hi: Corner[number] | undefined): boolean {
  return lo !== undefined && hi !== undefined && lo <= value && value < hi;
}
