import fc from 'fast-check';

import { DecisionList, type FilterRule } from '../../../../policies/reachability/filter/decision-list';
import { type Box, EVERYTHING, withInterval, X, Y } from '../../../../policies/reachability/region/box';
import { equals, has, subtract } from '../../../../policies/reachability/region/region';

const SIDE = 6;
const interval = fc.tuple(fc.nat(SIDE - 1), fc.nat(SIDE - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
const box: fc.Arbitrary<Box> = fc
  .tuple(interval, interval)
  .map(([x, y]) => withInterval(withInterval(EVERYTHING, X, ...x), Y, ...y));
const rules: fc.Arbitrary<readonly FilterRule[]> = fc.array(
  fc.record({ boxes: fc.array(box, { minLength: 1, maxLength: 2 }), allow: fc.boolean(), text: fc.constant(() => '') }),
  { maxLength: 6 },
);
const ASKED = [withInterval(withInterval(EVERYTHING, X, 0, SIDE), Y, 0, SIDE)];
const PACKETS = Array.from({ length: SIDE * SIDE }, (_, place) => [0, 0, 0, place % SIDE, Math.floor(place / SIDE), 0] as const);

describe('a list of decisions', () => {
  it('lets a packet pass if the first rule that holds it allows', () => {
    fc.assert(
      fc.property(rules, (list) => {
        const passed = new DecisionList(list).pass(ASKED);
        const walked = PACKETS.map((packet) => list.find(({ boxes }) => has(boxes, packet))?.allow ?? false);
        expect(PACKETS.map((packet) => has(passed, packet))).toEqual(walked);
      }),
    );
  });

  it('tells for every packet the first rule that holds it', () => {
    fc.assert(
      fc.property(rules, (list) => {
        const decisions = new DecisionList(list).decide(ASKED);
        const told = PACKETS.map((packet) => decisions.filter(({ region }) => has(region, packet)).map(({ rule }) => rule));
        expect(told).toEqual(PACKETS.map((packet) => [list.find(({ boxes }) => has(boxes, packet))]));
      }),
    );
  });

  it('tells what would no longer pass without a rule', () => {
    fc.assert(
      fc.property(rules, fc.nat(5), (list, place) => {
        const rule = list[place % Math.max(list.length, 1)];
        fc.pre(rule !== undefined);
        const whole = new DecisionList(list);
        const without = new DecisionList(list.filter((one) => one !== rule));
        expect(equals(whole.alone(rule, ASKED), rule.allow ? subtract(whole.pass(ASKED), without.pass(ASKED)) : [])).toBe(true);
      }),
    );
  });

  it('gives the very region back where everything passes by one rule', () => {
    const list = new DecisionList([{ boxes: [EVERYTHING], allow: true, text: () => '' }]);
    expect(list.pass(ASKED)).toBe(ASKED);
  });

  it('loses what is denied of one of two boxes, though as many pass as were asked about', () => {
    const [first, second, half] = [
      [0, 2],
      [4, 6],
      [4, 5],
    ].map(([lo, hi]) => withInterval(EVERYTHING, X, lo ?? 0, hi ?? 0));
    const text = (): string => '';
    const list = new DecisionList([
      { boxes: [half!], allow: false, text },
      { boxes: [EVERYTHING], allow: true, text },
    ]);
    expect(equals(list.pass([first!, second!]), [first!, withInterval(EVERYTHING, X, 5, 6)])).toBe(true);
  });
});
