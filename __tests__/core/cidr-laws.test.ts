import fc from 'fast-check';

import { Cidr } from '../../modules/core/cidr';

/** The naive oracle: a block is the text of its first bits, so that every question is one about prefixes of texts. */
function bitsOf(cidr: Cidr): string {
  const width = cidr.family === 'v4' ? 32 : 128;
  return cidr.base.toString(2).padStart(width, '0').slice(0, cidr.prefix);
}

const naiveCovers = (a: Cidr, b: Cidr): boolean => a.family === b.family && bitsOf(b).startsWith(bitsOf(a));

const ofFamily = (family: 'v4' | 'v6', bits: number): fc.Arbitrary<Cidr> =>
  fc
    .tuple(fc.bigInt(0n, (1n << BigInt(bits)) - 1n), fc.nat(bits))
    .map(([address, prefix]) => Cidr.containing(family, address, prefix));

const block = fc.oneof(ofFamily('v4', 32), ofFamily('v6', 128));
/** Two blocks by chance are nearly always apart: half of the pairs here lie in one another. */
const pair = fc.oneof(
  fc.tuple(block, block),
  fc.tuple(block, fc.nat(), fc.nat()).map(([outer, longer, place]): [Cidr, Cidr] => {
    const prefix = Math.min(outer.family === 'v4' ? 32 : 128, outer.prefix + (longer % 12));
    return [outer, outer.subnet(prefix, place % 2 ** (prefix - outer.prefix))];
  }),
);

describe('the laws of blocks', () => {
  test('a block reads back from its text', () => {
    fc.assert(
      fc.property(block, (a) => {
        expect(Cidr.parse(a.toString())).toEqual(a);
      }),
    );
  });

  test('covers is what the oracle says', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect([a.covers(b), b.covers(a)]).toEqual([naiveCovers(a, b), naiveCovers(b, a)]);
      }),
    );
  });

  test('two blocks overlap exactly where one covers the other', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(a.overlaps(b)).toBe(naiveCovers(a, b) || naiveCovers(b, a));
      }),
    );
  });

  test('blocks are equal exactly where each covers the other', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(a.equals(b)).toBe(naiveCovers(a, b) && naiveCovers(b, a));
      }),
    );
  });

  test('the size is the number of addresses from the first to the last', () => {
    fc.assert(
      fc.property(block, (a) => {
        expect(a.last - a.base + 1n).toBe(a.size);
      }),
    );
  });

  test('the place of a part is the one it was made for', () => {
    fc.assert(
      fc.property(block, fc.nat(20), fc.nat(), (a, longer, place) => {
        const prefix = Math.min(a.family === 'v4' ? 32 : 128, a.prefix + longer);
        const index = place % 2 ** (prefix - a.prefix);
        const part = a.subnet(prefix, index);
        expect([a.indexOf(part), a.covers(part), part.prefix]).toEqual([index, true, prefix]);
      }),
    );
  });

  test('the parts of a block lie side by side and fill it', () => {
    fc.assert(
      fc.property(ofFamily('v4', 32), fc.nat(6), (a, longer) => {
        const prefix = Math.min(32, a.prefix + longer);
        const parts = Array.from({ length: 2 ** (prefix - a.prefix) }, (_, i) => a.subnet(prefix, i));
        const ends = parts.map((part) => part.last + 1n);
        expect(parts.map((part) => part.base)).toEqual([a.base, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(a.last + 1n);
      }),
    );
  });

  test('any bit behind the mask is refused, with the block that was meant', () => {
    fc.assert(
      fc.property(
        ofFamily('v4', 32).filter((a) => a.prefix < 32),
        fc.nat(),
        (a, noise) => {
          const address = a.base + 1n + (BigInt(noise) % (a.size - 1n));
          const octets = [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
          expect(() => Cidr.parse(`${octets}/${String(a.prefix)}`)).toThrow(`did you mean "${a.toString()}"? [LZ-CIDR-4]`);
        },
      ),
    );
  });
});
