import * as fc from 'fast-check';

import { applyOrder, type Dependency } from '../../../modules/landing-zone/stacks/apply-order';

describe('applyOrder', () => {
  it('puts a stack as early as its needs allow, names sorted within a wave', () => {
    expect(
      applyOrder(
        ['c', 'b', 'a', 'd'],
        [
          { stack: 'a', needs: 'c' },
          { stack: 'd', needs: 'a' },
        ],
      ).waves,
    ).toEqual([['b', 'c'], ['a'], ['d']]);
  });

  it('refuses a circle and names its stacks', () => {
    expect(() =>
      applyOrder(
        ['a', 'b', 'c'],
        [
          { stack: 'a', needs: 'b' },
          { stack: 'b', needs: 'a' },
        ],
      ),
    ).toThrow('stacks wait for each other: a, b');
  });

  it('needs that are not there, or a stack itself, hold nothing up', () => {
    expect(
      applyOrder(
        ['a'],
        [
          { stack: 'a', needs: 'a' },
          { stack: 'a', needs: 'gone' },
        ],
      ).waves,
    ).toEqual([['a']]);
  });

  it('every stack stands once, after everything that it needs', () => {
    // Needs point to a lower number only, so there is no circle.
    const graph = fc.integer({ min: 1, max: 30 }).chain((count) =>
      fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 60 }).map((pairs) => ({
        stacks: Array.from({ length: count }, (_, n) => `s${String(n)}`),
        needs: pairs.map(([a, b]): Dependency => ({ stack: `s${String(Math.max(a, b))}`, needs: `s${String(Math.min(a, b))}` })),
      })),
    );
    fc.assert(
      fc.property(graph, ({ stacks, needs }) => {
        const { waves } = applyOrder(stacks, needs);
        const place = new Map(waves.flatMap((wave, index) => wave.map((stack) => [stack, index] as const)));
        expect(waves.flat().sort()).toEqual([...stacks].sort());
        for (const { stack, needs: need } of needs.filter((d) => d.stack !== d.needs)) {
          expect(place.get(stack)).toBeGreaterThan(place.get(need) ?? -1);
        }
      }),
    );
  });
});
