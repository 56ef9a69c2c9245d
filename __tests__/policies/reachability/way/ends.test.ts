import type { PrefixList, Vpc } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { amazon, block, type Facts, host, INTERNET, oneOf, outside, route, rule, tcp } from '../facts';
import { ask, pathOf, publicVpc, stopsOf, verdict } from './questions';

const APPLY = new Unknown('known only after apply');
const OUT = { from: host('app'), to: INTERNET };
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

  it('lets be shown what is known where something else decides besides', () => {
    const facts = but({ unjudged: APPLY });
    const doubt = 'gateway v: not known: known only after apply';
    expect(stopsOf(facts, OUT)).toEqual(['unknown, arrives unknown', doubt]);
    expect(pathOf(facts, OUT).slice(1, 3)).toEqual([doubt, "network-acl-out app-acl: AWS's own default ACL allows everything"]);
    expect(ask(facts, OUT).witness?.natPort).toBe(1024);
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
    expect(why(publicVpc(), query)).toBe("It can't be told; the addresses of pl-s3.");
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

  it('isn’t the internet: what an endpoint delivers is left out, but only where every table that may decide delivers it', () => {
    const both = route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' });
    const delivering = (...more: Parameters<Facts['table']>[2]): Facts =>
      withEndpoint()
        .group('g', 'v', { egress: [rule(tcp(443), { kind: 'prefix-list', list: kept })] })
        .table('private', 'v', [route(kept, { kind: 'gateway-endpoint', key: 'vpce' }), ...more]);
    const asked = { from: host('app', ['g']), to: INTERNET };
    const either = delivering(both).subnet('app', 'v', '10.0.1.0/24', {
      table: oneOf('private', 'plain'),
      acl: oneOf('app-acl'),
    });
    expect([delivering(both), either.table('plain', 'v', [both])].map((facts) => verdict(facts, asked))).toEqual([
      'unreachable, arrives none',
      'unknown, arrives unknown',
    ]);
  });
});
