import {
  type Box,
  cut,
  DIMENSIONS,
  disjoint,
  EVERYTHING,
  holds,
  meet,
  withInterval,
} from '../../../../policies/reachability/region/box';

/** All six intervals are 10 to 20. */
const BOX: Box = { lo: [10, 10, 10, 10, 10, 10], hi: [20, 20, 20, 20, 20, 20] };

describe.each(DIMENSIONS.map((dimension) => [dimension] as const))('two boxes that differ in dimension %i alone', (dimension) => {
  const of = (lo: number, hi: number): Box => withInterval(BOX, dimension, lo, hi);

  it.each([
    [0, 10, true],
    [0, 11, false],
    [10, 20, false],
    [19, 30, false],
    [20, 30, true],
  ])('10-20 and %i-%i have no packet in common: %s', (lo, hi, apart) => {
    expect([disjoint(BOX, of(lo, hi)), disjoint(of(lo, hi), BOX)]).toEqual([apart, apart]);
    expect(meet(BOX, of(lo, hi)) === undefined).toBe(apart);
  });

  it.each([
    [10, 20, true],
    [9, 21, true],
    [11, 20, false],
    [10, 19, false],
  ])('%i-%i holds 10-20: %s', (lo, hi, held) => {
    expect(holds(of(lo, hi), BOX)).toBe(held);
  });

  it('have in common what is in both, said as the box itself where the other holds it', () => {
    expect([meet(BOX, of(0, 15)), meet(of(0, 15), BOX)]).toEqual([of(10, 15), of(10, 15)]);
    expect([meet(BOX, of(15, 30)), meet(of(15, 30), BOX)]).toEqual([of(15, 20), of(15, 20)]);
    expect(meet(of(12, 15), BOX)).toEqual(of(12, 15));
    expect(meet(BOX, EVERYTHING)).toBe(BOX);
  });

  it('leave of 10-20 without 13-15 the pieces 10-13 and 15-20, and nothing without 10-20', () => {
    const [pieces, none]: [Box[], Box[]] = [[], []];
    cut(BOX, of(13, 15), pieces);
    cut(BOX, of(10, 20), none);
    expect([pieces, none]).toEqual([[of(10, 13), of(15, 20)], []]);
  });
});

it('a hole in two dimensions is cut out of the protocols first: no piece mixes protocols that it does not have to', () => {
  const pieces: Box[] = [];
  cut(BOX, withInterval(withInterval(BOX, 0, 12, 13), 4, 15, 16), pieces);
  const middle = withInterval(BOX, 0, 12, 13);
  expect(pieces).toEqual([
    withInterval(BOX, 0, 10, 12),
    withInterval(BOX, 0, 13, 20),
    withInterval(middle, 4, 10, 15),
    withInterval(middle, 4, 16, 20),
  ]);
});

it('a box that misses the hole stays the very same one', () => {
  const pieces: Box[] = [];
  cut(BOX, withInterval(BOX, 2, 20, 30), pieces);
  expect(pieces[0]).toBe(BOX);
});

it('everything is 256 protocols, all addresses of either family and 65,536 ports in each of three dimensions', () => {
  expect(EVERYTHING).toEqual({ lo: [0, 0, 0, 0, 0, 0], hi: [256, Infinity, Infinity, 65536, 65536, 65536] });
});
