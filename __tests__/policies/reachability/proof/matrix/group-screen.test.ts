import fc from 'fast-check';

import type { GroupPeer, GroupRule, RouteTarget } from '../../../../../policies/model/network';
import { Unknown } from '../../../../../policies/model/term';
import { Coverage } from '../../../../../policies/reachability/proof/flows/coverage';
import { type Cell, PassagesBetween, type Undeclared } from '../../../../../policies/reachability/proof/matrix/passages-between';
import { GroupScreen } from '../../../../../policies/reachability/proof/matrix/group-screen';
import { Prover } from '../../../../../policies/reachability/prover';
import type { End } from '../../../../../policies/reachability/query';
import { ALL, type Facts, host, INTERNET, oneOf, outside, route, rule, tcp, udp } from '../../facts';
import { declared, intentOf, shop, SHOP, TIGHT } from '../shop';
import { refusedBy } from './screened';

const GROUPS = ['s:web', 's:app', 's:other'] as const;

const peers: fc.Arbitrary<string | GroupPeer> = fc.oneof(
  fc.constantFrom<(string | GroupPeer)[]>(...GROUPS, '0.0.0.0/0', '10.0.1.0/24', '10.0.0.0/16', '198.51.100.0/24'),
  fc.uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1 }).map((choices) => ({
    kind: 'group' as const,
    group: { choices },
  })),
  fc.constantFrom<GroupPeer[]>(
    { kind: 'group', group: { choices: [], open: new Unknown('it is set from outside') } },
    { kind: 'block', family: 'v4', block: new Unknown('it is set from outside') },
  ),
);
const rules: fc.Arbitrary<readonly GroupRule[]> = fc.array(
  fc
    .tuple(fc.constantFrom(tcp(443), tcp(8080), udp(53), ALL), peers, fc.boolean())
    .map(([traffic, peer, certain]) => ({ ...rule(traffic, peer), certain })),
  { maxLength: 2 },
);
const group = fc.record({
  ingress: rules,
  egress: rules,
  incomplete: fc.constantFrom(undefined, undefined, new Unknown('more')),
});
const aside = fc
  .tuple(
    fc.constantFrom('10.0.1.0/24', '10.0.2.0/25', '10.0.0.0/16', '0.0.0.0/0', '10.1.0.0/16'),
    fc.constantFrom<RouteTarget[]>(
      { kind: 'middlebox', key: 'eni-1' },
      { kind: 'edge', key: 'vgw-1' },
      { kind: 'internet-gateway', key: 's:igw' },
      { kind: 'transit-gateway', key: 'tgw-1' },
      { kind: 'nat-gateway', key: 'nat-1' },
      { kind: 'peering', key: 'pcx-1' },
      { kind: 'blackhole' },
    ),
  )
  .map(([to, target]) => route(to, target));
const tables = fc.record(
  { routes: fc.array(aside, { maxLength: 2 }), incomplete: fc.constant(new Unknown('routes are added elsewhere')) },
  { requiredKeys: ['routes'] },
);
const facts: fc.Arbitrary<Facts> = fc.tuple(fc.tuple(group, group, group), fc.option(tables)).map(([made, table]) => {
  const all = table === null ? shop() : shop().table('s:vpc-main', 's:vpc', table.routes, table);
  return made.reduce((some, { incomplete, ...one }, n) => {
    return some.group(GROUPS[n] ?? '', 's:vpc', { ...one, ...(incomplete === undefined ? {} : { incomplete }) });
  }, all);
});

const OF_WEB = { publicIpv4: true } as const;
const ENDS: readonly End[] = [
  host('s:web_a', ['s:web'], OF_WEB),
  host('s:app_a', ['s:app']),
  host('s:web_a', ['s:other', 's:web'], OF_WEB),
  host('s:app_a', 'unknown'),
  host('s:app_a', 'open'),
  INTERNET,
  outside('198.51.100.0/24'),
];
const PAIRS = ENDS.flatMap((from) => ENDS.map((to) => [from, to] as const)).filter(
  ([from, to]) => from.kind === 'interface' || to.kind === 'interface',
);

/** Asks the prover about everything. */
class NoScreen extends GroupScreen {
  override mayPass(): boolean {
    return true;
  }
}

function passing(made: Facts, screen: GroupScreen): { cells: Cell[]; undeclared: readonly Undeclared[] } {
  const prover = new Prover(made.facts);
  const coverage = new Coverage(declared(made.facts, intentOf(TIGHT)), made.facts, (family) => prover.space(family));
  const passages = new PassagesBetween(prover, coverage, screen);
  const cells = PAIRS.map(([from, to]) => passages.cell(SHOP, { name: 'from', ends: [from] }, { name: 'to', ends: [to] }, 'v4'));
  return { cells, undeclared: passages.undeclared };
}

test('where the screen says no, nothing arrives: 45 pairs of ends, random groups', () => {
  let refused = 0;
  fc.assert(
    fc.property(facts, (made) => {
      const { count, arriving } = refusedBy(made, PAIRS);
      refused += count;
      expect(arriving).toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(refused).toBeGreaterThan(1000);
});

test('with and without the screen cells and undeclared pairs are the same', () => {
  fc.assert(
    fc.property(facts, (made) => {
      expect(passing(made, new GroupScreen(made.facts))).toEqual(passing(made, new NoScreen(made.facts)));
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['a rule by the group that the other carries', 's:app', true],
  ['a rule by another group', 's:other', false],
  ['a rule by a block', '203.0.113.0/24', true],
  ['a rule by one of two groups', { kind: 'group', group: oneOf('s:other', 's:app') } as const, true],
])('lets %s through to the prover or not', (_, peer, may) => {
  const made = shop()
    .group('s:web', 's:vpc', { egress: [rule(tcp(443), peer)] })
    .group('s:app', 's:vpc', { ingress: [rule(tcp(443), 's:web')] });

  expect(new GroupScreen(made.facts).mayPass(host('s:web_a', ['s:web']), host('s:app_a', ['s:app']))).toBe(may);
});

test('knows nothing of link-local addresses, which groups filter no more than anything else does', () => {
  const made = shop().group('s:web', 's:vpc', {});
  const [from, to] = [host('s:web_a', ['s:web']), outside('169.254.169.254/32')];

  expect(new GroupScreen(made.facts).mayPass(from, to)).toBe(false);
  expect(new Prover(made.facts).connections(from, to, 'v4', 'strict', tcp(80)).works).not.toEqual([]);
});
