import { Unknown } from '../../../../policies/model/term';
import { ALL, entry, type Facts, host, outside, route, udp } from '../facts';
import { ask, verdict, publicVpc } from './questions';

describe('addresses outside', () => {
  const edged = (): Facts => publicVpc().table('private', 'v', [route('192.168.0.0/16', { kind: 'edge', key: 'vgw' })]);

  it('are met both ways by an edge that tables lead to', () => {
    expect(verdict(edged(), { from: host('app'), to: outside('192.168.0.0/16') })).toBe('proven, arrives some');
    expect(verdict(edged(), { from: outside('192.168.0.0/16'), to: host('app') })).toBe('proven, arrives some');
  });

  it('get packets by an edge, but no reply back in, where the sender’s ACL admits none', () => {
    const facts = edged().acl('app-acl', { out: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    expect(verdict(facts, { from: host('app'), to: outside('192.168.0.0/16') })).toBe('unreachable, arrives some');
  });

  it('send packets in by an edge; whether replies come back through a middlebox isn’t known', () => {
    const facts = publicVpc()
      .edge('vgw', 'v')
      .table('private', 'v', [route('192.168.0.0/16', { kind: 'middlebox', key: 'eni' })]);
    expect(verdict(facts, { from: outside('192.168.0.0/16'), to: host('app') })).toBe('unknown, arrives some');
  });

  it('are partly met where routes lead to a part of the block only', () => {
    expect(verdict(edged(), { from: host('app'), to: outside('192.0.0.0/8'), traffic: udp(53) })).toBe('partial, arrives some');
  });

  describe('behind a transit gateway', () => {
    const beyond = outside('192.168.0.0/16');
    const by = (routes: readonly (readonly [string, string])[], attached: readonly string[] = ['gate']): Facts =>
      publicVpc()
        .table('private', 'v', [route('192.168.0.0/16', { kind: 'transit-gateway', key: 'tgw' })])
        .transit('tgw', attached.length === 0 ? {} : { v: attached })
        .transitEdge('vpn', 'tgw', routes);
    const both = (facts: Facts): readonly string[] => [
      verdict(facts, { from: host('app'), to: beyond }),
      verdict(facts, { from: beyond, to: host('app') }),
    ];

    it('are met both ways where its table leads to a VPN, and get no packet but send some where it doesn’t', () => {
      expect(both(by([['192.168.0.0/16', 'vpn']]))).toEqual(['proven, arrives some', 'proven, arrives some']);
      expect(both(by([]))).toEqual(['unreachable, arrives none', 'unreachable, arrives some']);
    });

    it('are met neither way where the VPC isn’t attached to it', () => {
      const said = both(by([['192.168.0.0/16', 'vpn']], []));
      expect(said).toEqual(['unreachable, arrives none', 'unreachable, arrives none']);
    });

    it('are met both ways where no document describes it: an edge as good as any', () => {
      const facts = publicVpc().table('private', 'v', [route('192.168.0.0/16', { kind: 'transit-gateway', key: 'tgw' })]);
      expect(both(facts)).toEqual(['proven, arrives some', 'proven, arrives some']);
    });

    it('get no packet where the subnet of the attachment lets none in, nor replies of theirs any where it lets none out', () => {
      const shut = by([['192.168.0.0/16', 'vpn']]).acl('gate-acl', {});
      expect(both(shut)).toEqual(['unreachable, arrives none', 'unreachable, arrives none']);
    });

    it('are in doubt where the route is to an attachment that no document has', () => {
      expect(both(by([['192.168.0.0/16', 'vpn-2']]))).toEqual(['unknown, arrives unknown', 'unknown, arrives some']);
    });
  });

  it('at 169.254.169.254 are reached whatever ACLs, groups and routes say', () => {
    const facts = publicVpc().acl('app-acl', {}).table('private', 'v', []).group('shut', 'v', {});
    expect(verdict(facts, { from: host('app', ['shut']), to: outside('169.254.169.254/32') })).toBe('proven, arrives some');
  });

  describe('that no table leads to', () => {
    const asked = { from: outside('192.168.0.0/16'), to: host('app') };

    it('are kept out where nothing joins the VPC to them', () => {
      expect(verdict(publicVpc(), asked)).toBe('unreachable, arrives none');
    });

    it('get packets in by a virtual private gateway that is attached, and no reply', () => {
      expect(verdict(publicVpc().edge('vgw', 'v'), asked)).toBe('unreachable, arrives some');
      expect(verdict(publicVpc().vpc('w', ['10.9.0.0/16']).edge('vgw', 'w'), asked)).toBe('unreachable, arrives none');
    });

    it('are in doubt where the gateway may be attached', () => {
      const facts = publicVpc();
      facts.facts.edges.set('vgw', { key: 'vgw', vpc: { choices: [], open: new Unknown('known only after apply') } });
      expect(verdict(facts, asked)).toBe('unreachable, arrives unknown');
    });

    it('get packets in by a transit gateway with an edge whose table leads to the VPC', () => {
      const facts = (): Facts =>
        publicVpc()
          .transit('tgw', { v: ['gate'] })
          .transitEdge('vpn', 'tgw');
      expect(verdict(facts(), asked)).toBe('unreachable, arrives some');
      const apart = facts();
      apart.facts.transitTables.set('tgw-table', { key: 'tgw-table', routes: [], propagated: [] });
      expect(verdict(apart, asked)).toBe('unreachable, arrives none');
    });

    it('are shown on the way that surely lets them in, beside one by a middlebox that perhaps does', () => {
      const facts = publicVpc()
        .transit('tgw', { v: ['app'] })
        .transitEdge('vpn', 'tgw')
        .table('public', 'v', [route('10.0.0.0/24', { kind: 'middlebox', key: 'eni' })]);
      const { verdict: said, path } = ask(facts, { ...asked, traffic: { protocol: 1, type: 0, code: 0 } });
      expect([said, path.map(({ passes }) => passes)]).toEqual(['proven', path.map(() => true)]);
    });

    it('get in by a transit gateway that no document describes where the VPC is attached to it, perhaps', () => {
      const facts = publicVpc().transit('tgw', { v: ['gate'] });
      facts.facts.transitGateways.delete('tgw');
      expect(verdict(facts, asked)).toBe('unreachable, arrives unknown');
    });
  });
});
