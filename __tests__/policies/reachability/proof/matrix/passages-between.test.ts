import { ALL, entry, type Facts, rule, tcp, udp } from '../../facts';
import { regionPorts } from '../../../../../policies/reachability/proof/matrix/region-ports';
import { cellLines } from '../configured';
import { flow, intentOf, provenOf, shop, TIGHT, tightGroups } from '../shop';
import type { IntentFlow } from '../../../../../modules/core/intent';

/** What passes, and of it what no flow declares. */
function passing(facts: Facts, flows: readonly IntentFlow[] = TIGHT): { cells: string[]; undeclared: string[] } {
  const proofs = provenOf(facts, intentOf(flows));
  return {
    cells: cellLines(proofs).map((line) => line.replace('dev/eu-west-1/shop: ', '')),
    undeclared: proofs.undeclared.map(({ fromName, toName, family, region, certain }) =>
      [certain ? 'surely' : 'maybe', fromName, '→', toName, family, ...regionPorts(region, family)].join(' '),
    ),
  };
}

describe('what passes between groups', () => {
  it('is what flows declare: internet to web, web to app', () => {
    expect(passing(tightGroups(shop()))).toEqual({
      cells: ['web → app v4 tcp/8080', 'internet → web v4 tcp/443'],
      undeclared: [],
    });
  });

  it('is undeclared where the flow is taken out of the configuration', () => {
    expect(passing(tightGroups(shop()), [flow('internet', 'web', 'tcp/443')]).undeclared).toEqual([
      'surely web → app v4 tcp/8080',
    ]);
  });

  it('is undeclared as far as it is wider than the flow: tcp/8081 of tcp/8080-8081', () => {
    const facts = shop()
      .group('s:web', 's:vpc', { egress: [rule(tcp(8080, 8081), 's:app')] })
      .group('s:app', 's:vpc', { ingress: [rule(tcp(8080, 8081), 's:web')] });

    expect(passing(facts)).toEqual({
      cells: ['web → app v4 tcp/8080-8081'],
      undeclared: ['surely web → app v4 tcp/8081'],
    });
  });

  it('is undeclared in the other direction', () => {
    const facts = tightGroups(shop()).group('s:app', 's:vpc', {
      ingress: [rule(tcp(8080), 's:web')],
      egress: [rule(tcp(443), 's:web')],
    });

    expect(passing(facts).undeclared).toEqual(['surely app → web v4 tcp/443']);
    expect(passing(facts).cells).toContain('app → web v4 tcp/443');
  });

  it('may pass where a rule may be there or not', () => {
    const facts = tightGroups(shop()).group('s:app', 's:vpc', {
      ingress: [rule(tcp(8080), 's:web'), { ...rule(tcp(22), 's:web'), certain: false }],
    });
    facts.group('s:web', 's:vpc', { egress: [rule(ALL, 's:app')] });

    expect(passing(facts).undeclared).toEqual(['maybe web → app v4 tcp/22']);
  });

  it('counts what arrives and is never answered: udp whose reply the ACL drops', () => {
    const facts = shop()
      .group('s:web', 's:vpc', { egress: [rule(udp(514), 's:app')] })
      .group('s:app', 's:vpc', { ingress: [rule(udp(514), 's:web')] })
      .acl('s:app-acl', { in: [entry(100, 'allow', ALL, '0.0.0.0/0')], out: [] });

    expect(passing(facts)).toEqual({
      cells: ['web → app v4 unanswered udp/514'],
      undeclared: ['surely web → app v4 udp/514'],
    });
  });

  it('of a flow to the internet and one from it between two groups is what both declare: app to web tcp/443', () => {
    const facts = tightGroups(shop()).group('s:app', 's:vpc', {
      ingress: [rule(tcp(8080), 's:web')],
      egress: [rule(tcp(0, 65535), '0.0.0.0/0')],
    });

    expect(passing(facts, [...TIGHT, flow('app', 'internet', 'tcp/400-500')])).toEqual({
      cells: ['web → app v4 tcp/8080', 'app → web v4 tcp/443', 'internet → web v4 tcp/443'],
      undeclared: [],
    });
    expect(passing(facts, [...TIGHT, flow('app', 'internet', 'tcp/80')]).undeclared).toEqual(['surely app → web v4 tcp/443']);
  });
});
