import fc from 'fast-check';

import { type Box, type Corner, cut, DIMENSIONS, meet } from '../../../../policies/reachability/region/box';
import {
  covers,
  equals,
  has,
  intersect,
  meets,
  type Region,
  split,
  subtract,
  union,
} from '../../../../policies/reachability/region/region';

/** Every packet of a small space: two values or three in each dimension. */
const SIZES = [3, 3, 3, 2, 3, 2] as const;

const PACKETS: readonly Corner[] = SIZES.reduce<readonly (readonly number[])[]>(
  (all, size) => all.flatMap((packet) => Array.from({ length: size }, (_, value) => [...packet, value])),
  [[]],
).map(([p = 0, s = 0, d = 0, x = 0, y = 0, n = 0]) => [p, s, d, x, y, n]);

const interval = (size: number): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);

const box: fc.Arbitrary<Box> = fc
  .tuple(interval(3), interval(3), interval(3), interval(2), interval(3), interval(2))
  .map(([p, s, d, x, y, n]) => ({ lo: [p[0], s[0], d[0], x[0], y[0], n[0]], hi: [p[1], s[1], d[1], x[1], y[1], n[1]] }));

const region: fc.Arbitrary<Region> = fc
  .array(box, { maxLength: 4 })
  .map((boxes) => boxes.reduce<Region>((all, one) => union(all, [one]), []));

const members = (boxes: readonly Box[]): readonly boolean[] => PACKETS.map((packet) => has(boxes, packet));

/** In how many boxes each packet is. */
const times = (boxes: readonly Box[]): number =>
  Math.max(0, ...PACKETS.map((packet) => boxes.filter((one) => has([one], packet)).length));

describe('regions, against the enumeration of a space of 324 packets', () => {
  it('a packet is in the intersection if it is in both', () => {
    fc.assert(
      fc.property(region, fc.array(box, { maxLength: 4 }), (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        expect(members(intersect(a, b))).toEqual(inA.map((is, place) => is && inB[place] === true));
      }),
    );
  });

  it('a region meets boxes if a packet is in both, so exactly where the intersection is not empty', () => {
    fc.assert(
      fc.property(region, fc.array(box, { maxLength: 2 }), (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        expect(meets(a, b)).toBe(inA.some((is, place) => is && inB[place] === true));
        expect(meets(a, b)).toBe(intersect(a, b).length > 0);
      }),
    );
  });

  it('a packet is in the difference if it is in the first alone', () => {
    fc.assert(
      fc.property(region, fc.array(box, { maxLength: 4 }), (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        expect(members(subtract(a, b))).toEqual(inA.map((is, place) => is && inB[place] !== true));
      }),
    );
  });

  it('a packet is in the union if it is in one of them', () => {
    fc.assert(
      fc.property(region, region, (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        expect(members(union(a, b))).toEqual(inA.map((is, place) => is || inB[place] === true));
      }),
    );
  });

  it('no result has a packet in two of its boxes', () => {
    fc.assert(
      fc.property(region, region, fc.array(box, { maxLength: 4 }), (a, b, c) => {
        expect([union(a, b), intersect(a, c), subtract(a, c)].map(times).every((most) => most <= 1)).toBe(true);
      }),
    );
  });

  it('no result has a box without a packet, so a region without boxes is the only empty one', () => {
    fc.assert(
      fc.property(region, region, fc.array(box, { maxLength: 4 }), (a, b, c) => {
        const boxes = [...union(a, b), ...intersect(a, c), ...subtract(a, c)];
        expect(boxes.filter((one) => PACKETS.every((packet) => !has([one], packet)))).toEqual([]);
      }),
    );
  });

  it('what is hit and what is left make up the whole, and have nothing in common', () => {
    fc.assert(
      fc.property(region, fc.array(box, { maxLength: 4 }), (a, b) => {
        const { hit, rest } = split(a, b);
        expect(members([...hit, ...rest])).toEqual(members(a));
        expect(members(hit)).toEqual(members(intersect(a, b)));
        expect(times([...hit, ...rest])).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('one covers another if every packet of that is in it, and both ways they are equal', () => {
    fc.assert(
      fc.property(region, region, (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        const covered = inB.every((is, place) => !is || inA[place] === true);
        expect(covers(a, b)).toBe(covered);
        expect(equals(a, b)).toBe(covered && inA.every((is, place) => !is || inB[place] === true));
      }),
    );
  });

  it('a region of one box has as many packets as its sides say, whatever was cut out of it and put back', () => {
    fc.assert(
      fc.property(box, box, (whole, hole) => {
        const pieces: Box[] = [];
        cut(whole, hole, pieces);
        const common = meet(whole, hole);
        const size = (one: Box): number =>
          DIMENSIONS.reduce<number>((product, dimension) => product * (Number(one.hi[dimension]) - Number(one.lo[dimension])), 1);
        const parts = [...pieces, ...(common === undefined ? [] : [common])];
        expect(parts.reduce((sum, one) => sum + size(one), 0)).toBe(size(whole));
      }),
    );
  });

  it('are the same with bigint addresses', () => {
    const wide = (one: Box): Box => {
      const big = ([p, s, d, x, y, n]: Corner): Corner => [p, BigInt(s), BigInt(d), x, y, n];
      return { lo: big(one.lo), hi: big(one.hi) };
    };
    fc.assert(
      fc.property(region, region, (a, b) => {
        expect(members(subtract(a.map(wide), b.map(wide)))).toEqual(members(subtract(a, b)));
      }),
    );
  });
});
