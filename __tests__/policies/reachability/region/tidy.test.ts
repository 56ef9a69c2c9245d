import fc from 'fast-check';

import { type Box, cut, EVERYTHING, PROTOCOL, withInterval, X, Y } from '../../../../policies/reachability/region/box';
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

  it('of few boxes is left as it is', () => {
    const pieces: Box[] = [];
    cut(EVERYTHING, withInterval(EVERYTHING, Y, 10, 20), pieces);
    expect(tidy(pieces)).toBe(pieces);
  });
});
