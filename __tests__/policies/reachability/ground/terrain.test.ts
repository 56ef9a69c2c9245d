import type { PrefixList, Subnet, Vpc } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, block, entry, Facts, host, INTERNET, oneOf, rule, tcp } from '../facts';
import { ask, pathOf, publicVpc, stopsOf, verdict } from '../way/questions';

const APPLY = new Unknown('known only after apply');

/** A VPC with the subnets `a` and `b`; what is said of `b` besides. */
function two(more: Partial<Subnet> = {}, vpc: Partial<Vpc> = {}): Facts {
  return new Facts().vpc('v', ['10.0.0.0/16'], vpc).subnet('a', 'v', '10.0.1.0/24').subnet('b', 'v', '10.0.2.0/24', more);
}

function said(facts: Facts, to = host('b'), from = host('a')): string {
  const { verdict, arrives, why } = ask(facts, { from, to });
  return `${verdict}, arrives ${arrives}: ${why}`;
}

const WORKS = 'proven, arrives some: Every packet asked about arrives, and its reply comes back.';
const untold = (why: string): string => `unknown, arrives unknown: It can't be told; ${why}.`;

describe('where an interface stands', () => {
  it('is in no subnet that the facts don’t have', () => {
    expect(() => said(two(), host('c'))).toThrow('host in c stands in c, which is no subnet of the facts');
  });

  it.each<[string, Subnet['vpc'], string]>([
    ['may be in one of two VPCs', oneOf('v', 'w'), untold('which VPC b is in')],
    ['may be in another VPC than the named one', { choices: ['v'], open: APPLY }, untold(APPLY.why)],
    ['is in a VPC that no document has', oneOf('w'), untold('which VPC b is in')],
  ])('%s', (_where, vpc, wanted) => {
    expect(said(two({ vpc }))).toBe(wanted);
  });

  it('says which addresses it has: those that are stated, else its subnet’s from the fifth on', () => {
    const stated = host('b', 'open', { addresses: [block('10.0.2.77/32'), block('fd00::1/128')] });
    const [own, any] = [stated, host('b')].map((to) => ask(two(), { from: host('a'), to }).witness?.dst);
    expect([own, any]).toEqual(['10.0.2.77', '10.0.2.4']);
  });

  it('says that it has none: over IPv4 in a subnet of IPv6 alone, over IPv6 where it is switched off', () => {
    const only = two().subnet('b', 'v', undefined, { ipv6: block('2600:1f00::/64') });
    expect(said(only)).toBe('unreachable, arrives none: Nothing gets through; end: host in b has no IPv4 address.');
    const both = two({ ipv6: block('2600:1f00::/64') }).subnet('a', 'v', undefined, { ipv6: block('2600:1f00:0:1::/64') });
    const over6 = (ipv6: boolean): string =>
      ask(both, { from: host('a'), to: host('b', 'open', { ipv6 }), family: 'v6' }).why.slice(0, 70);
    expect(over6(false)).toBe('Nothing gets through; end: host in b has no IPv6 address.');
    expect(over6(true)).not.toBe(over6(false));
  });

  it('is somewhere in its VPC where its block isn’t known, and anywhere where the VPC’s aren’t either', () => {
    const shut = { in: [entry(1, 'deny', ALL, '192.168.0.0/16'), entry(2, 'allow', ALL, '0.0.0.0/0')] };
    const facts = (vpc: Partial<Vpc>): Facts =>
      two({}, vpc)
        .subnet('a', 'v', undefined, { ipv4: APPLY })
        .subnet('b', 'v', '10.0.2.0/24', { acl: oneOf('acl') })
        .acl('acl', { ...shut, out: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    expect(said(facts({}))).toBe(WORKS);
    expect(said(facts({ incomplete: APPLY }))).toMatch(/^unknown, arrives unknown: /);
  });
});

describe('what filters an interface', () => {
  it('are its groups; which it carries, and what one outside of the documents says, isn’t known', () => {
    const facts = two().group('g', 'v', { ingress: [rule(ALL, '0.0.0.0/0')] });
    expect(
      [host('b', ['g']), host('b', []), host('b', 'unknown'), host('b', ['g', 'sg-1'])].map((to) => said(facts, to)),
    ).toEqual([
      WORKS,
      'unreachable, arrives none: Nothing gets through; security-group-in host in b: no rule matches: dropped.',
      untold('security-group-in host in b: not known: which groups host in b carries'),
      untold('security-group-in sg-1: not known: the rules of sg-1'),
    ]);
    expect(said(facts, host('b'), host('a', 'unknown'))).toBe(
      untold('security-group-out host in a: not known: which groups host in a carries'),
    );
  });

  it.each<[string, Subnet['acl'], string]>([
    ['one that no document has', oneOf('acl-1'), "network-acl-in acl-1: not known: acl-1 isn't in the documents"],
    ['none that is told', { choices: [], open: APPLY }, 'network-acl-in: not known: known only after apply'],
    ['none at all', { choices: [] }, 'network-acl-in: not known: which network-acl-in decides'],
    [
      'another than the named one, perhaps',
      { choices: ['v-acl'], open: APPLY },
      'network-acl-in v-acl: not known: known only after apply',
    ],
  ])('is the ACL of its subnet: %s', (_which, acl, wanted) => {
    expect(said(two({ acl }))).toBe(untold(wanted));
  });

  it.each<[string, Subnet['table'], string]>([
    ['one that no document has', oneOf('rtb-1'), 'gateway b: not known: the routes of rtb-1'],
    ['none that is told', { choices: [], open: APPLY }, 'gateway b: not known: known only after apply'],
    ['none at all', { choices: [] }, 'gateway b: not known: which table decides for b'],
    ['another than the named one, perhaps', { choices: ['v-main'], open: APPLY }, 'gateway b: not known: known only after apply'],
  ])('is the table of the sender’s subnet: %s', (_which, table, wanted) => {
    expect(said(two({ table }), host('a'), host('b'))).toBe(untold(wanted));
  });
});

describe('on the way back', () => {
  it.each<[string, Partial<Subnet>, string]>([
    ['the table', { table: oneOf('rtb-1') }, "route rtb-1, reply: not known: rtb-1 isn't in the documents"],
    ['which table', { table: { choices: [], open: APPLY } }, 'route , reply: not known: known only after apply'],
  ])('isn’t known of the receiver’s subnet %s', (_what, more, wanted) => {
    expect(stopsOf(two(more), { from: host('a'), to: host('b') })).toEqual([
      'unknown, arrives some',
      wanted,
      'gateway v, reply: not known: whether a reply by another way comes back',
    ]);
  });

  it('an ACL that isn’t known is asked twice, and the second time it is the reply’s', () => {
    expect(pathOf(two({ acl: oneOf('acl-1') }), { from: host('a'), to: host('b') }).slice(3, 5)).toEqual([
      "network-acl-in acl-1: not known: acl-1 isn't in the documents",
      "network-acl-out acl-1, reply: not known: acl-1 isn't in the documents",
    ]);
  });
});

describe('the internet, as groups name it', () => {
  const kept: PrefixList = { key: 'pl', family: 'v4', service: 'cloudfront', blocks: [] };
  const own: PrefixList = { key: 'pl', family: 'v4', blocks: [block('172.16.0.0/12')] };
  const ruled = (list: PrefixList, block?: string): Facts => {
    const rules = [rule(tcp(443), { kind: 'prefix-list', list }), ...(block === undefined ? [] : [rule(ALL, block)])];
    return publicVpc().group('g', 'v', { ingress: rules, egress: rules }).group('h', 'v', {});
  };
  const web = (...groups: readonly string[]): ReturnType<typeof host> => host('web', groups, { publicIpv4: true });

  it('holds the addresses of a list that AWS keeps, both ways, and not those of a list of one’s own', () => {
    const facts = ruled(kept);
    expect([
      verdict(facts, { from: INTERNET, to: web('g') }),
      verdict(facts, { from: web('g'), to: INTERNET }),
      verdict(ruled(own, '0.0.0.0/0'), { from: web('g'), to: INTERNET }),
    ]).toEqual(['partial, arrives some', 'partial, arrives some', 'proven, arrives some']);
    const onlyIn = publicVpc().group('g', 'v', { ingress: [rule(tcp(443), { kind: 'prefix-list', list: kept })] });
    const said = [
      { from: INTERNET, to: web('g') },
      { from: web('g'), to: INTERNET },
    ].map((query) => verdict(onlyIn, query));
    expect(said).toEqual(['partial, arrives some', 'unreachable, arrives none']);
  });

  it('is asked of all groups together, one of which no document may have', () => {
    expect(stopsOf(ruled(kept), { from: INTERNET, to: web('h', 'sg-1') })).toEqual([
      'unknown, arrives unknown',
      'security-group-in sg-1: not known: the rules of sg-1',
    ]);
    expect(stopsOf(ruled(kept).group('i', 'v', {}), { from: INTERNET, to: web('h', 'i') })).toEqual([
      'unreachable, arrives none',
      'security-group-in h, i: no rule matches: dropped',
    ]);
  });
});

describe('Block Public Access', () => {
  const access = (vpc: Vpc['publicAccess'], subnet?: Vpc['publicAccess']): Facts => {
    const facts = publicVpc();
    facts.facts.vpcs.set('v', { ...facts.facts.vpcs.get('v')!, publicAccess: vpc });
    if (subnet !== undefined) facts.facts.subnets.set('app', { ...facts.facts.subnets.get('app')!, publicAccess: subnet });
    return facts;
  };
  const web = host('web', 'open', { publicIpv4: true });
  const tell = (facts: Facts): readonly string[] =>
    [
      { from: INTERNET, to: web },
      { from: web, to: INTERNET },
      { from: host('app'), to: INTERNET },
    ].map((query) => {
      const { verdict: answer, blockers } = ask(facts, query);
      const why = blockers.find(({ rule: text, reply }) => reply !== true && text.includes('Block'));
      return why === undefined ? answer : `${answer}: ${why.rule}`;
    });

  it.each<[Vpc['publicAccess'], readonly string[]]>([
    ['all', ['proven', 'proven', 'proven']],
    [
      'outbound',
      ['unreachable: Block Public Access leaves outbound', 'unknown: not known: Block Public Access leaves outbound', 'proven'],
    ],
    ['egress', ['unreachable: Block Public Access leaves egress', 'unreachable: Block Public Access leaves egress', 'proven']],
    ['none', Array.from({ length: 3 }, () => 'unreachable: Block Public Access leaves none')],
    [APPLY, Array.from({ length: 3 }, () => 'unknown: not known: Block Public Access leaves known only after apply')],
  ])('that leaves %s: in by an internet gateway, out by one, out by NAT', (vpc, wanted) => {
    expect(tell(access(vpc))).toEqual(wanted);
  });

  it('is unknown by NAT where the sender’s subnet is excluded and the gateway’s isn’t: AWS doesn’t say whose counts', () => {
    expect(tell(access('none', 'all'))[2]).toBe('unknown: not known: Block Public Access leaves none, or all');
    expect(tell(access('none', 'egress'))[2]).toBe('unknown: not known: Block Public Access leaves none, or egress');
    expect(tell(access('all', 'egress'))[2]).toBe('proven');
  });
});
