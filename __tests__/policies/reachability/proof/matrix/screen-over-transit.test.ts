import fc from 'fast-check';

import type { GroupRule, RouteTarget } from '../../../../../policies/model/network';
import { Unknown } from '../../../../../policies/model/term';
import { GroupScreen } from '../../../../../policies/reachability/proof/matrix/group-screen';
import { ALL, Facts, host, oneOf, route, rule, tcp } from '../../facts';
import { refusedBy } from './screened';

const TO_GATEWAY = route('10.0.0.0/8', { kind: 'transit-gateway', key: 'tgw' });

/** Two VPCs that a transit gateway joins, and a third one that is joined with it. */
function joined(): Facts {
  return new Facts()
    .vpc('a', ['10.1.0.0/16'])
    .vpc('b', ['10.2.0.0/16'])
    .vpc('c', ['10.3.0.0/16'])
    .table('a-main', 'a', [TO_GATEWAY])
    .table('b-main', 'b', [TO_GATEWAY])
    .table('c-main', 'c', [])
    .subnet('sa', 'a', '10.1.0.0/24')
    .subnet('ta', 'a', '10.1.1.0/28')
    .subnet('sb', 'b', '10.2.0.0/24')
    .subnet('tb', 'b', '10.2.1.0/28', { table: oneOf('tb-rt') })
    .table('tb-rt', 'b', [])
    .subnet('tc', 'c', '10.3.1.0/28', { table: oneOf('tc-rt') })
    .table('tc-rt', 'c', [])
    .transit('tgw', { a: ['ta'], b: ['tb'], c: ['tc'] });
}

const rules: fc.Arbitrary<readonly GroupRule[]> = fc.array(
  fc
    .tuple(fc.constantFrom(tcp(443), ALL), fc.constantFrom('ga', 'gb', 'other', '10.0.0.0/8'))
    .map(([traffic, peer]) => rule(traffic, peer)),
  { maxLength: 2 },
);
const routes = fc.array(
  fc
    .tuple(
      fc.constantFrom('10.2.0.0/24', '10.0.0.0/8', '0.0.0.0/0'),
      fc.constantFrom<RouteTarget>(
        { kind: 'middlebox', key: 'eni-1' },
        { kind: 'nat-gateway', key: 'nat-1' },
        { kind: 'edge', key: 'vgw-1' },
        { kind: 'transit-gateway', key: 'tgw' },
        { kind: 'transit-gateway', key: 'another' },
        { kind: 'blackhole' },
      ),
    )
    .map(([to, target]) => route(to, target)),
  { maxLength: 2 },
);
const worlds: fc.Arbitrary<Facts> = fc
  .record({
    groups: fc.tuple(rules, rules, rules, rules),
    behindB: routes,
    behindC: routes,
    byC: fc.boolean(),
    isEdge: fc.boolean(),
    incomplete: fc.boolean(),
  })
  .map(({ groups: [outA, inA, outB, inB], behindB, behindC, byC, isEdge, incomplete }) => {
    const facts = joined()
      .group('ga', 'a', { egress: outA, ingress: inA })
      .group('gb', 'b', { egress: outB, ingress: inB })
      .table('tb-rt', 'b', behindB)
      .table('tc-rt', 'c', behindC, incomplete ? { incomplete: new Unknown('routes are added elsewhere') } : {});
    const more = isEdge ? facts.transitEdge('vpn', 'tgw', [['10.2.0.0/24', 'vpn']]) : facts;
    return byC ? more.transitEdge('spare', 'tgw', [['10.2.0.0/16', 'tgw-c']]) : more;
  });

const ENDS = [host('sa', ['ga']), host('sb', ['gb']), host('sa', ['ga', 'other']), host('sb', ['other'])];
const PAIRS = ENDS.flatMap((from) => ENDS.map((to) => [from, to] as const)).filter(([from, to]) => from.subnet !== to.subnet);

test('over a transit gateway too, where the screen says no, nothing arrives: appliances, NAT, VPNs and other gateways behind it', () => {
  let refused = 0;
  fc.assert(
    fc.property(worlds, (made) => {
      const { count, arriving } = refusedBy(made, PAIRS);
      refused += count;
      expect(arriving).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(200);
});

test('a gateway behind which nothing rewrites addresses leaves it to the groups; one with an appliance behind it does not', () => {
  const shut = joined()
    .group('ga', 'a', { egress: [rule(ALL, '0.0.0.0/0')] })
    .group('gb', 'b', { ingress: [rule(tcp(443), 'other')] });
  const mayPass = (facts: Facts): boolean => new GroupScreen(facts.facts).mayPass(host('sa', ['ga']), host('sb', ['gb']));

  expect(mayPass(shut)).toBe(false);
  expect(mayPass(shut.table('tc-rt', 'c', [route('0.0.0.0/0', { kind: 'middlebox', key: 'eni-1' })]))).toBe(true);
});
