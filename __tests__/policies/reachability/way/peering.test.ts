import type { NetworkAcl, Peering, RouteTarget } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, entry, Facts, host, oneOf, route, rule, tcp } from '../facts';
import { ask, pathOf, stopsOf, verdict } from './questions';

function peered(active = true, oneRegion = true): Facts {
  return new Facts()
    .vpc('a', ['10.1.0.0/16'])
    .vpc('b', ['10.2.0.0/16'])
    .peering('pcx', 'a', 'b', active, oneRegion)
    .table('a-main', 'a', [route('10.2.0.0/16', { kind: 'peering', key: 'pcx' })])
    .table('b-main', 'b', [route('10.1.0.0/16', { kind: 'peering', key: 'pcx' })])
    .subnet('sa', 'a', '10.1.0.0/24')
    .subnet('sb', 'b', '10.2.0.0/24')
    .group('ga', 'a', { egress: [rule(ALL, '0.0.0.0/0')] })
    .group('gb', 'b', { ingress: [rule(tcp(443), 'ga')] });
}

describe('a peering', () => {
  it('carries connections and rules by group inside one Region', () => {
    expect(verdict(peered(), { from: host('sa', ['ga']), to: host('sb', ['gb']) })).toBe('proven, arrives some');
  });

  it('carries no rule by group into another Region', () => {
    expect(verdict(peered(true, false), { from: host('sa', ['ga']), to: host('sb', ['gb']) })).toBe('unreachable, arrives none');
  });

  it('carries nothing before it is accepted', () => {
    expect(verdict(peered(false), { from: host('sa'), to: host('sb') })).toBe('unreachable, arrives none');
  });

  it('gets packets there but no reply back where the other side has no route', () => {
    expect(verdict(peered().table('b-main', 'b', []), { from: host('sa'), to: host('sb') })).toBe('unreachable, arrives some');
  });

  it('is named with what else stops where no route leads to it', () => {
    const { blockers } = ask(peered().table('a-main', 'a', []), {
      from: host('sa', ['ga']),
      to: host('sb', ['gb']),
      traffic: tcp(80),
    });
    expect(blockers.map(({ filter, rule: text }) => `${filter}: ${text}`)).toEqual([
      'route: no route: dropped',
      'security-group-in: no rule matches: dropped',
    ]);
  });

  it('never carries what is meant for a third VPC', () => {
    const facts = peered()
      .vpc('c', ['10.3.0.0/16'])
      .peering('bc', 'b', 'c')
      .subnet('sc', 'c', '10.3.0.0/24')
      .table('a-main', 'a', [route('10.0.0.0/8', { kind: 'peering', key: 'pcx' })])
      .table('c-main', 'c', [route('10.0.0.0/8', { kind: 'peering', key: 'bc' })]);
    expect(verdict(facts, { from: host('sa'), to: host('sc') })).toBe('unreachable, arrives none');
  });

  it('is shown as a gateway between both tables and both ACLs', () => {
    const acl = "AWS's own default ACL allows everything";
    expect(pathOf(peered(), { from: host('sa'), to: host('sb') })).toEqual([
      'proven, arrives some',
      `network-acl-out a-acl: ${acl}`,
      'route a-main: route 10.2.0.0/16 to peering pcx (aws_route.r)',
      'gateway pcx: active',
      `network-acl-in b-acl: ${acl}`,
      `network-acl-out b-acl, reply: ${acl}`,
      'route b-main, reply: route 10.1.0.0/16 to peering pcx (aws_route.r)',
      `network-acl-in a-acl, reply: ${acl}`,
    ]);
  });

  it('says why it carries nothing, or perhaps nothing: never accepted, another VPC, not known which or whether', () => {
    const query = { from: host('sa'), to: host('sb') };
    const but = (more: Partial<Peering>): Facts => {
      const facts = peered();
      facts.facts.peerings.set('pcx', { ...facts.facts.peerings.get('pcx')!, ...more });
      return facts;
    };
    const doubt = ['unknown, arrives unknown', 'gateway pcx: not known: whether it is active and joins both VPCs'];
    expect(stopsOf(but({ active: false }), query)).toEqual(['unreachable, arrives none', 'gateway pcx: never accepted']);
    expect(stopsOf(but({ active: new Unknown('known only after apply') }), query)).toEqual(doubt);
    expect(stopsOf(but({ accepter: oneOf('b', 'c') }), query)).toEqual(doubt);
    expect(stopsOf(but({ accepter: oneOf('c') }), query)).toEqual([
      'unreachable, arrives none',
      "route a-main: route 10.2.0.0/16 to peering pcx (aws_route.r): doesn't lead to b",
      'gateway a: nothing joins a and b',
    ]);
  });

  it('asks entries for tcp 443 there and for client ports back at both ends', () => {
    const entries = (block: string, opening: 'in' | 'out'): Partial<NetworkAcl> => ({
      [opening]: [entry(1, 'allow', tcp(443), block)],
      [opening === 'in' ? 'out' : 'in']: [entry(1, 'allow', tcp(1024, 65535), block)],
    });
    const facts = peered().acl('a-acl', entries('10.2.0.0/24', 'out')).acl('b-acl', entries('10.1.0.0/24', 'in'));
    expect(verdict(facts, { from: host('sa'), to: host('sb') })).toBe('proven, arrives some');
  });

  describe('whose reply takes another way', () => {
    const query = { from: host('sa'), to: host('sb') };
    const back = (target: RouteTarget, facts = peered()): Facts => facts.table('b-main', 'b', [route('10.1.0.0/16', target)]);
    const otherPeering = { kind: 'peering', key: 'pcx2' } as const;
    const gateway = { kind: 'transit-gateway', key: 'tgw' } as const;
    const [lost, doubt] = ['unreachable, arrives some', 'unknown, arrives some'];

    it('is unknown where that is a peering of both VPCs, and gets no reply where it is one with a third or never accepted', () => {
      const third = peered().vpc('c', ['10.3.0.0/16']).peering('pcx2', 'b', 'c');
      const said = [peered().peering('pcx2', 'b', 'a'), third, peered().peering('pcx2', 'a', 'b', false)];
      expect(said.map((facts) => verdict(back(otherPeering, facts), query))).toEqual([doubt, lost, lost]);
    });

    it('is unknown where that is a transit gateway of the receiver’s VPC, and gets no reply where that VPC is not attached', () => {
      const attached = (...vpcs: readonly ('a' | 'b')[]): Facts =>
        peered().transit('tgw', Object.fromEntries(vpcs.map((vpc) => [vpc, [`s${vpc}`]])));
      const said = [attached('a', 'b'), attached('b'), attached('a')].map((facts) => verdict(back(gateway, facts), query));
      expect(said).toEqual([doubt, doubt, lost]);
    });

    it('asks the receiver’s entries out, and the sender’s entries in unless a transit gateway comes out in its subnet', () => {
      const all = [entry(1, 'allow', ALL, '0.0.0.0/0')];
      const facts = (inAt: string): Facts =>
        peered()
          .subnet('ta', 'a', '10.1.1.0/28')
          .transit('tgw', { a: [inAt], b: ['sb'] });
      const said = [
        facts('ta').acl('b-acl', { in: all }),
        facts('ta').acl('a-acl', { out: all }),
        facts('sa').acl('a-acl', { out: all }),
      ].map((each) => verdict(back(gateway, each), query));
      expect(said).toEqual([lost, lost, doubt]);
    });
  });
});
