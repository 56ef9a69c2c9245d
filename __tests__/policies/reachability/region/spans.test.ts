import fc from 'fast-check';

import { DESTINATION, EVERYTHING, SOURCE, withInterval, Y } from '../../../../policies/reachability/region/box';
import { boxesOf, commonSpans, otherSpans, type Span } from '../../../../policies/reachability/region/spans';

const SIZE = 12;
const ADDRESSES = Array.from({ length: SIZE }, (_, address) => address);

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  .map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) + 1 }));
const spans = fc.array(span, { maxLength: 4 });

const isIn = (all: readonly Span[], address: number): boolean => all.some(({ lo, hi }) => lo <= address && address < hi);

describe('spans, against the enumeration of 12 addresses', () => {
  it('an address is common to both if it is in both', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const common = commonSpans(a, b);
        expect(ADDRESSES.filter((address) => isIn(common, address))).toEqual(
          ADDRESSES.filter((address) => isIn(a, address) && isIn(b, address)),
        );
      }),
    );
  });

  it('an address is left if it is in the first alone', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const left = otherSpans(a, b);
        expect(ADDRESSES.filter((address) => isIn(left, address))).toEqual(
          ADDRESSES.filter((address) => isIn(a, address) && !isIn(b, address)),
        );
      }),
    );
  });

  it('no result has a span without addresses', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect([...commonSpans(a, b), ...otherSpans(a, b)].filter(({ lo, hi }) => lo >= hi)).toEqual([]);
      }),
    );
  });

  it('spans that only touch have nothing in common', () => {
    expect(commonSpans([{ lo: 0, hi: 4 }], [{ lo: 4, hi: 8 }])).toEqual([]);
  });

  it('a hole that only touches takes nothing and splits nothing', () => {
    const whole = [{ lo: 4, hi: 8 }];
    expect(otherSpans(whole, [{ lo: 0, hi: 4 }])).toEqual(whole);
    expect(otherSpans(whole, [{ lo: 8, hi: 12 }])).toEqual(whole);
  });
});

describe('boxes of spans', () => {
  it('are every packet with such an address, one box for each span', () => {
    expect(
      boxesOf(
        [
          { lo: 1, hi: 2 },
          { lo: 5, hi: Infinity },
        ],
        SOURCE,
      ),
    ).toEqual([withInterval(EVERYTHING, SOURCE, 1, 2), withInterval(EVERYTHING, SOURCE, 5, Infinity)]);
  });

  it('stay within the box that is given', () => {
    const within = withInterval(EVERYTHING, Y, 443, 444);
    expect(boxesOf([{ lo: 1, hi: 2 }], DESTINATION, within)).toEqual([withInterval(within, DESTINATION, 1, 2)]);
  });
});
