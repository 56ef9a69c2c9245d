import { ALL, Facts, host, route, rule, tcp } from '../facts';
import { ask, verdict } from './questions';

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
});
