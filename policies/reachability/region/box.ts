/** A coordinate. Addresses of IPv6 are bigint; comparing is all that is ever done with one, so the code is the same. */
export type Bound = number | bigint;

/**
 * What tells the packets of one family apart. All regions are said in the coordinates of the packet that opens the
 * connection, those of replies and of what NAT makes of it too: then sets of packets seen at different filters can be
 * compared as they are.
 */
export type Dimension = 0 | 1 | 2 | 3 | 4 | 5;
/** Place of the protocol in the order of protocols.ts. */
export const PROTOCOL = 0;
export const SOURCE = 1;
export const DESTINATION = 2;
/** tcp and udp: the source port; ICMP: the type; else 0. */
export const X = 3;
/** tcp and udp: the destination port; ICMP: the code; else 0. */
export const Y = 4;
/** The port that a NAT gateway chooses, whatever the packet is. */
export const NAT = 5;
export const DIMENSIONS: readonly Dimension[] = [PROTOCOL, SOURCE, DESTINATION, X, Y, NAT];

/** One coordinate in each dimension. */
export type Corner = readonly [Bound, Bound, Bound, Bound, Bound, Bound];
type Draft = [Bound, Bound, Bound, Bound, Bound, Bound];

/** An interval in each dimension, the upper end not in it. Never empty. */
export interface Box {
  readonly lo: Corner;
  readonly hi: Corner;
}

/** Everything, and more than there is: addresses have no upper end, and ICMP has no type 256. Only to be cut with. */
export const EVERYTHING: Box = { lo: [0, 0, 0, 0, 0, 0], hi: [256, Infinity, Infinity, 65536, 65536, 65536] };

/** The corner with another coordinate in one dimension. */
function moved(corner: Corner, dimension: Dimension, to: Bound): Corner {
  const copy: Draft = [corner[0], corner[1], corner[2], corner[3], corner[4], corner[5]];
  copy[dimension] = to;
  return copy;
}

/** The box with another interval in one dimension. */
export function withInterval(box: Box, dimension: Dimension, lo: Bound, hi: Bound): Box {
  return { lo: moved(box.lo, dimension, lo), hi: moved(box.hi, dimension, hi) };
}

// Unrolled, and the dimensions that differ most often first: most pairs of boxes are told apart by two comparisons.
/** Whether no packet is in both. */
export function disjoint({ lo: a, hi: b }: Box, { lo: c, hi: d }: Box): boolean {
  return (
    a[2] >= d[2] ||
    c[2] >= b[2] ||
    a[4] >= d[4] ||
    c[4] >= b[4] ||
    a[1] >= d[1] ||
    c[1] >= b[1] ||
    a[0] >= d[0] ||
    c[0] >= b[0] ||
    a[3] >= d[3] ||
    c[3] >= b[3] ||
    a[5] >= d[5] ||
    c[5] >= b[5]
  );
}

/** Whether every packet of `inner` is in `outer`. */
export function holds(outer: Box, inner: Box): boolean {
  const { lo: a, hi: b } = outer;
  const { lo: c, hi: d } = inner;
  return (
    a[2] <= c[2] &&
    d[2] <= b[2] &&
    a[4] <= c[4] &&
    d[4] <= b[4] &&
    a[1] <= c[1] &&
    d[1] <= b[1] &&
    a[0] <= c[0] &&
    d[0] <= b[0] &&
    a[3] <= c[3] &&
    d[3] <= b[3] &&
    a[5] <= c[5] &&
    d[5] <= b[5]
  );
}

function later(a: Bound, b: Bound): Bound {
  return a < b ? b : a;
}

function sooner(a: Bound, b: Bound): Bound {
  return a < b ? a : b;
}

/** What is in both. Undefined: nothing. */
export function meet(a: Box, b: Box): Box | undefined {
  if (disjoint(a, b)) return undefined;
  if (holds(b, a)) return a;
  const [p, q] = [a.lo, b.lo];
  const [r, s] = [a.hi, b.hi];
  return {
    lo: [later(p[0], q[0]), later(p[1], q[1]), later(p[2], q[2]), later(p[3], q[3]), later(p[4], q[4]), later(p[5], q[5])],
    hi: [sooner(r[0], s[0]), sooner(r[1], s[1]), sooner(r[2], s[2]), sooner(r[3], s[3]), sooner(r[4], s[4]), sooner(r[5], s[5])],
  };
}

/**
 * Appends what is left of `box` without `hole`, as disjoint boxes. The protocol is cut first: so no piece with ports of its
 * own ever holds a protocol that has none.
 */
export function cut(box: Box, hole: Box, pieces: Box[]): void {
  if (disjoint(box, hole)) {
    pieces.push(box);
    return;
  }
  let { lo, hi } = box;
  for (const dimension of DIMENSIONS) {
    if (lo[dimension] < hole.lo[dimension]) {
      pieces.push({ lo, hi: moved(hi, dimension, hole.lo[dimension]) });
      lo = moved(lo, dimension, hole.lo[dimension]);
    }
    if (hole.hi[dimension] < hi[dimension]) {
      pieces.push({ lo: moved(lo, dimension, hole.hi[dimension]), hi });
      hi = moved(hi, dimension, hole.hi[dimension]);
    }
  }
}
