import type { Route, RouteTable, RouteTarget } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, entry, Facts, host, oneOf, route, rule, tcp } from '../facts';
import { verdict } from './questions';

function joined(): Facts {
  const facts = new Facts()
    .vpc('a', ['10.1.0.0/16'])
    .vpc('b', ['10.2.0.0/16'])
    .table('a-main', 'a', [route('10.0.0.0/8', { kind: 'transit-gateway', key: 'tgw' })])
    .table('b-main', 'b', [route('10.0.0.0/8', { kind: 'transit-gateway', key: 'tgw' })])
    .subnet('sa', 'a', '10.1.0.0/24')
    .subnet('ta', 'a', '10.1.1.0/28')
    .subnet('sb', 'b', '10.2.0.0/24')
    .subnet('tb', 'b', '10.2.1.0/28', { acl: oneOf('tb-acl') })
    .acl('tb-acl', { allowsAll: true })
    .group('ga', 'a', { egress: [rule(ALL, '0.0.0.0/0')] })
    .group('gb', 'b', { ingress: [rule(tcp(443), 'ga')] });
  return facts.transit('tgw', { a: ['ta'], b: ['tb'] });
}

describe('a transit gateway', () => {
  it('carries connections between the VPCs that propagate', () => {
    expect(verdict(joined(), { from: host('sa'), to: host('sb') })).toBe('proven, arrives some');
  });

  it('carries rules by group on ingress where they are switched on at the gateway and both attachments', () => {
    const query = { from: host('sa', ['ga']), to: host('sb', ['gb']) };
    expect(verdict(joined(), query)).toBe('unreachable, arrives none');
    expect(verdict(joined().transit('tgw', { a: ['ta'], b: ['tb'] }, true), query)).toBe('proven, arrives some');
  });

  it('asks the ACL of the subnet where packets come out', () => {
    const facts = joined().acl('tb-acl', { out: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    expect(verdict(facts, { from: host('sa'), to: host('sb') })).toBe('unreachable, arrives some');
  });

  it('drops what comes from a zone without a subnet of the attachment', () => {
    const facts = joined().subnet('sa', 'a', '10.1.0.0/24', { zone: 'b' });
    expect(verdict(facts, { from: host('sa'), to: host('sb') })).toBe('unreachable, arrives none');
  });

  it('is unknown where the reply leaves by a peering of both VPCs or another gateway, and gets none where it leaves for a third VPC', () => {
    const by = (target: RouteTarget): Facts =>
      joined()
        .vpc('c', ['10.3.0.0/16'])
        .peering('ab', 'a', 'b')
        .peering('bc', 'b', 'c')
        .transit('tgw2', { a: ['ta'], b: ['tb'] })
        .table('b-main', 'b', [route('10.1.0.0/16', target)]);
    const said = [
      by({ kind: 'peering', key: 'ab' }),
      by({ kind: 'transit-gateway', key: 'tgw2' }),
      by({ kind: 'peering', key: 'bc' }),
    ].map((facts) => verdict(facts, { from: host('sa'), to: host('sb') }));
    expect(said).toEqual(['unknown, arrives some', 'unknown, arrives some', 'unreachable, arrives some']);
  });

  it('is not said to carry surely what a route for unknown addresses leads to it, be it that replies may leave by an edge', () => {
    const facts = (routes: readonly (readonly [string, string])[]): Facts => {
      const own = route('10.0.0.0/8', { kind: 'transit-gateway', key: 'tgw' });
      const unknown = { ...own, destination: new Unknown('known only after apply') };
      return joined().table('a-main', 'a', [unknown]).transitEdge('vpn', 'tgw', routes);
    };
    const said = [facts([]), facts([['192.168.0.0/16', 'vpn']])].map((each) =>
      verdict(each, { from: host('sa'), to: host('sb') }),
    );
    expect(said).toEqual(['unknown, arrives unknown', 'unknown, arrives unknown']);
  });

  describe('whose table leads elsewhere', () => {
    const query = { from: host('sa'), to: host('sb') };
    const leading = (to: string, facts = joined()): Facts => {
      facts.transitEdge('vpn', 'tgw', [['10.2.0.0/16', to]]);
      return facts;
    };

    it('is unknown where it leads to an edge: the packet may come back by another', () => {
      expect(verdict(leading('vpn'), query)).toBe('unknown, arrives unknown');
      const shut = leading('vpn').group('gb', 'b', {});
      expect(verdict(shut, { from: host('sa'), to: host('sb', ['gb']) })).toBe('unknown, arrives unknown');
    });

    it('drops what leads to a VPC that hands nothing on, and is unknown where appliances or gateways may', () => {
      const third = (...targets: readonly RouteTarget[]): Facts =>
        leading('tgw-c', joined().vpc('c', ['10.3.0.0/16']))
          .subnet('tc', 'c', '10.3.1.0/28')
          .table(
            'c-main',
            'c',
            targets.map((target) => route('10.0.0.0/8', target)),
          )
          .transitAttachment('tgw-c', 'tgw', 'c', ['tc']);
      const said = [
        third(),
        third({ kind: 'transit-gateway', key: 'tgw' }),
        third({ kind: 'internet-gateway', key: 'igw' }),
        third({ kind: 'middlebox', key: 'eni' }),
        third({ kind: 'nat-gateway', key: 'nat' }),
        third({ kind: 'transit-gateway', key: 'tgw2' }),
      ].map((facts) => verdict(facts, query));
      const [none, doubt] = ['unreachable, arrives none', 'unknown, arrives unknown'];
      expect(said).toEqual([none, none, none, doubt, doubt, doubt]);
    });

    it('is unknown where it leads to a VPC with an edge, and where it isn’t known to what that VPC leads', () => {
      const third = (routes: readonly Route[], more: Partial<RouteTable> = {}, table = 'c-main'): Facts =>
        leading('tgw-c', joined().vpc('c', ['10.3.0.0/16']))
          .subnet('tc', 'c', '10.3.1.0/28', { table: oneOf(table) })
          .table('c-main', 'c', routes, more)
          .transitAttachment('tgw-c', 'tgw', 'c', ['tc']);
      const said = [
        third([]),
        third([route('10.0.0.0/8', { kind: 'edge', key: 'vgw' })]),
        third([], { incomplete: new Unknown('propagated') }),
        third([], {}, 'rtb-1'),
      ].map((facts) => verdict(facts, query));
      const [none, doubt] = ['unreachable, arrives none', 'unknown, arrives unknown'];
      expect(said).toEqual([none, doubt, doubt, doubt]);
    });

    it('is unknown where an appliance stands between the far side and the receiver, whatever the reply’s route', () => {
      const facts = (where: string): Facts =>
        joined()
          .table('tb-rt', 'b', [route(where, { kind: 'middlebox', key: 'eni' })])
          .table('b-main', 'b', [])
          .subnet('tb', 'b', '10.2.1.0/28', { acl: oneOf('tb-acl'), table: oneOf('tb-rt') });
      expect([facts('10.2.0.0/24'), facts('0.0.0.0/0')].map((each) => verdict(each, query))).toEqual([
        'unknown, arrives unknown',
        'unreachable, arrives some',
      ]);
    });
  });
});
