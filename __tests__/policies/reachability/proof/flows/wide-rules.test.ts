import type { Intent } from '../../../../../modules/core/intent';
import { Unknown } from '../../../../../policies/model/term';
import { regionPorts } from '../../../../../policies/reachability/proof/matrix/region-ports';
import { ALL, entry, type Facts, oneOf, rule, tcp } from '../../facts';
import { flow, intentOf, provenOf, shop, SHOP, TIGHT, tightGroups } from '../shop';

/** What rules and entries let through beyond the flows. */
function wide(facts: Facts, intent: Intent = intentOf(TIGHT)): string[] {
  return provenOf(facts, intent).wide.map(({ part, origin, direction, family, region, certain }) =>
    [part, direction, ...regionPorts(region, family), certain ? 'surely' : 'maybe', origin.address].join(' '),
  );
}

/** ACLs that admit what the flows need and nothing more. */
function tightAcls(facts: Facts): Facts {
  return facts
    .acl('s:web-acl', {
      in: [entry(100, 'allow', tcp(443), '0.0.0.0/0'), entry(110, 'allow', tcp(1024, 65535), '10.0.2.0/24')],
      out: [entry(100, 'allow', tcp(8080), '10.0.2.0/24'), entry(110, 'allow', tcp(1024, 65535), '0.0.0.0/0')],
    })
    .acl('s:app-acl', {
      in: [entry(100, 'allow', tcp(8080), '10.0.1.0/24')],
      out: [entry(100, 'allow', tcp(1024, 65535), '10.0.1.0/24')],
    });
}

const RESIDUE: Intent['residue'] = [
  { network: SHOP.network, tier: 'web', direction: 'in', peer: 'app', port: 'tcp/1024-65535', flows: [] },
  { network: SHOP.network, tier: 'web', direction: 'out', peer: 'anywhere', port: 'tcp/1024-65535', flows: [] },
  { network: SHOP.network, tier: 'app', direction: 'out', peer: 'web', port: 'tcp/1024-65535', flows: [] },
];
const tight = (): Facts => tightAcls(tightGroups(shop()));
const stated: Intent = { ...intentOf(TIGHT), residue: RESIDUE };

describe('entries of network ACLs', () => {
  it('admit what flows and the residue of their replies say, and nothing is wide', () => {
    expect(wide(tight(), stated)).toEqual([]);
  });

  it('are wide where the residue is not listed', () => {
    expect(wide(tight())).toEqual([
      'web in tcp/1024-65535 surely aws_network_acl_rule.n110',
      'web out tcp/1024-65535 surely aws_network_acl_rule.n110',
      'app out tcp/1024-65535 surely aws_network_acl_rule.n100',
    ]);
  });

  it('are wide by one port: 8081 of 8080-8081', () => {
    const facts = tight().acl('s:app-acl', {
      in: [entry(100, 'allow', tcp(8080, 8081), '10.0.1.0/24')],
      out: [],
    });

    expect(wide(facts, stated)).toEqual(['app in tcp/8081 surely aws_network_acl_rule.n100']);
  });

  it('may name room that no subnet has: 10.0.0.0/24, but not the subnet of the other tier', () => {
    const facts = (cidr: string): Facts => tight().acl('s:app-acl', { in: [entry(100, 'allow', tcp(8080), cidr)], out: [] });

    expect(wide(facts('10.0.0.0/23'), stated)).toEqual([]);
    expect(wide(facts('10.0.0.0/22'), stated)).toEqual(['app in tcp/8080 surely aws_network_acl_rule.n100']);
  });

  it('are wide towards 10.0.0.0/8, which is more than the network', () => {
    const facts = tight().acl('s:app-acl', { in: [entry(100, 'allow', tcp(8080), '10.0.0.0/8')], out: [] });

    expect(wide(facts, stated)).toEqual(['app in tcp/8080 surely aws_network_acl_rule.n100']);
  });

  it('may pass path MTU messages, icmp/3/4, from anywhere and no other message', () => {
    const facts = (code: number): Facts =>
      tight().acl('s:app-acl', { in: [entry(90, 'allow', { protocol: 1, type: 3, code }, '0.0.0.0/0')], out: [] });

    expect(wide(facts(4), stated)).toEqual([]);
    expect(wide(facts(3), stated)).toEqual(['app in icmp/3/3 surely aws_network_acl_rule.n90']);
  });

  it('are not wide where they deny', () => {
    const facts = tight().acl('s:app-acl', { in: [entry(90, 'deny', ALL, '0.0.0.0/0')], out: [] });

    expect(wide(facts, stated)).toEqual([]);
  });

  it('are wide where the ACL of a subnet is the default, which allows everything', () => {
    const facts = tight().subnet('s:app_a', 's:vpc', '10.0.2.0/24');

    expect(wide(facts, stated)).toEqual([
      'app in icmp/0-2 icmp/3 icmp/4-255 other protocols tcp udp surely aws_subnet.s:app_a',
      'app out icmp/0-2 icmp/3 icmp/4-255 other protocols tcp udp surely aws_subnet.s:app_a',
    ]);
  });

  it('are those of the ACL that a subnet really has', () => {
    const facts = tight().subnet('s:app_a', 's:vpc', '10.0.2.0/24', { acl: oneOf('s:web-acl') });

    expect(wide(facts, stated)[0]).toBe('app in tcp/443 surely aws_network_acl_rule.n100');
  });
});

describe('rules of groups', () => {
  it.each([
    ['another group', rule(tcp(8080), 's:web2'), 'tcp/8080 surely'],
    ['another port', rule(tcp(8081), 's:web'), 'tcp/8081 surely'],
    ['every port', rule(tcp(0, 65535), 's:web'), 'tcp/0-8079 tcp/8081-65535 surely'],
    ['a block that holds the group', rule(tcp(8080), '10.0.1.0/24'), 'tcp/8080 surely'],
    [
      'traffic that no document tells',
      { ...rule(tcp(8080), 's:web'), traffic: new Unknown('it is set from outside') },
      'icmp other protocols tcp/0-8079 tcp/8081-65535 udp maybe',
    ],
    ['a rule that may be there or not', { ...rule(tcp(22), 's:web'), certain: false }, 'tcp/22 maybe'],
  ])('are wide of %s', (_, ingress, said) => {
    const facts = tight().group('s:app', 's:vpc', { ingress: [ingress] });

    expect(wide(facts, stated)).toEqual([`app in ${said} aws_vpc_security_group_rule.r`]);
  });

  it('are not wide of a flow from the internet by 0.0.0.0/0, nor by a part of it', () => {
    const facts = (cidr: string): Facts =>
      tight().group('s:web', 's:vpc', { ingress: [rule(tcp(443), cidr)], egress: [rule(tcp(8080), 's:app')] });

    expect(wide(facts('0.0.0.0/0'), stated)).toEqual([]);
    expect(wide(facts('198.51.100.0/24'), stated)).toEqual([]);
  });

  it('are wide of 203.0.113.0/24 where the flow says 203.0.113.0/25', () => {
    const intent = intentOf([flow('203.0.113.0/25', 'app', 'tcp/22')]);
    const facts = (cidr: string): Facts =>
      tight()
        .group('s:web', 's:vpc', {})
        .group('s:app', 's:vpc', { ingress: [rule(tcp(22), cidr)] });
    const ofGroups = (cidr: string): string[] => wide(facts(cidr), intent).filter((text) => text.includes('security_group'));

    expect(ofGroups('203.0.113.0/25')).toEqual([]);
    expect(ofGroups('203.0.113.0/24')).toEqual(['app in tcp/22 surely aws_vpc_security_group_rule.r']);
  });
});
