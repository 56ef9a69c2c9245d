import type { Subnet, TransitAttachment } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, block, entry, Facts, host, oneOf, outside, route } from '../facts';
import { ask, verdict } from '../way/questions';

const UNKNOWN = new Unknown('known only after apply');
const [WORKS, LOST, NONE] = ['proven, arrives some', 'unreachable, arrives some', 'unreachable, arrives none'];
const DOUBT = 'unknown, arrives unknown';
const TO_GATEWAY = { kind: 'transit-gateway', key: 'tgw' } as const;
const SHUT = { in: [entry(1, 'allow', ALL, '0.0.0.0/0')] };

/** Two VPCs behind a gateway, each with a tier in zone a and attachments in subnets of their own in zones a and b. */
function joined(): Facts {
  const facts = new Facts();
  for (const [vpc, number] of [
    ['a', 1],
    ['b', 2],
  ] as const) {
    const prefix = `10.${String(number)}`;
    facts
      .vpc(vpc, [`${prefix}.0.0/16`, `2600:1f00:${String(number)}::/56`])
      .table(`${vpc}-main`, vpc, [route('10.0.0.0/8', TO_GATEWAY), route('2600:1f00::/32', TO_GATEWAY)])
      .subnet(`s${vpc}`, vpc, `${prefix}.0.0/24`, { ipv6: block(`2600:1f00:${String(number)}::/64`) })
      .subnet(`t${vpc}`, vpc, `${prefix}.1.0/28`, { acl: oneOf(`t${vpc}-acl`) })
      .subnet(`u${vpc}`, vpc, `${prefix}.1.16/28`, { zone: 'b', acl: oneOf(`u${vpc}-acl`) })
      .acl(`t${vpc}-acl`, { allowsAll: true })
      .acl(`u${vpc}-acl`, { allowsAll: true });
  }
  return facts.transit('tgw', { a: ['ta'], b: ['tb'] });
}

function attached(vpc: 'a' | 'b', more: Partial<TransitAttachment>, facts = joined()): Facts {
  const key = `tgw-${vpc}`;
  facts.facts.transitAttachments.set(key, { ...facts.facts.transitAttachments.get(key)!, ...more });
  return facts;
}

function zoned(key: string, zone: Subnet['zone'], facts = joined()): Facts {
  facts.facts.subnets.set(key, { ...facts.facts.subnets.get(key)!, zone });
  return facts;
}

const QUERY = { from: host('sa'), to: host('sb') };

describe('an attachment carries a connection', () => {
  it.each<[string, Facts, string]>([
    ['where it is there and accepted', joined(), WORKS],
    ['perhaps where the sender’s may not be accepted', attached('a', { active: UNKNOWN }), DOUBT],
    ['not where the sender’s is not accepted', attached('a', { active: false }), NONE],
    [
      'perhaps where the sender’s may be at another gateway',
      attached('a', { gateway: { choices: ['tgw'], open: UNKNOWN } }),
      DOUBT,
    ],
    ['not where the receiver’s is not accepted', attached('b', { active: false }), NONE],
    ['perhaps where the receiver’s may not be accepted', attached('b', { active: UNKNOWN }), DOUBT],
    ['perhaps where which subnets the sender’s has is not known', attached('a', { subnets: UNKNOWN }), DOUBT],
    ['perhaps where which subnets the receiver’s has is not known', attached('b', { subnets: UNKNOWN }), DOUBT],
    ['perhaps where one of its subnets is not known', attached('a', { subnets: [{ choices: ['ta'], open: UNKNOWN }] }), DOUBT],
    ['perhaps where one of its subnets may be another', attached('a', { subnets: [oneOf('ta', 'ua')] }), DOUBT],
    ['not where the sender’s has no subnet', attached('a', { subnets: [] }), NONE],
    ['not where the receiver’s has no subnet', attached('b', { subnets: [] }), NONE],
  ])('%s', (_what, facts, wanted) => {
    expect(verdict(facts, QUERY)).toBe(wanted);
  });
});

describe('over IPv6 an attachment carries it', () => {
  const query = { ...QUERY, family: 'v6' } as const;

  it.each<[string, Facts, string]>([
    ['where nothing is said', joined(), WORKS],
    ['where it is switched on at both', attached('a', { ipv6: true }, attached('b', { ipv6: true })), WORKS],
    ['not where it is off at the sender’s', attached('a', { ipv6: false }), NONE],
    ['not where it is off at the receiver’s', attached('b', { ipv6: false }), NONE],
    ['perhaps where that is not known', attached('b', { ipv6: UNKNOWN }), DOUBT],
  ])('%s', (_where, facts, wanted) => {
    expect(verdict(facts, query)).toBe(wanted);
  });

  it('and over IPv4 whatever is said of IPv6', () => {
    expect(verdict(attached('a', { ipv6: false }), QUERY)).toBe(WORKS);
  });
});

describe('zones', () => {
  const two = (vpc: 'a' | 'b'): Facts => attached(vpc, { subnets: [oneOf(`t${vpc}`), oneOf(`u${vpc}`)] });

  it.each<[string, Facts, string]>([
    [
      'the sender’s zone decides by which subnet it goes in: the shut one of zone b is not asked',
      two('a').acl('ua-acl', {}),
      WORKS,
    ],
    ['the shut one of the sender’s own zone is', two('a').acl('ta-acl', {}), NONE],
    ['it comes out in the sender’s zone: the shut one of zone b is not asked', two('b').acl('ub-acl', {}), WORKS],
    ['the shut one of that zone is', two('b').acl('tb-acl', SHUT), NONE],
    ['it is unknown by which it goes in where the sender’s zone is not known', zoned('sa', UNKNOWN, two('a')), DOUBT],
    ['and where the zone of one of its subnets is not known', zoned('ua', UNKNOWN, two('a')), DOUBT],
    ['and by which it comes out where one’s zone is not known', zoned('ub', UNKNOWN, two('b')), DOUBT],
  ])('%s', (_what, facts, wanted) => {
    expect(verdict(facts, QUERY)).toBe(wanted);
  });

  it('without one of the sender’s it comes out by any of them: all of them let it pass, or it is unknown', () => {
    const far = (): Facts => zoned('tb', 'c', zoned('ub', 'd', zoned('sb', 'c', two('b'))));
    const said = [far(), far().acl('tb-acl', SHUT), far().acl('ub-acl', SHUT), far().acl('tb-acl', SHUT).acl('ub-acl', SHUT)];
    expect(said.map((facts) => verdict(facts, QUERY))).toEqual([WORKS, DOUBT, DOUBT, NONE]);
  });
});

describe('coming out of an attachment', () => {
  const out = [entry(1, 'allow', ALL, '0.0.0.0/0')];

  it.each<[string, Facts, string]>([
    ['asks the receiver’s entries in', joined().acl('b-acl', { out }), NONE],
    ['asks the sender’s entries in for the reply', joined().acl('a-acl', { out }), LOST],
    [
      'in the receiver’s own subnet asks no entry, and its reply entries for the receiver’s address',
      attached('b', { subnets: [oneOf('sb')] }).acl('b-acl', { in: [entry(1, 'allow', ALL, '10.2.0.0/24')], out }),
      WORKS,
    ],
    [
      'in the receiver’s own subnet, where that is the sender’s zone, asks nothing of another',
      attached('b', { subnets: [oneOf('sb'), oneOf('ub')] }).acl('ub-acl', {}),
      WORKS,
    ],
    [
      'in the receiver’s own subnet or a shut one, none of them in the sender’s zone, is unknown',
      zoned('sb', 'c', zoned('tb', 'd', attached('b', { subnets: [oneOf('sb'), oneOf('tb')] }))).acl('tb-acl', SHUT),
      DOUBT,
    ],
    [
      'in the receiver’s own subnet or an open one, none of them in the sender’s zone, works',
      zoned('sb', 'c', zoned('tb', 'd', attached('b', { subnets: [oneOf('sb'), oneOf('tb'), oneOf('ub')] }))),
      WORKS,
    ],
    [
      'in the receiver’s own subnet or a shut one, both in the sender’s zone, is unknown',
      attached('b', { subnets: [oneOf('tb'), oneOf('sb')] }).acl('tb-acl', SHUT),
      DOUBT,
    ],
  ])('%s', (_what, facts, wanted) => {
    expect(verdict(facts, QUERY)).toBe(wanted);
  });
});

describe('the table of an attachment', () => {
  const other = (propagates: boolean): Facts => {
    const facts = attached('a', { table: oneOf('tgw-table', 'other') });
    const { propagated } = facts.facts.transitTables.get('tgw-table')!;
    facts.facts.transitTables.set('other', { key: 'other', routes: [], propagated: propagates ? propagated : [] });
    return facts;
  };

  it.each<[string, Facts, string]>([
    ['is perhaps another that is not known', attached('a', { table: { choices: ['tgw-table'], open: UNKNOWN } }), DOUBT],
    ['is one that no document describes', attached('a', { table: oneOf('tgw-rtb-0aaa') }), DOUBT],
    ['is none', attached('a', { table: { choices: [] } }), NONE],
    ['is one of two that both lead there', other(true), WORKS],
    ['is one of two of which one does not', other(false), DOUBT],
  ])('%s', (_what, facts, wanted) => {
    expect(verdict(facts, QUERY)).toBe(wanted);
  });

  it('decides on both ways, and stands among the steps of each', () => {
    const { path } = ask(joined(), QUERY);
    expect(path.filter(({ address }) => address === 'tgw-table').map(({ reply }) => reply ?? false)).toEqual([false, true]);
  });

  it('of an edge sends nothing back to that edge', () => {
    const facts = joined().transitEdge('vpn', 'tgw', [['10.2.0.0/24', 'vpn']]);
    expect(verdict(facts, { from: outside('192.168.0.0/24'), to: host('sb') })).toBe(NONE);
    const two = joined()
      .transitEdge('vpn', 'tgw', [['10.2.0.0/24', 'vpn2']])
      .transitEdge('vpn2', 'tgw');
    expect(verdict(two, { from: outside('192.168.0.0/24'), to: host('sb') })).toBe('unreachable, arrives unknown');
  });
});

describe('what stops at a gateway says why, and on which way', () => {
  it.each<[string, Facts, boolean]>([
    ["tgw-a isn't surely attached and accepted", attached('a', { active: false }), false],
    ["tgw-b isn't surely attached and accepted", attached('b', { active: false }), true],
    ['tgw-a has no subnet in the zone of sa', attached('a', { subnets: [] }), false],
    ['tgw-b has no subnet', attached('b', { subnets: [] }), false],
    ['no table decides for tgw-a', attached('a', { table: { choices: [] } }), false],
    ['no table decides for tgw-b', attached('b', { table: { choices: [] } }), true],
    ['not known: known only after apply', attached('a', { subnets: UNKNOWN }), false],
    ['not known: which subnets the attachment has', attached('a', { subnets: [oneOf('ta', 'ua')] }), false],
    ['not known: by which subnet it comes out', attached('b', { subnets: UNKNOWN }), false],
    ['not known: the routes of tgw-rtb-0aaa', attached('a', { table: oneOf('tgw-rtb-0aaa') }), false],
    ['not known: known only after apply', attached('b', { table: { choices: [], open: UNKNOWN } }), true],
  ])('%s', (rule, facts, reply) => {
    const at = ask(facts, QUERY).blockers.filter(({ address }) => address === 'tgw');
    expect(at.map((step) => [step.rule, step.reply ?? false])).toContainEqual([rule, reply]);
  });

  it('tgw-b doesn’t surely carry IPv6', () => {
    const { blockers } = ask(attached('b', { ipv6: false }), { ...QUERY, family: 'v6' });
    expect(blockers.map(({ rule }) => rule)).toContain("tgw-b doesn't surely carry IPv6");
  });
});
