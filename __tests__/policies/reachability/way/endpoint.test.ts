import { ALL, entry, type Facts, host, INTERNET, oneOf, route, rule, tcp } from '../facts';
import { ask, verdict, publicVpc } from './questions';

describe('a gateway endpoint', () => {
  const list = { key: 'com.amazonaws.eu-west-1.s3', family: 'v4', service: 's3', blocks: [] } as const;
  function withEndpoint(): Facts {
    const facts = publicVpc()
      .group('g', 'v', { egress: [rule(tcp(443), { kind: 'prefix-list', list })] })
      .table('private', 'v', [route(list, { kind: 'gateway-endpoint', key: 'vpce' })]);
    facts.facts.prefixLists.set(list.key, list);
    facts.facts.gatewayEndpoints.set('vpce', { key: 'vpce', vpc: oneOf('v'), list });
    return facts;
  }
  const s3 = { kind: 'service', name: 's3', list: list.key } as const;

  it('delivers what its route holds, which 0.0.0.0/0 in the ACL holds too', () => {
    const facts = withEndpoint().acl('app-acl', {
      in: [entry(100, 'allow', tcp(1024, 65535), '0.0.0.0/0')],
      out: [entry(100, 'allow', tcp(443), '0.0.0.0/0')],
    });
    const { verdict: said, witness } = ask(facts, { from: host('app', ['g']), to: s3 });
    expect([said, witness?.dst]).toEqual(['proven', 'an address of com.amazonaws.eu-west-1.s3']);
  });

  it('is no way to the internet', () => {
    expect(verdict(withEndpoint(), { from: host('app', ['g']), to: INTERNET })).toBe('unreachable, arrives none');
  });

  it('leaves it open whether a narrower public block in an ACL holds its addresses, and surely no private one does', () => {
    const acl = (where: string): Facts =>
      withEndpoint().acl('app-acl', { in: [entry(1, 'allow', ALL, '0.0.0.0/0')], out: [entry(1, 'allow', ALL, where)] });
    expect(verdict(acl('52.0.0.0/8'), { from: host('app', ['g']), to: s3 })).toBe('unknown, arrives unknown');
    expect(verdict(acl('10.0.0.0/8'), { from: host('app', ['g']), to: s3 })).toBe('unreachable, arrives none');
  });

  it('without its route the list is a part of the internet that a rule by it opens', () => {
    const facts = withEndpoint().table('private', 'v', [route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' })]);
    const { verdict: said, witness } = ask(facts, { from: host('app', ['g']), to: INTERNET });
    expect([said, witness?.dst]).toEqual(['partial', 'an address of com.amazonaws.eu-west-1.s3']);
  });
});
