import fc from 'fast-check';

import { Unknown } from '../../../../policies/model/term';
import { DecisionList, type FilterRule } from '../../../../policies/reachability/filter/decision-list';
import type { Certainty } from '../../../../policies/reachability/filter/groups';
import type { Choice, Hop, Turn } from '../../../../policies/reachability/filter/routes';
import {
  Condition,
  FilterGate,
  type Gate,
  type Leads,
  OneOfGates,
  RouteGate,
  TakenRoute,
} from '../../../../policies/reachability/ground/gate';
import { type Box, DESTINATION, EVERYTHING, withInterval } from '../../../../policies/reachability/region/box';
import { covers, equals, NOTHING, type Region } from '../../../../policies/reachability/region/region';
import { route } from '../facts';

const WHY = new Unknown('a variable');
const ALL: Region = [EVERYTHING];

/** What goes to some destinations. */
function to(lo: number, hi: number): Box {
  return withInterval(EVERYTHING, DESTINATION, lo, hi);
}

function choice(hop: Hop): Choice {
  return { hop, text: () => `to ${hop.kind}` };
}

function turn(lo: number, hi: number, hops: readonly Hop[], open?: Unknown): Turn {
  return { spans: [{ lo, hi }], choices: hops.map(choice), ...(open === undefined ? {} : { open }) };
}

const YES: Hop = { kind: 'local' };
const NO: Hop = { kind: 'none' };
const MAYBE: Hop = { kind: 'middlebox', key: 'eni' };
const LEADS: Leads = ({ kind }) => (kind === 'local' ? 'yes' : kind === 'middlebox' ? 'unknown' : 'no');

function routed(turns: readonly Turn[]): RouteGate {
  return new RouteGate('rt', false, turns, DESTINATION, LEADS, () => []);
}

/** What passes in both readings. */
function both(gate: Gate, region: Region = ALL): readonly Region[] {
  return [gate.pass(region, 'strict'), gate.pass(region, 'lenient')];
}

describe('a condition', () => {
  test.each<[Certainty, readonly Region[], boolean]>([
    ['yes', [ALL, ALL], true],
    ['unknown', [NOTHING, ALL], false],
    ['no', [NOTHING, NOTHING], true],
  ])('that holds: %s', (certainty, passes, exact) => {
    const gate: Gate = new Condition('gateway', 'igw', false, certainty, 'told');
    expect([both(gate), gate.isExact(ALL), gate.rule(ALL, 'strict')]).toEqual([passes, exact, [{ region: ALL, text: 'told' }]]);
  });

  test('of some boxes lets those pass alone', () => {
    const gate = new Condition('gateway', 'igw', false, 'yes', 'told', [to(2, 4)]);
    expect(both(gate, [to(0, 3)])).toEqual([[to(2, 3)], [to(2, 3)]]);
  });
});

describe('a route that has to lead somewhere', () => {
  test.each<[string, Turn, readonly [boolean, boolean]]>([
    ['leads there', turn(0, 8, [YES]), [true, true]],
    ['leads elsewhere', turn(0, 8, [NO]), [false, false]],
    ['may lead there', turn(0, 8, [MAYBE]), [false, true]],
    ['is one of two that both lead there', turn(0, 8, [YES, YES]), [true, true]],
    ['is one of two of which one leads there', turn(0, 8, [NO, YES]), [false, true]],
    ['leads there or to anything', turn(0, 8, [YES], WHY), [false, true]],
    ['leads elsewhere or to anything', turn(0, 8, [NO], WHY), [false, true]],
  ])('%s', (_what, one, passes) => {
    const gate = routed([one]);
    expect(both(gate, [to(0, 8)])).toEqual(passes.map((pass) => (pass ? [to(0, 8)] : NOTHING)));
    expect(gate.isExact([to(0, 8)])).toBe(passes[0] === passes[1]);
  });

  test('is exact for what takes none of the turns in doubt', () => {
    const gate = routed([turn(0, 4, [YES]), turn(4, 8, [MAYBE])]);
    expect([gate.isExact([to(0, 4)]), gate.isExact([to(0, 5)])]).toEqual([true, false]);
  });

  test('says of each turn that is taken every choice, and what isn’t known', () => {
    const gate = routed([turn(0, 4, [YES, MAYBE]), turn(4, 8, [NO], WHY), turn(8, 12, [NO])]);
    expect(gate.rule([to(2, 6)])).toEqual([
      { region: [to(2, 4)], text: 'to local, or to middlebox' },
      { region: [to(4, 6)], text: 'to none, or not known: a variable' },
    ]);
  });

  test('names the routes that are taken, each once, and what would be lost without one', () => {
    const [used, other] = [route('10.0.0.0/8'), route('10.0.0.0/9')];
    const by = (hop: Hop, one: typeof used): Choice => ({ ...choice(hop), route: one });
    const turns: readonly Turn[] = [
      { spans: [{ lo: 0, hi: 4 }], choices: [by(YES, used)] },
      { spans: [{ lo: 4, hi: 8 }], choices: [by(YES, used), choice(YES)] },
      { spans: [{ lo: 8, hi: 12 }], choices: [by(YES, other)] },
    ];
    const gate = new RouteGate('rt', false, turns, DESTINATION, LEADS, () => [turn(0, 2, [YES])]);
    expect(gate.routes([to(0, 8)])).toEqual([used]);
    expect(equals(gate.alone(used, [to(0, 8)], 'strict'), [to(2, 8)])).toBe(true);
  });
});

test('a route that is taken is needed for what no other leads to the same hop: another kind, another key and one in doubt do not count', () => {
  const hop = { kind: 'peering', key: 'pcx' } as const;
  const without = [
    turn(0, 1, [hop]),
    turn(1, 2, [{ kind: 'peering', key: 'other' }]),
    turn(2, 3, [{ kind: 'nat-gateway', key: 'pcx' }]),
    turn(3, 4, [hop], WHY),
    turn(4, 5, [hop, { kind: 'none' }]),
    turn(5, 6, [{ kind: 'none' }]),
  ];
  const gate = new TakenRoute('rt', 'told', hop, () => without);
  expect(equals(gate.alone([to(0, 6)]), [to(1, 6)])).toBe(true);
});

describe('one of several rows of gates', () => {
  const filter = (...boxes: readonly Box[]): Gate => new Condition('network-acl-in', 'acl', true, 'yes', 'told', boxes);
  const [wide, narrow] = [filter(to(0, 8)), filter(to(4, 12))];

  test('lets pass surely what each of them does, and perhaps what one does', () => {
    const gate = new OneOfGates([[wide], [narrow]], wide);
    const [strict, lenient] = both(gate);
    expect([equals(strict!, [to(4, 8)]), equals(lenient!, [to(0, 12)])]).toEqual([true, true]);
    expect([gate.isExact([to(4, 8)]), gate.isExact([to(0, 8)])]).toEqual([true, false]);
  });

  test('asks every gate of a row', () => {
    expect(both(new OneOfGates([[wide, narrow]], wide))).toEqual([[to(4, 8)], [to(4, 8)]]);
  });

  test('or something else lets nothing pass surely, and perhaps everything', () => {
    const gate = new OneOfGates([[wide]], wide, WHY);
    expect([both(gate), gate.rule(ALL, 'lenient')]).toEqual([[NOTHING, ALL], [{ region: ALL, text: 'not known: a variable' }]]);
  });

  test('is where and what its first is, consists of all of them, and says of each what it stops', () => {
    const gate = new OneOfGates([[wide], [narrow]], wide);
    expect([gate.filter, gate.address, gate.reply, gate.parts()]).toEqual(['network-acl-in', 'acl', true, [wide, narrow]]);
    expect(gate.rule([to(0, 8)], 'strict')).toEqual([
      { region: [to(0, 8)], text: 'acl: told' },
      { region: [to(0, 4)], text: 'acl: told' },
    ]);
  });
});

describe('a filter', () => {
  const rule = (box: Box, allow: boolean, owner?: string): FilterRule => {
    return { boxes: [box], allow, text: () => (allow ? 'allow' : 'deny'), ...(owner === undefined ? {} : { owner }) };
  };
  const gate = (
    strict: readonly FilterRule[],
    lenient = strict,
    doubts: readonly string[] = [],
    filter: Gate['filter'] = 'network-acl-in',
  ) => new FilterGate(filter, 'acl', false, { strict: new DecisionList(strict), lenient: new DecisionList(lenient), doubts });

  test('says which rule decides, of whom, and that none matches the rest', () => {
    const told = gate([rule(to(0, 4), false), rule(to(4, 8), true, 'group')]).rule([to(0, 12)], 'strict');
    expect(told.map(({ region, text, address }) => [region, text, address])).toEqual([
      [[to(0, 4)], 'deny', 'acl'],
      [[to(4, 8)], 'allow', 'group'],
      [[to(8, 12)], 'no entry matches: dropped', undefined],
    ]);
    expect(gate([], [], [], 'security-group-in').rule(ALL, 'strict')).toEqual([
      { region: ALL, text: 'no rule matches: dropped' },
    ]);
  });

  test('says what isn’t known where that may let more pass, three doubts at most, and that none matches where it may not', () => {
    const doubtful = gate([], [rule(to(0, 4), true)], ['one', 'two', 'three', 'four']);
    expect([doubtful.rule([to(0, 4)], 'strict'), doubtful.rule([to(4, 8)], 'strict')]).toEqual([
      [{ region: [to(0, 4)], text: 'not known: one; two; three' }],
      [{ region: [to(4, 8)], text: 'no entry matches: dropped' }],
    ]);
  });

  test('is exact where both readings let the same pass', () => {
    const doubtful = gate([rule(to(0, 4), true)], [rule(to(0, 4), true), rule(to(4, 8), true)]);
    expect([doubtful.isExact([to(0, 4)]), doubtful.isExact([to(0, 8)]), gate([rule(ALL[0]!, true)]).isExact(ALL)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

test('a filter, a condition and a route consist of themselves alone', () => {
  const gates: readonly Gate[] = [
    new FilterGate('network-acl-in', 'acl', false, { strict: new DecisionList([]), lenient: new DecisionList([]), doubts: [] }),
    new Condition('gateway', 'igw', false, 'yes', 'told'),
    routed([]),
  ];
  expect(gates.map((gate) => gate.parts())).toEqual(gates.map((gate) => [gate]));
});

describe('every gate', () => {
  const anyTurn = fc
    .record({
      lo: fc.nat(6),
      size: fc.integer({ min: 1, max: 3 }),
      hops: fc.array(fc.constantFrom(YES, NO, MAYBE), { minLength: 1, maxLength: 2 }),
      open: fc.boolean(),
    })
    .map(({ lo, size, hops, open }) => turn(lo, lo + size, hops, open ? WHY : undefined));
  const anyGate: fc.Arbitrary<Gate> = fc.oneof(
    fc.array(anyTurn, { maxLength: 3 }).map(routed),
    fc
      .record({ holds: fc.constantFrom<Certainty[]>('yes', 'no', 'unknown'), lo: fc.nat(6) })
      .map(({ holds, lo }) => new Condition('gateway', 'x', false, holds, '', [to(lo, lo + 3)])),
  );
  const anyRows = fc.array(fc.tuple(anyGate), { minLength: 1, maxLength: 3 });

  test('lets nothing pass surely that it would not let pass perhaps, and is exact only where both are the same', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), fc.nat(6), (rows, open, lo) => {
        const gate = new OneOfGates(rows, rows[0]![0], open ? WHY : undefined);
        const region = [to(lo, lo + 4)];
        for (const one of [gate, ...rows.flat()]) {
          const [strict, lenient] = both(one, region);
          expect([covers(lenient!, strict!), !one.isExact(region) || covers(strict!, lenient!)]).toEqual([true, true]);
        }
      }),
    );
  });
});
