import fc from 'fast-check';

import type { PairAnswer } from '../../../../policies/reachability/ask';
import { arrivesAtAny, sharedByEach, together, verdictOfAll } from '../../../../policies/reachability/ask/together';
import type { Answer, ReachVerdict } from '../../../../policies/reachability/query';

const VERDICTS = ['proven', 'partial', 'unreachable', 'unknown'] as const;
const ARRIVALS = ['some', 'none', 'unknown'] as const;

const verdict = fc.constantFrom(...VERDICTS);
const arrives = fc.constantFrom(...ARRIVALS);
const packet = fc.record({
  src: fc.constant('10.0.0.1'),
  dst: fc.constant('10.0.0.2'),
  protocol: fc.constant(6),
  srcPort: fc.nat(3),
  dstPort: fc.constant(443),
});
const step = fc.record({
  filter: fc.constantFrom('route', 'network-acl-in' as const),
  address: fc.constantFrom('a', 'b'),
  rule: fc.constantFrom('x', 'y'),
  passes: fc.constantFrom(true, false, 'unknown' as const),
});
const pair: fc.Arbitrary<PairAnswer> = fc
  .record({
    from: fc.constantFrom('a', 'b'),
    to: fc.constantFrom('c', 'd'),
    family: fc.constantFrom('v4', 'v6' as const),
    verdict,
    arrives,
    lostPorts: fc.array(fc.constantFrom('tcp 1', 'udp 2'), { maxLength: 2 }),
    path: fc.array(step, { maxLength: 2 }),
    blockers: fc.array(step, { maxLength: 2 }),
    why: fc.constantFrom('One.', 'Two.'),
    doubt: fc.option(fc.constant('whether it counts'), { nil: undefined }),
    witness: fc.option(packet, { nil: undefined }),
  })
  .map(({ doubt, witness, ...rest }) => ({
    ...rest,
    ...(doubt === undefined ? {} : { doubt }),
    ...(witness === undefined ? {} : { witness }),
  }));
const pairs = fc.array(pair, { minLength: 1, maxLength: 6 });

/** What each verdict says: whether all connections work, and whether none does. */
const WORLDS: Readonly<Record<ReachVerdict, readonly (readonly [all: boolean, none: boolean])[]>> = {
  proven: [[true, false]],
  unreachable: [[false, true]],
  partial: [[false, false]],
  unknown: [
    [true, false],
    [false, true],
    [false, false],
  ],
};

describe('the verdict of all pairs', () => {
  it.each<[readonly ReachVerdict[], ReachVerdict]>([
    [['proven', 'proven'], 'proven'],
    [['unreachable', 'unreachable'], 'unreachable'],
    [['proven', 'unreachable'], 'partial'],
    [['partial', 'unknown'], 'partial'],
    [['proven', 'unreachable', 'unknown'], 'partial'],
    [['proven', 'unknown'], 'unknown'],
    [['unreachable', 'unknown'], 'unknown'],
    [['unknown'], 'unknown'],
  ])('of %j is %s', (verdicts, expected) => {
    expect(verdictOfAll(verdicts)).toBe(expected);
  });

  it('is what holds in every world that the pairs leave possible, and unknown only where these differ', () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 5 }), (verdicts) => {
        const worlds = verdicts.reduce<readonly (readonly [boolean, boolean])[]>(
          (known, each) => known.flatMap(([all, none]) => WORLDS[each].map(([a, n]) => [all && a, none && n] as const)),
          [[true, true]],
        );
        const possible = new Set(worlds.map(([all, none]) => (all ? 'proven' : none ? 'unreachable' : 'partial')));
        expect(verdictOfAll(verdicts)).toBe(possible.size === 1 ? [...possible][0] : 'unknown');
      }),
    );
  });
});

describe('whether anything arrives', () => {
  it.each<[readonly Answer['arrives'][], Answer['arrives']]>([
    [['none', 'some'], 'some'],
    [['unknown', 'some'], 'some'],
    [['none', 'none'], 'none'],
    [['none', 'unknown'], 'unknown'],
  ])('at any of %j is %s', (arrivals, expected) => {
    expect(arrivesAtAny(arrivals)).toBe(expected);
  });
});

describe('of several, one of which it is', () => {
  it('only what all share is known: proven and proven are proven, proven and partial are not', () => {
    expect(sharedByEach(['proven', 'proven'])).toBe('proven');
    expect(sharedByEach(['proven', 'partial'])).toBe('unknown');
    expect(sharedByEach([])).toBe('unknown');
  });
});

describe('answers together', () => {
  it('are the same in every order', () => {
    fc.assert(
      fc.property(
        pairs.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(together(shuffled)).toEqual(together(all));
        },
      ),
    );
  });

  it('are proven only if every pair is, unreachable only if every pair is, and none arrives only if none does', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const answer = together(all);
        const every = (holds: (one: PairAnswer) => boolean): boolean => all.every(holds);
        expect(answer.verdict !== 'proven' || every((one) => one.verdict === 'proven')).toBe(true);
        expect(answer.verdict !== 'unreachable' || every((one) => one.verdict === 'unreachable')).toBe(true);
        expect(answer.arrives !== 'none' || every((one) => one.arrives === 'none')).toBe(true);
      }),
    );
  });

  it('with pairs in doubt say what holds without them and with any of them', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const sure = all.filter(({ doubt }) => doubt === undefined);
        const unsure = all.filter(({ doubt }) => doubt !== undefined);
        const subsets = unsure.reduce<PairAnswer[][]>((known, one) => [...known, ...known.map((each) => [...each, one])], [sure]);
        const possible = new Set(
          subsets.filter((each) => each.length > 0).map((each) => verdictOfAll(each.map((one) => one.verdict))),
        );
        const { verdict: given } = together(all);
        expect(given === 'unknown' || (possible.size === 1 && possible.has(given))).toBe(true);
      }),
    );
  });

  it.each<[readonly ReachVerdict[], ReachVerdict]>([
    [['proven', 'proven'], 'proven'],
    [['unreachable', 'unreachable'], 'unreachable'],
    [['proven', 'unreachable'], 'unknown'],
  ])('all of which are in doubt, %j, are %s', (verdicts, expected) => {
    const all = verdicts.map((each, n): PairAnswer => {
      const to = String(n);
      return {
        from: 'a',
        to,
        family: 'v4',
        verdict: each,
        arrives: 'some',
        lostPorts: [],
        path: [],
        blockers: [],
        why: '',
        doubt: 'whether',
      };
    });

    expect(together(all).verdict).toBe(expected);
  });

  it('show the packet of the pair that tells most: of a partial one before a proven one, and every blocker once', () => {
    const stop = { filter: 'route', address: 't', rule: 'no route', passes: false } as const;
    const base = { family: 'v4', arrives: 'some', lostPorts: [], path: [], why: 'So.' } as const;
    const at = (srcPort: number): Required<Pick<Answer, 'witness'>> => ({
      witness: { src: '10.0.0.1', dst: '10.0.0.2', protocol: 6, srcPort, dstPort: 443 },
    });
    const answer = together([
      { ...base, from: 'a', to: 'c', verdict: 'proven', blockers: [], ...at(1) },
      { ...base, from: 'a', to: 'd', verdict: 'partial', blockers: [stop], ...at(2) },
      { ...base, from: 'b', to: 'd', verdict: 'unreachable', blockers: [stop], ...at(3) },
    ]);

    expect(answer.witness?.srcPort).toBe(2);
    expect(answer.blockers).toEqual([stop]);
    expect(answer.why).toBe('Of 3 pairs 1 proven, 1 partial, 1 unreachable. a to d, IPv4: So.');
  });
});
