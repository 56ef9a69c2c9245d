import { Unknown } from '../../../../policies/model/term';
import { type Facts, resource, rule, tcp } from '../facts';
import { claimsOf, intentOf, shop, SHOP, tightGroups } from './shop';

const WEB_TO_APP = { reaches: { from: 'web', to: 'app', port: 'tcp/8080' } };
const WEB_FROM_APP = { isolated: { from: 'web', to: 'app' } };
const tight = (): Facts => tightGroups(shop());
/** The rule of `app` is of traffic or peers that no document tells. */
const blurred = (): Facts =>
  tight().group('s:app', 's:vpc', {
    ingress: [{ ...rule(tcp(8080), '10.0.1.0/24'), origin: resource('aws_vpc_security_group_ingress_rule.app'), certain: false }],
  });

describe('a claim of reaching is read strictly', () => {
  it('holds where every packet of the port works', () => {
    expect(claimsOf(tight(), intentOf([], [WEB_TO_APP]))).toEqual(['true 1']);
  });

  it('fails where one port of a range is closed: tcp/8080-8081', () => {
    expect(claimsOf(tight(), intentOf([], [{ reaches: { from: 'web', to: 'app', port: 'tcp/8080-8081' } }]))).toEqual([
      'false 1',
    ]);
  });

  it('is unknown where a rule may be there or not', () => {
    expect(claimsOf(blurred(), intentOf([], [WEB_TO_APP]))).toEqual(['unknown 1']);
  });

  it('is unknown where a rule admits a block that no document tells', () => {
    const peer = { kind: 'block' as const, block: new Unknown('it is set from outside'), family: 'v4' as const };
    const facts = tight().group('s:app', 's:vpc', { ingress: [rule(tcp(8080), peer)] });

    expect(claimsOf(facts, intentOf([], [WEB_TO_APP]))).toEqual(['unknown 1']);
  });

  it('never holds of a tier without subnets', () => {
    const tiers = SHOP.tiers.map((tier) => (tier.tier === 'app' ? { ...tier, subnets: [] } : tier));

    expect(claimsOf(tight(), intentOf([], [WEB_TO_APP, WEB_FROM_APP], { tiers }))).toEqual(['unknown 0', 'unknown 0']);
  });
});

describe('a claim of isolation is read leniently', () => {
  it('holds where nothing arrives', () => {
    expect(claimsOf(tight(), intentOf([], [{ isolated: { from: 'app', to: 'web' } }]))).toEqual(['true 1']);
  });

  it('fails where one port arrives', () => {
    expect(claimsOf(tight(), intentOf([], [WEB_FROM_APP]))).toEqual(['false 1']);
  });

  it('holds of another port than the one that passes: tcp/22', () => {
    expect(claimsOf(tight(), intentOf([], [{ isolated: { from: 'web', to: 'app', port: 'tcp/22' } }]))).toEqual(['true 1']);
  });

  it('fails where a packet arrives whose reply is dropped', () => {
    const facts = tight().acl('s:app-acl', { in: shop().facts.acls.get('s:app-acl')?.in ?? [], out: [] });

    expect(claimsOf(facts, intentOf([], [WEB_FROM_APP]))).toEqual(['false 1']);
  });

  it('is unknown where a rule may be there or not', () => {
    expect(claimsOf(blurred(), intentOf([], [WEB_FROM_APP]))).toEqual(['unknown 1']);
  });

  it('is unknown of a private tier that admits the internet: something in it may have a public address', () => {
    const facts = tight()
      .group('s:app', 's:vpc', { ingress: [rule(tcp(8080), '0.0.0.0/0')] })
      .subnet('s:app_a', 's:vpc', '10.0.2.0/24', { table: { choices: ['s:public'] }, acl: { choices: ['s:app-acl'] } });

    expect(claimsOf(facts, intentOf([], [{ isolated: { from: 'internet', to: 'app' } }]))).toEqual(['unknown 1']);
  });
});
