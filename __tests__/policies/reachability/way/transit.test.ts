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
});
