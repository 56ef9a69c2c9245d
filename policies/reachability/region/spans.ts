import { type Bound, type Box, type Dimension, EVERYTHING, withInterval } from './box';

/** Addresses from `lo` up to, and without, `hi`. */
export interface Span {
  readonly lo: Bound;
  readonly hi: Bound;
}

/** Addresses in both. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const lo = one.lo < other.lo ? other.lo : one.lo;
      const hi = one.hi < other.hi ? one.hi : other.hi;
      return lo < hi ? [{ lo, hi }] : [];
    }),
  );
}

/** Addresses of `a` that are not in `b`. */
export function otherSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return b.reduce<readonly Span[]>(
    (left, hole) =>
      left.flatMap(({ lo, hi }) =>
        hole.hi <= lo || hi <= hole.lo
          ? [{ lo, hi }]
          : [
              { lo, hi: hole.lo },
              { lo: hole.hi, hi },
            ].filter((piece) => piece.lo < piece.hi),
      ),
    a,
  );
}

/** Every packet with such an address in the dimension. */
export function boxesOf(spans: readonly Span[], dimension: Dimension, within: Box = EVERYTHING): readonly Box[] {
  return spans.map(({ lo, hi }) => withInterval(within, dimension, lo, hi));
}
