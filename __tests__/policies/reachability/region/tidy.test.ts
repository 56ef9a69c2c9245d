import fc from 'fast-check';

import { type Box, EVERYTHING, PROTOCOL, withInterval, X, Y } from '../../../../policies/reachability/region/box';
import { equals, type Region, subtract } from '../../../../policies/reachability/region/region';
import { tidy } from '../../../../policies/reachability/region/tidy';

const side = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([from, size]) => [from, from + size] as const);
const holes = fc.array(
  fc.tuple(side, side).map(([x, y]) => withInterval(withInterval(EVERYTHING, X, ...x), Y, ...y)),
  { maxLength: 20 },
);

/** Twenty ports, each a box of its own. */
function ports(box: Box): Region {
  return Array.from({ length: 20 }, (_, port) => withInterval(box, Y, port, port + 1));
}

describe('a tidy region', () => {
  it('holds the same packets in no more boxes', () => {
    fc.assert(
      fc.property(holes, (cutOut) => {
        const region = subtract([EVERYTHING], cutOut);
        expect(equals(tidy(region), region)).toBe(true);
        expect(tidy(region).length).toBeLessThanOrEqual(region.length);
      }),
    );
  });

  it('has one box for twenty ports side by side', () => {
    expect(tidy(ports(EVERYTHING))).toEqual([withInterval(EVERYTHING, Y, 0, 20)]);
  });

  it('never joins protocols, of which one may have ports and another none', () => {
    const two = [0, 1].flatMap((place) => ports(withInterval(EVERYTHING, PROTOCOL, place, place + 1)));
    expect(tidy(two)).toHaveLength(2);
  });

  it('is the same whatever order its boxes stand in', () => {
    const shuffled = ports(EVERYTHING).map((_, place, all) => all[(place * 7) % all.length]!);
    expect(tidy(shuffled)).toEqual([withInterval(EVERYTHING, Y, 0, 20)]);
    const rows = [0, 1].map((type) => ports(withInterval(EVERYTHING, X, type, type + 1)));
    expect(tidy(shuffled.flatMap((_, place) => rows.map((row) => row[(place * 7) % row.length]!)))).toEqual([
      withInterval(withInterval(EVERYTHING, X, 0, 2), Y, 0, 20),
    ]);
  });

  it('of 15 boxes is left as it is, of 16 it is joined', () => {
    const few = ports(EVERYTHING).slice(0, 15);
    expect(tidy(few)).toBe(few);
    expect(tidy(ports(EVERYTHING).slice(0, 16))).toHaveLength(1);
  });

  it('is the very same region where nothing touches', () => {
    const apart = Array.from({ length: 20 }, (_, place) => withInterval(EVERYTHING, Y, 2 * place, 2 * place + 1));
    expect(tidy(apart)).toBe(apart);
  });
});
