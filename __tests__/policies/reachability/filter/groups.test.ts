import type { GroupPeer, GroupRule, SecurityGroup } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { both, type Carries, type Certainty, GroupCompiler } from '../../../../policies/reachability/filter/groups';
import type { Readings } from '../../../../policies/reachability/filter/readings';
import { AddressSpace } from '../../../../policies/reachability/region/address-space';
import { EVERYTHING } from '../../../../policies/reachability/region/box';
import { block, Facts, oneOf, rule, tcp } from '../facts';

const WHY = new Unknown('a variable');
const NOBODY: Carries = () => 'no';
const ADDRESS = 'aws_vpc_security_group_rule.r';
const https = (peer: string | GroupPeer, more: Partial<GroupRule> = {}): GroupRule => ({ ...rule(tcp(443), peer), ...more });

function compiled(ingress: readonly GroupRule[], carries: Carries = NOBODY, more: Partial<SecurityGroup> = {}): Readings {
  const compiler = new GroupCompiler(new AddressSpace('v4', new Facts().facts), 'v4');
  return compiler.compile([{ key: 'g', vpc: oneOf('v'), ingress, egress: [], ...more }], 'in', carries);
}

/** Texts of the rules in both readings, and the doubts. */
function read(...asked: Parameters<typeof compiled>): readonly (readonly string[])[] {
  const { strict, lenient, doubts } = compiled(...asked);
  return [...[strict, lenient].map(({ rules }) => rules.map(({ text }) => text())), doubts];
}

const text = (peer: string, allow = 'allow'): string => `${allow} tcp 443 from ${peer} (${ADDRESS})`;

test.each<readonly [Certainty, Certainty, Certainty]>([
  ['yes', 'yes', 'yes'],
  ['yes', 'unknown', 'unknown'],
  ['unknown', 'no', 'no'],
  ['no', 'yes', 'no'],
])('%s and %s are %s, in either order', (a, b, together) => {
  expect([both(a, b), both(b, a)]).toEqual([together, together]);
});

describe('a rule by block', () => {
  test('is read once where nothing is unknown, and says whose it is', () => {
    const { strict, lenient, doubts } = compiled([https('10.0.0.0/8')]);
    expect([lenient === strict, strict.rules.map(({ owner, allow }) => [owner, allow]), doubts]).toEqual([
      true,
      [['g', true]],
      [],
    ]);
  });

  test('of the other family is none', () => {
    expect(read([https('::/0')])).toEqual([[], [], []]);
  });

  test('that may not be there counts in the lenient reading alone', () => {
    expect(read([https('10.0.0.0/8', { certain: false })])).toEqual([
      [],
      [text('10.0.0.0/8', 'perhaps allow')],
      [`${ADDRESS}: whether it belongs to the group`],
    ]);
  });

  test('of unknown traffic too, and is about everything', () => {
    expect(read([https('10.0.0.0/8', { traffic: WHY })])).toEqual([
      [],
      [`allow unknown traffic from 10.0.0.0/8 (${ADDRESS})`],
      [`${ADDRESS}: a variable`],
    ]);
  });

  test('of an unknown block too', () => {
    const peer: GroupPeer = { kind: 'block', block: WHY, family: WHY };
    expect(read([https(peer)])).toEqual([[], [text('an unknown block')], [`${ADDRESS}: a variable`]]);
  });

  test('whose family alone is unknown counts as what its block says', () => {
    const peer: GroupPeer = { kind: 'block', block: block('10.0.0.0/8'), family: WHY };
    expect(read([https(peer)])).toEqual([[text('10.0.0.0/8')], [text('10.0.0.0/8')], []]);
  });

  test('of the other family is none, and leaves no doubt, whatever else is unknown of it', () => {
    expect(read([https('::/0', { traffic: WHY, certain: false })])).toEqual([[], [], []]);
    expect(read([https({ kind: 'block', block: WHY, family: 'v6' })])).toEqual([[], [], []]);
  });

  test('that may hold addresses of lists kept by AWS holds more in the lenient reading, beside one that does not', () => {
    const { strict, lenient } = compiled([https('10.0.0.0/8'), https('52.0.0.0/8')]);
    const [own, open] = [0, 1].map((place) => [strict, lenient].map(({ rules }) => rules[place]?.boxes.length));
    expect([own, open]).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  test('of egress is no way in, and is called "to"', () => {
    const egress = [https('10.0.0.0/8')];
    expect(read([], NOBODY, { egress })).toEqual([[], [], []]);
    const compiler = new GroupCompiler(new AddressSpace('v4', new Facts().facts), 'v4');
    const { strict } = compiler.compile([{ key: 'g', vpc: oneOf('v'), ingress: [], egress }], 'out', NOBODY);
    expect(strict.rules.map((one) => one.text())).toEqual([`allow tcp 443 to 10.0.0.0/8 (${ADDRESS})`]);
  });
});

describe('a rule by group', () => {
  const either: GroupPeer = { kind: 'group', group: oneOf('a', 'b') };
  const open: GroupPeer = { kind: 'group', group: { choices: ['a'], open: WHY } };
  const none: GroupPeer = { kind: 'group', group: { choices: [] } };
  const carries =
    (...keys: readonly string[]): Carries =>
    (key) =>
      keys.includes(key) ? 'yes' : 'no';

  test.each<readonly [string, GroupPeer, Carries, Certainty]>([
    ['the one group', { kind: 'group', group: oneOf('a') }, carries('a'), 'yes'],
    ['another', { kind: 'group', group: oneOf('a') }, carries('b'), 'no'],
    ['perhaps the group', { kind: 'group', group: oneOf('a') }, () => 'unknown', 'unknown'],
    ['both groups that it may be', either, carries('a', 'b'), 'yes'],
    ['one of the two that it may be', either, carries('a'), 'unknown'],
    ['none of the two that it may be', either, carries('c'), 'no'],
    ['the group that it is perhaps, or something else', open, carries('a'), 'unknown'],
    ['not the group that it is perhaps, or something else', open, NOBODY, 'unknown'],
    ['anything, where it names no group', none, carries('a'), 'no'],
  ])('matches an end that carries %s', (_, peer, carried, matches) => {
    const { strict, lenient } = compiled([https(peer)], carried);
    expect([strict.rules.length, lenient.rules.length]).toEqual([matches === 'yes' ? 1 : 0, matches === 'no' ? 0 : 1]);
  });

  test('says which groups, and that it is in doubt', () => {
    expect(read([https(either)], carries('a'))).toEqual([
      [],
      [text('group a or b')],
      [`${ADDRESS}: whether the other end carries group a or b`],
    ]);
  });
});

describe('a rule by prefix list', () => {
  test('of blocks is about them', () => {
    const peer: GroupPeer = { kind: 'prefix-list', list: { key: 's:list', family: 'v4', blocks: [block('10.0.0.0/8')] } };
    expect(read([https(peer)])).toEqual([[text('prefix list s:list')], [text('prefix list s:list')], []]);
  });

  test('that is unknown counts in the lenient reading alone', () => {
    expect(read([https({ kind: 'prefix-list', list: WHY })])).toEqual([
      [],
      [text('an unknown prefix list')],
      [`${ADDRESS}: a variable`],
    ]);
  });
});

test('a group that may have more rules admits perhaps everything, in its own name', () => {
  const asked = [[https('10.0.0.0/8')], NOBODY, { incomplete: WHY }] as const;
  const missing = 'rules of g may be missing: a variable';
  expect(read(...asked)).toEqual([[text('10.0.0.0/8')], [text('10.0.0.0/8'), missing], [missing]]);
  const { rules } = compiled(...asked).lenient;
  expect(rules.map(({ owner, allow }) => [owner, allow])).toEqual([
    ['g', true],
    ['g', true],
  ]);
  expect(rules[1]?.boxes).toEqual([EVERYTHING]);
});
