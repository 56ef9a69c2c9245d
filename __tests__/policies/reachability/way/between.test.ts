import type { TransitAttachment } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, entry, Facts, host, oneOf, route, tcp } from '../facts';
import { pathOf, stopsOf, verdict } from './questions';

const APPLY = new Unknown('known only after apply');
const TGW = { kind: 'transit-gateway', key: 'tgw' } as const;
const QUERY = { from: host('sa'), to: host('sb') };
/** Nothing answers it. */
const ONE_WAY = { ...QUERY, traffic: { protocol: 1, type: 3, code: 4 } } as const;

const TABLE = { key: 'tgw-table', routes: [], propagated: [] };
const REPLY = 'gateway tgw: not known: what becomes of a reply that leaves by an edge';

/** Two VPCs at a transit gateway, each attached in a subnet of its own. */
function joined(): Facts {
  const facts = new Facts();
  for (const [vpc, block] of [
    ['a', '10.1'],
    ['b', '10.2'],
  ] as const) {
    facts
      .vpc(vpc, [`${block}.0.0/16`])
      .table(`${vpc}-main`, vpc, [route('10.0.0.0/8', TGW)])
      .table(`t${vpc}-rt`, vpc, [])
      .acl(`t${vpc}-acl`, { allowsAll: true })
      .subnet(`s${vpc}`, vpc, `${block}.0.0/24`)
      .subnet(`t${vpc}`, vpc, `${block}.1.0/28`, { acl: oneOf(`t${vpc}-acl`), table: oneOf(`t${vpc}-rt`) });
  }
  return facts.transit('tgw', { a: ['ta'], b: ['tb'] });
}

/** The same, with something else about one attachment. */
function but(key: string, more: Partial<TransitAttachment>, facts = joined()): Facts {
  facts.facts.transitAttachments.set(key, { ...facts.facts.transitAttachments.get(key)!, ...more });
  return facts;
}

describe('between two VPCs at a transit gateway', () => {
  it('nothing is sure while it isn’t known whether either attachment is accepted', () => {
    const said = ['tgw-a', 'tgw-b'].map((key) => stopsOf(but(key, { active: APPLY }), ONE_WAY));
    const doubt = (key: string): readonly string[] => [
      'unknown, arrives unknown',
      `gateway tgw: ${key} isn't surely attached and accepted`,
    ];
    expect(said).toEqual([doubt('tgw-a'), doubt('tgw-b')]);
  });

  it('packets pass both tables of VPCs, the gateway’s, and the ACLs of all four subnets, each way', () => {
    const acl = "AWS's own default ACL allows everything";
    const lead = 'route 10.0.0.0/8 to transit-gateway tgw (aws_route.r)';
    expect(pathOf(joined(), QUERY)).toEqual([
      'proven, arrives some',
      `network-acl-out a-acl: ${acl}`,
      `route a-main: ${lead}`,
      `network-acl-in ta-acl: ${acl}`,
      'route tgw-table: propagated route 10.2.0.0/16 to attachment tgw-b',
      `network-acl-out tb-acl: ${acl}`,
      'route tb-rt: local route 10.2.0.0/16',
      `network-acl-in b-acl: ${acl}`,
      `network-acl-out b-acl, reply: ${acl}`,
      `route b-main, reply: ${lead}`,
      `network-acl-in tb-acl, reply: ${acl}`,
      'route tgw-table, reply: propagated route 10.1.0.0/16 to attachment tgw-a',
      `network-acl-out ta-acl, reply: ${acl}`,
      'route ta-rt, reply: local route 10.1.0.0/16',
      `network-acl-in a-acl, reply: ${acl}`,
    ]);
  });

  it('what an ACL lost is said once, where no table leads astray', () => {
    expect(stopsOf(joined().acl('b-acl', {}), QUERY)).toEqual([
      'unreachable, arrives none',
      'network-acl-in b-acl: no entry matches: dropped',
      'network-acl-out b-acl, reply: no entry matches: dropped',
    ]);
  });

  it.each<[string, Facts, string]>([
    ['the sender’s isn’t attached', but('tgw-a', { vpc: oneOf('c') }), "a isn't attached to it"],
    ['the receiver’s isn’t', but('tgw-b', { vpc: oneOf('c') }), 'leads to no attachment of b'],
  ])('nothing passes where %s', (_which, facts, why) => {
    expect(stopsOf(facts, QUERY)).toEqual([
      'unreachable, arrives none',
      `route a-main: route 10.0.0.0/8 to transit-gateway tgw (aws_route.r): ${why}`,
      'gateway a: nothing joins a and b',
    ]);
  });

  it('one attachment that is one VPC’s or the other’s joins no two', () => {
    const facts = but('tgw-a', { vpc: oneOf('a', 'b') });
    facts.facts.transitAttachments.delete('tgw-b');
    facts.facts.transitTables.set('tgw-table', { ...TABLE, propagated: [{ attachment: 'tgw-a', certain: true }] });
    expect(verdict(facts, QUERY)).toBe('unreachable, arrives none');
  });

  it.each<[string, TransitAttachment['table'], string, string]>([
    ['isn’t known', { choices: ['tgw-table'], open: APPLY }, 'gateway tgw', 'not known: known only after apply'],
    ['is none of the documents’', oneOf('x'), 'gateway tgw', 'not known: the routes of x'],
  ])('isn’t known what passes where the table of an attachment %s', (_what, table, gate, why) => {
    expect(stopsOf(but('tgw-a', { table }), QUERY)).toEqual(['unknown, arrives unknown', `${gate}: ${why}`]);
    expect(stopsOf(but('tgw-b', { table }), QUERY)).toEqual(['unknown, arrives some', `${gate}, reply: ${why}`, REPLY]);
  });

  it('what becomes of a reply isn’t known where one of two tables that may decide is none of the documents’', () => {
    expect(stopsOf(but('tgw-b', { table: oneOf('x', 'tgw-table') }), QUERY)).toContain(REPLY);
  });

  it('isn’t known what passes where the subnets of an attachment aren’t', () => {
    expect(stopsOf(but('tgw-b', { subnets: APPLY }), QUERY)).toEqual([
      'unknown, arrives unknown',
      'gateway tgw: not known: by which subnet it comes out',
      'gateway tgw, reply: not known: known only after apply',
      'gateway tgw: not known: known only after apply',
      REPLY,
    ]);
  });
});

describe('what a gateway’s table sends to a VPN', () => {
  const to = 'route tgw-table: route 10.2.0.0/16 to attachment vpn (aws_ec2_transit_gateway_route.r)';
  const there = (facts = joined()): Facts => facts.transitEdge('vpn', 'tgw', [['10.2.0.0/16', 'vpn']]);
  const back = (facts = joined()): Facts => facts.transitEdge('vpn', 'tgw', [['10.1.0.0/16', 'vpn']]);

  it('may come in by another, whatever the ACL of the attachment’s subnet says', () => {
    expect(stopsOf(there(), QUERY).slice(0, 2)).toEqual(['unknown, arrives unknown', to]);
    expect(verdict(there(joined().acl('ta-acl', {})), QUERY)).toBe('unknown, arrives unknown');
    const nowhere = but('tgw-b', { vpc: oneOf('c') }, there());
    expect(verdict(nowhere, QUERY)).toBe('unknown, arrives unknown');
  });

  it('as a reply may come in by another, if the receiver’s entries let it out and the sender’s let it in', () => {
    const [out, into] = [{ out: [entry(1, 'allow', ALL, '0.0.0.0/0')] }, { in: [entry(1, 'allow', ALL, '0.0.0.0/0')] }];
    expect(stopsOf(back(), QUERY)).toEqual([
      'unknown, arrives some',
      'route tgw-table, reply: route 10.1.0.0/16 to attachment vpn (aws_ec2_transit_gateway_route.r)',
      REPLY,
    ]);
    const said = [back(joined().acl('b-acl', into)), back(joined().acl('a-acl', out)), back(joined().acl('tb-acl', out))];
    expect(said.map((facts) => verdict(facts, QUERY))).toEqual(Array(3).fill('unreachable, arrives some'));
    const apart = joined().acl('b-acl', { ...into, out: [entry(1, 'allow', tcp(1024, 65535), '10.1.0.0/24')] });
    expect(verdict(back(apart), QUERY)).toBe('unknown, arrives some');
  });
});

describe('what comes out in a subnet from where it may be handed on', () => {
  const toAppliance = { kind: 'middlebox', key: 'eni' } as const;
  const handing = route('10.2.0.0/24', toAppliance);

  it.each<[string, Facts]>([
    ['by an appliance that its table leads to', joined().table('tb-rt', 'b', [handing])],
    ['by one of two targets of a route', joined().table('tb-rt', 'b', [route('10.2.0.0/24', { kind: 'local' }, toAppliance)])],
    ['by a target that isn’t known', joined().table('tb-rt', 'b', [{ ...handing, target: { choices: [], open: APPLY } }])],
    [
      'by one of two tables that may be its own',
      joined()
        .table('tb-2', 'b', [handing])
        .subnet('tb', 'b', '10.2.1.0/28', { acl: oneOf('tb-acl'), table: oneOf('tb-rt', 'tb-2') }),
    ],
    ['whatever ACLs on the sender’s side say', joined().table('tb-rt', 'b', [handing]).acl('ta-acl', {})],
  ])('is in doubt, though the receiver’s group admits nothing, as addresses may be rewritten: %s', (_how, facts) => {
    expect(verdict(facts.group('shut', 'b', {}), { ...QUERY, to: host('sb', ['shut']) })).toBe('unknown, arrives unknown');
  });

  it('is surely there where that is the receiver’s own: within one subnet no route is asked', () => {
    const facts = but('tgw-b', { subnets: [oneOf('sb')] }).table('b-main', 'b', [route('10.1.0.0/16', TGW), handing]);
    expect(verdict(facts, QUERY)).toBe('proven, arrives some');
    const shut = facts.group('shut', 'b', {});
    expect(verdict(shut, { ...QUERY, to: host('sb', ['shut']) })).toBe('unreachable, arrives none');
  });
});
