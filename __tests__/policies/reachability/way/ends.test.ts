import type { PrefixList, RouteTarget, Vpc } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, amazon, block, entry, Facts, host, INTERNET, oneOf, outside, route, rule, tcp } from '../facts';
import { ask, pathOf, publicVpc, stopsOf, verdict } from './questions';

const APPLY = new Unknown('known only after apply');
const OUT = { from: host('app'), to: INTERNET };
const NO_GATEWAY = 'gateway v: the VPC has no internet gateway';
const why = (facts: Facts, query: Parameters<typeof ask>[1]): string => ask(facts, query).why;

function but(more: Partial<Vpc>): Facts {
  const facts = publicVpc();
  facts.facts.vpcs.set('v', { ...facts.facts.vpcs.get('v')!, ...more });
  return facts;
}

describe('what isn’t known of a whole VPC', () => {
  it('leaves everything open where parts of it can’t be seen: not even its own filters are shown', () => {
    const shown = ['unknown, arrives unknown', 'gateway v: not known: known only after apply'];
    expect([pathOf(but({ unseen: APPLY }), OUT), stopsOf(but({ unseen: APPLY }), OUT)]).toEqual([shown, shown]);
  });

  it('counts for the receiver’s VPC too, and what isn’t known of its addresses', () => {
    const facts = new Facts()
      .vpc('a', ['10.1.0.0/16'])
      .vpc('b', ['10.2.0.0/16'], { unseen: APPLY })
      .subnet('sa', 'a', '10.1.0.0/24')
      .subnet('sb', 'b', '10.2.0.0/24');
    expect(stopsOf(facts, { from: host('sa'), to: host('sb') })).toEqual([
      'unknown, arrives unknown',
      'gateway b: not known: known only after apply',
    ]);
    const somewhere = publicVpc()
      .acl('app-acl', { in: [entry(1, 'allow', ALL, '0.0.0.0/0')], out: [entry(1, 'allow', ALL, '10.0.0.0/17')] })
      .subnet('lost', 'v', undefined, { ipv4: APPLY });
    expect(why(somewhere, { from: host('app'), to: host('lost') })).toBe("It can't be told; known only after apply.");
  });

  it('leaves it open where one of two tables that may decide leads on, and the other doesn’t', () => {
    const facts = publicVpc()
      .table('dead', 'v', [])
      .subnet('app', 'v', '10.0.1.0/24', { table: oneOf('private', 'dead'), acl: oneOf('app-acl') });
    expect(verdict(facts, OUT)).toBe('unknown, arrives unknown');
    const either = route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' }, { kind: 'blackhole' });
    expect(verdict(publicVpc().table('private', 'v', [either]), OUT)).toBe('unknown, arrives unknown');
  });

  it('lets be shown what is known where something else decides besides', () => {
    const facts = but({ unjudged: APPLY });
    const doubt = 'gateway v: not known: known only after apply';
    expect(stopsOf(facts, OUT)).toEqual(['unknown, arrives unknown', doubt]);
    expect(pathOf(facts, OUT).slice(1, 3)).toEqual([doubt, "network-acl-out app-acl: AWS's own default ACL allows everything"]);
    const open = { from: host('web', 'open', { publicIpv4: true }), to: INTERNET } as const;
    expect([OUT, open].map((query) => ask(facts, query).witness?.natPort)).toEqual([1024, undefined]);
    expect(verdict(facts.acl('app-acl', {}), OUT)).toBe('unreachable, arrives none');
  });
});

describe('an end', () => {
  it('without addresses of the family is met by nothing and meets nothing, and that is said', () => {
    const family = 'v6';
    const none = ['unreachable, arrives none', 'end : host in app has no IPv6 address'];
    expect([stopsOf(publicVpc(), { ...OUT, family }), stopsOf(publicVpc(), { from: INTERNET, to: host('app'), family })]).toEqual(
      [none, none],
    );
    const there = outside('2600::/12');
    const nobody = ['unreachable, arrives none', 'end : there is no IPv4 address to ask about'];
    expect([
      stopsOf(publicVpc(), { from: host('app'), to: there }),
      stopsOf(publicVpc(), { from: there, to: host('app') }),
    ]).toEqual([nobody, nobody]);
  });

  it('may have IPv6 addresses or not: over IPv4 that is no matter', () => {
    const facts = publicVpc()
      .vpc('v', ['10.0.0.0/16', amazon('v')])
      .table('public', 'v', [
        route('::/0', { kind: 'internet-gateway', key: 'igw' }),
        route('0.0.0.0/0', { kind: 'internet-gateway', key: 'igw' }),
      ])
      .subnet('web', 'v', '10.0.0.0/24', { ipv6: amazon('v', 8, 1), table: oneOf('public') });
    const query = { from: host('web', 'open', { ipv6: 'unknown', publicIpv4: true }), to: INTERNET } as const;
    expect(stopsOf(facts, query)).toEqual(['proven, arrives some']);
    expect(stopsOf(facts, { ...query, family: 'v6' })).toEqual([
      'unknown, arrives unknown',
      'address host in web: not known: whether it has IPv6 addresses',
    ]);
  });

  it('has to stand in the documents, one of both', () => {
    expect(why(publicVpc(), { from: INTERNET, to: outside('10.0.0.0/8') })).toBe(
      "It can't be told; neither end stands in the documents.",
    );
  });

  it('that stands nobody knows where is told as the reason, be it the first or the second', () => {
    const facts = publicVpc().subnet('lost', 'v', '10.0.7.0/24', { vpc: oneOf('v', 'w') });
    const [lost, told] = [host('lost'), "It can't be told; which VPC lost is in."];
    expect([why(facts, { from: lost, to: host('app') }), why(facts, { from: host('app'), to: lost })]).toEqual([told, told]);
  });

  it('at a link-local address is Amazon’s own service, which one filter says; in a wider block the rest is asked as ever', () => {
    const amazons = "end : Amazon's own services at link-local addresses are filtered by nothing";
    expect(pathOf(publicVpc(), { from: host('app'), to: outside('169.254.169.254/32') })).toEqual([
      'proven, arrives some',
      amazons,
    ]);
    const wide = publicVpc().table('private', 'v', []);
    expect(verdict(wide, { from: host('app'), to: outside('169.254.0.0/15') })).toBe('partial, arrives some');
    expect(verdict(wide, OUT)).toBe('unreachable, arrives none');
    const deaf = publicVpc().acl('web-acl', { out: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    const web = host('web', 'open', { publicIpv4: true });
    expect(verdict(deaf, { from: web, to: outside('169.254.0.0/15') })).toBe('partial, arrives some');
    expect(verdict(deaf, { from: web, to: outside('128.0.0.0/1') })).toBe('partial, arrives some');
  });
});

describe('the internet', () => {
  it.each<[string, RouteTarget | undefined, readonly string[]]>([
    ['nothing', undefined, ['unreachable, arrives none', 'route v-main: no route: dropped', NO_GATEWAY]],
    [
      'a blackhole',
      { kind: 'blackhole' },
      ['unreachable, arrives none', 'route v-main: route 0.0.0.0/0 to blackhole (aws_route.r): leads elsewhere', NO_GATEWAY],
    ],
    ['an endpoint', { kind: 'gateway-endpoint', key: 'x' }, ['unreachable, arrives none']],
    ['an edge', { kind: 'edge', key: 'x' }, ['unknown, arrives unknown', 'gateway x: not known: what lies beyond x']],
    [
      'a gateway that no document has',
      { kind: 'transit-gateway', key: 'x' },
      ['unknown, arrives unknown', 'gateway x: not known: what lies beyond x'],
    ],
    [
      'a middlebox',
      { kind: 'middlebox', key: 'x' },
      ['unknown, arrives unknown', 'gateway x: not known: what x in between lets pass'],
    ],
    [
      'a gateway that the VPC isn’t attached to',
      { kind: 'transit-gateway', key: 'tgw' },
      [
        'unreachable, arrives none',
        "route v-main: route 0.0.0.0/0 to transit-gateway tgw (aws_route.r): v isn't attached to it",
        NO_GATEWAY,
      ],
    ],
  ])('by %s', (_by, target, wanted) => {
    const facts = new Facts()
      .vpc('v', ['10.0.0.0/16'])
      .subnet('s', 'v', '10.0.0.0/24')
      .transit('tgw', {})
      .table('v-main', 'v', target === undefined ? [] : [route('0.0.0.0/0', target)]);
    expect(stopsOf(facts, { from: host('s'), to: INTERNET })).toEqual(wanted);
  });

  it('carries no group: a rule by group lets nothing out to it', () => {
    const facts = publicVpc().group('g', 'v', { egress: [rule(ALL, 'other')] });
    expect(verdict(facts, { from: host('app', ['g']), to: INTERNET })).toBe('unreachable, arrives none');
  });

  it('is told apart from addresses outside that an endpoint delivers', () => {
    const facts = publicVpc().table('private', 'v', [route('52.0.0.0/8', { kind: 'gateway-endpoint', key: 'vpce' })]);
    expect(stopsOf(facts, { from: host('app'), to: outside('52.0.0.0/8') })).toEqual([
      'unreachable, arrives none',
      'route private: route 52.0.0.0/8 to gateway-endpoint vpce (aws_route.r): leads to a service only',
      'address host in app: has no public IPv4 address',
    ]);
  });
});

describe('a service', () => {
  const s3 = { kind: 'service', name: 's3', list: 'pl-s3' } as const;
  const query = { from: host('app'), to: s3 };
  const kept: PrefixList = { key: 'pl-s3', family: 'v4', service: 's3', blocks: [] };

  function withEndpoint(vpc = oneOf('v'), list = kept): Facts {
    const facts = publicVpc().table('private', 'v', [route(list, { kind: 'gateway-endpoint', key: 'vpce' })]);
    facts.facts.prefixLists.set(list.key, list);
    facts.facts.gatewayEndpoints.set('vpce', { key: 'vpce', vpc, list });
    return facts;
  }

  it('is met by an endpoint, whose way is shown', () => {
    const acl = "AWS's own default ACL allows everything";
    expect(pathOf(withEndpoint(), query)).toEqual([
      'proven, arrives some',
      `network-acl-out app-acl: ${acl}`,
      'route private: route prefix list pl-s3 to gateway-endpoint vpce (aws_route.r)',
      'gateway vpce: endpoint of the VPC',
      `network-acl-in app-acl, reply: ${acl}`,
    ]);
  });

  it('isn’t by an endpoint of another VPC, and perhaps by one that may be another’s or that no document has', () => {
    const without = withEndpoint();
    without.facts.gatewayEndpoints.delete('vpce');
    expect([withEndpoint(oneOf('w')), withEndpoint(oneOf('v', 'w')), without].map((facts) => stopsOf(facts, query))).toEqual([
      ['unreachable, arrives none', 'gateway vpce: not surely of the VPC'],
      ['unknown, arrives unknown', 'gateway vpce: not surely of the VPC'],
      ['unknown, arrives unknown', 'gateway vpce: not known: what vpce leads to'],
    ]);
  });

  it('is unknown where nobody tells its addresses, unless its list is taken for public ones or its blocks are known', () => {
    const secret: PrefixList = { key: 'pl-s3', family: 'v4', blocks: APPLY };
    const asked = [query, { from: s3, to: host('app') }].map((one) => why(publicVpc(), one));
    expect(asked).toEqual(Array(2).fill("It can't be told; the addresses of pl-s3."));
    const told: PrefixList = { key: 'pl-s3', family: 'v4', blocks: [block('52.0.0.0/8')] };
    const partly: PrefixList = { key: 'pl-s3', family: 'v4', blocks: [block('52.0.0.0/8'), APPLY] };
    const nat = (list: PrefixList): Facts => {
      const facts = publicVpc();
      facts.facts.prefixLists.set(list.key, list);
      return facts;
    };
    const [untold, works] = [
      "It can't be told; known only after apply.",
      'Every packet asked about arrives, and its reply comes back.',
    ];
    expect([secret, told, partly, kept].map((list) => why(nat(list), query))).toEqual([untold, works, untold, works]);
    const taken = { ...query, to: { ...s3, takenForPublic: true } };
    expect([secret, partly].map((list) => why(nat(list), taken))).toEqual([works, works]);
  });

  it('whose list is empty has no address, and of one of IPv4 nothing is told over IPv6', () => {
    const empty: PrefixList = { key: 'pl-s3', family: 'v4', blocks: [] };
    const facts = publicVpc()
      .vpc('v', ['10.0.0.0/16', amazon('v')])
      .subnet('app', 'v', '10.0.1.0/24', { ipv6: amazon('v', 8, 1) });
    facts.facts.prefixLists.set(empty.key, empty);
    const [none, untold] = [
      'Nothing gets through; end: there is no IPv4 address to ask about.',
      "It can't be told; the addresses of pl-s3.",
    ];
    expect([why(facts, query), why(facts, { ...query, family: 'v6' })]).toEqual([none, untold]);
  });

  it('isn’t the internet: what an endpoint delivers is left out, but only where every table that may decide delivers it', () => {
    const both = route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' });
    const delivering = (...more: Parameters<Facts['table']>[2]): Facts =>
      withEndpoint()
        .group('g', 'v', { egress: [rule(tcp(443), { kind: 'prefix-list', list: kept })] })
        .table('private', 'v', [route(kept, { kind: 'gateway-endpoint', key: 'vpce' }), ...more]);
    const asked = { from: host('app', ['g']), to: INTERNET };
    const wide = delivering(both).group('g', 'v', {
      egress: [rule(ALL, '0.0.0.0/0'), rule(ALL, { kind: 'prefix-list', list: kept })],
    });
    expect(verdict(wide, asked)).toBe('proven, arrives some');
    const either = delivering(both).subnet('app', 'v', '10.0.1.0/24', {
      table: oneOf('private', 'plain'),
      acl: oneOf('app-acl'),
    });
    expect([delivering(both), either.table('plain', 'v', [both])].map((facts) => verdict(facts, asked))).toEqual([
      'unreachable, arrives none',
      'unknown, arrives unknown',
    ]);
    const perhaps = [
      delivering(both).table('private', 'v', [route(kept, { kind: 'gateway-endpoint', key: 'vpce' })], { incomplete: APPLY }),
      delivering().table('private', 'v', [
        route(kept, { kind: 'gateway-endpoint', key: 'vpce' }, { kind: 'nat-gateway', key: 'nat' }),
      ]),
    ];
    expect(perhaps.map((facts) => verdict(facts, asked))).toEqual(Array(2).fill('unknown, arrives unknown'));
  });
});
