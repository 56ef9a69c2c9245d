import * as fc from 'fast-check';

import { AddressSpace } from '../../../../../policies/reachability/region/address-space';
import { Cidr } from '../../../../../modules/core/cidr';
import { countOf, isBroad, publicOf } from '../../../../../policies/rules/exposure/reach/public-sources';

const v4 = new AddressSpace('v4', { vpcs: new Map() });
const v6 = new AddressSpace('v6', { vpcs: new Map() });
const spans = (space: AddressSpace, ...texts: readonly string[]): ReturnType<typeof publicOf> =>
  publicOf(
    texts.flatMap((text) => space.spansOf({ kind: 'literal', cidr: Cidr.parse(text) })),
    space,
  );

describe('countOf', () => {
  it('counts each address once, as a set of numbers does', () => {
    const span = fc.tuple(fc.nat(200), fc.nat(40)).map(([lo, length]) => ({ lo, hi: lo + length + 1 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (all) => {
        const numbers = new Set(all.flatMap(({ lo, hi }) => Array.from({ length: hi - lo }, (_, at) => lo + at)));

        expect(countOf(all)).toBe(BigInt(numbers.size));
      }),
    );
  });
});

describe('isBroad', () => {
  it('takes 2^24 public IPv4 addresses for the internet, and 2^24 - 1 for somebody', () => {
    expect(isBroad([{ lo: 2 ** 28, hi: 2 ** 28 + 2 ** 24 }], v4)).toBe(true);
    expect(isBroad([{ lo: 2 ** 28, hi: 2 ** 28 + 2 ** 24 - 1 }], v4)).toBe(false);
  });

  it('takes 2^112 public IPv6 addresses for the internet, and 2^112 - 1 for somebody', () => {
    const lo = 1n << 125n;

    expect(isBroad([{ lo, hi: lo + (1n << 112n) }], v6)).toBe(true);
    expect(isBroad([{ lo, hi: lo + (1n << 112n) - 1n }], v6)).toBe(false);
  });

  it('counts no address that the internet does not route', () => {
    expect(isBroad(spans(v4, '10.0.0.0/8', '127.0.0.0/8', '224.0.0.0/3'), v4)).toBe(false);
    expect(isBroad(spans(v6, 'fc00::/7', 'fe80::/10', '4000::/2'), v6)).toBe(false);
  });
});
