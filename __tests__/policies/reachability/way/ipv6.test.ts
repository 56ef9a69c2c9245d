import { ALL, amazon, block, entry, type Facts, host, INTERNET, oneOf, route } from '../facts';
import { ask, publicVpc, stopsOf, verdict } from './questions';

describe('IPv6', () => {
  const dual = (): Facts => {
    const facts = publicVpc().vpc('v', ['10.0.0.0/16', amazon('v')]);
    facts.facts.egressOnlyGateways.set('eigw', { key: 'eigw', vpc: oneOf('v') });
    return facts
      .table('private', 'v', [route('::/0', { kind: 'egress-only-gateway', key: 'eigw' })])
      .subnet('app', 'v', '10.0.1.0/24', { ipv6: amazon('v', 8, 3), table: oneOf('private') })
      .subnet('web', 'v', '10.0.0.0/24', { ipv6: amazon('v', 8, 1), table: oneOf('public') })
      .table('public', 'v', [route('::/0', { kind: 'internet-gateway', key: 'igw' })]);
  };

  it('leaves by an egress-only gateway, and nothing answers what comes in beside it', () => {
    expect(verdict(dual(), { from: host('app'), to: INTERNET, family: 'v6' })).toBe('proven, arrives some');
    expect(verdict(dual(), { from: INTERNET, to: host('app'), family: 'v6' })).toBe('unreachable, arrives some');
  });

  it('may reach the internet’s IPv4 hosts by NAT at 64:ff9b::/96, which isn’t judged', () => {
    const nat = { kind: 'nat-gateway', key: 'nat' } as const;
    const query = { from: host('app'), to: INTERNET, family: 'v6' } as const;
    const translated = 'gateway v: not known: what is translated to IPv4 at 64:ff9b::/96';
    expect(stopsOf(dual().table('private', 'v', [route('64:ff9b::/96', nat)]), query)).toEqual([
      'unknown, arrives unknown',
      translated,
    ]);
    expect(stopsOf(dual().table('private', 'v', [route('::/0', nat)]), query)).toEqual([
      'unknown, arrives unknown',
      'gateway nat: not known: what nat translates to IPv4',
      translated,
    ]);
  });

  it('needs no public address of its own at an internet gateway', () => {
    expect(verdict(dual(), { from: INTERNET, to: host('web'), family: 'v6' })).toBe('proven, arrives some');
  });

  it('names the block that Amazon gives in its witness', () => {
    const { verdict: said, witness } = ask(dual(), { from: host('app'), to: host('web'), family: 'v6' });
    expect([said, witness?.src]).toEqual(['proven', 'the IPv6 block of v + 0x30000000000000004']);
  });

  it('is unreachable from a subnet without IPv6', () => {
    const { verdict: said, why } = ask(publicVpc(), { from: host('app'), to: host('web'), family: 'v6' });
    expect([said, why]).toEqual(['unreachable', 'Nothing gets through; end: host in app has no IPv6 address.']);
  });

  it('leaves it open whether 2600::/12 in an ACL holds the block that Amazon gives, while 2000::/3 surely does', () => {
    const acl = (where: string): Facts =>
      dual()
        .acl('v6-acl', { in: [entry(1, 'allow', ALL, where)], out: [entry(1, 'allow', ALL, '::/0')] })
        .subnet('web', 'v', undefined, { ipv6: amazon('v', 8, 1), acl: oneOf('v6-acl') });
    const query = { from: host('app'), to: host('web'), family: 'v6' } as const;
    expect([verdict(acl('2000::/3'), query), verdict(acl('2600::/12'), query), verdict(acl('fd00::/8'), query)]).toEqual([
      'proven, arrives some',
      'unknown, arrives unknown',
      'unreachable, arrives none',
    ]);
    expect(block('2600::/12').kind).toBe('literal');
  });
});
