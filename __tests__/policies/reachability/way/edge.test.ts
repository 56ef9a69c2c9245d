import type { OneOf, Route, RouteTable, TransitAttachment } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, block, entry, type Facts, host, INTERNET, oneOf, outside, route, rule, tcp } from '../facts';
import { pathOf, publicVpc, stopsOf, verdict } from './questions';

const APPLY = new Unknown('known only after apply');
const BEYOND = outside('192.168.0.0/16');
const IN = { from: BEYOND, to: host('app') };
const OUT = { from: host('app'), to: BEYOND };

const toGateway = (key: string): Route => route('192.168.0.0/16', { kind: 'transit-gateway', key });
const toEdge = route('192.168.0.0/16', { kind: 'edge', key: 'vgw' });

/** A VPC whose table leads to a transit gateway, to which it is attached, and which has a VPN. */
function attached(routes: readonly (readonly [string, string])[] = [['192.168.0.0/16', 'vpn']], key = 'tgw'): Facts {
  return publicVpc()
    .table('private', 'v', [toGateway(key)])
    .transit('tgw', { v: ['gate'] })
    .transitEdge('vpn', 'tgw', routes);
}

/** The same, with something else about one attachment. */
function but(key: string, more: Partial<TransitAttachment>, facts = attached()): Facts {
  facts.facts.transitAttachments.set(key, { ...facts.facts.transitAttachments.get(key)!, ...more });
  return facts;
}

describe('the way to and from addresses outside', () => {
  it('is shown by an edge: in by what joins the VPC, out by the table alone', () => {
    const facts = publicVpc().table('private', 'v', [toEdge]);
    const [out, back] = ['route private: ', 'route private, reply: '].map(
      (at) => `${at}route 192.168.0.0/16 to edge vgw (aws_route.r)`,
    );
    const acl = "AWS's own default ACL allows everything";
    expect(pathOf(facts, IN)).toEqual([
      'proven, arrives some',
      'gateway v: joins the VPC to networks of its own',
      `network-acl-in app-acl: ${acl}`,
      `network-acl-out app-acl, reply: ${acl}`,
      back,
    ]);
    expect(pathOf(facts, OUT)).toEqual([
      'proven, arrives some',
      `network-acl-out app-acl: ${acl}`,
      out,
      `network-acl-in app-acl, reply: ${acl}`,
    ]);
  });

  it('is in doubt both ways by a peering of gateways that nobody surely accepts', () => {
    const facts = but('vpn', { active: APPLY });

    expect([verdict(facts, IN), verdict(facts, OUT)]).toEqual(['unknown, arrives unknown', 'unknown, arrives unknown']);
  });

  it('is shown by a transit gateway, each table and ACL in its order', () => {
    const acl = "AWS's own default ACL allows everything";
    const lead = 'route 192.168.0.0/16 to transit-gateway tgw (aws_route.r)';
    const on = 'route 192.168.0.0/16 to attachment vpn (aws_ec2_transit_gateway_route.r)';
    expect(pathOf(attached(), IN)).toEqual([
      'proven, arrives some',
      'gateway tgw: joins the VPC to networks of its own',
      'route tgw-table: propagated route 10.0.0.0/16 to attachment tgw-v',
      `network-acl-out gate-acl: ${acl}`,
      'route public: local route 10.0.0.0/16',
      `network-acl-in app-acl: ${acl}`,
      `network-acl-out app-acl, reply: ${acl}`,
      `route private, reply: ${lead}`,
      `network-acl-in gate-acl, reply: ${acl}`,
      `route tgw-table, reply: ${on}`,
    ]);
    expect(pathOf(attached(), OUT)).toEqual([
      'proven, arrives some',
      `network-acl-out app-acl: ${acl}`,
      `route private: ${lead}`,
      `network-acl-in gate-acl: ${acl}`,
      `route tgw-table: ${on}`,
      `network-acl-out gate-acl, reply: ${acl}`,
      'route public, reply: local route 10.0.0.0/16',
      `network-acl-in app-acl, reply: ${acl}`,
    ]);
  });

  it('asks entries for 192.168.0.0/16 where packets come from there, and rules by block, not by group', () => {
    const facts = publicVpc()
      .table('private', 'v', [toEdge])
      .acl('app-acl', {
        in: [entry(1, 'allow', tcp(443), '192.168.0.0/16')],
        out: [entry(1, 'allow', tcp(1024, 65535), '192.168.0.0/16')],
      })
      .group('by-block', 'v', { ingress: [rule(tcp(443), '192.168.0.0/16')] })
      .group('by-group', 'v', { ingress: [rule(tcp(443), 'by-block')], egress: [rule(ALL, '0.0.0.0/0')] });
    const said = [['by-block'], ['by-group']].map((groups) => verdict(facts, { from: BEYOND, to: host('app', groups) }));
    expect(said).toEqual(['proven, arrives some', 'unreachable, arrives none']);
  });
});

describe('packets from addresses outside, by an edge', () => {
  const none = 'nothing joins the VPC to networks of its own';

  it('are kept out by name where nothing joins the VPC to them, and where it isn’t known that is said', () => {
    expect(stopsOf(publicVpc(), IN)).toContain(`gateway v: ${none}`);
    const facts = publicVpc().table('private', 'v', [toEdge], { vpc: oneOf('v', 'w') });
    expect(stopsOf(facts, IN)).toEqual([
      'unknown, arrives unknown',
      'gateway v: not known: whether it joins the VPC to networks of its own',
    ]);
  });

  it.each<[string, Route | undefined, Partial<RouteTable>, string]>([
    ['surely where a table has a route to one', toEdge, {}, 'some'],
    ['perhaps where routes may be missing', undefined, { incomplete: APPLY }, 'unknown'],
    ['perhaps where the route may be another table’s', { ...toEdge, certain: false }, {}, 'unknown'],
    ['perhaps where its target may be another', { ...toEdge, target: { ...toEdge.target, open: APPLY } }, {}, 'unknown'],
    ['perhaps where its target isn’t told', { ...toEdge, target: { choices: [], open: APPLY } }, {}, 'unknown'],
    [
      'perhaps where it leads there or stays',
      route('10.9.0.0/16', { kind: 'edge', key: 'vgw' }, { kind: 'local' }),
      {},
      'unknown',
    ],
    ['perhaps where the table may be another VPC’s', toEdge, { vpc: oneOf('v', 'w') }, 'unknown'],
    ['perhaps where the table may be any VPC’s', toEdge, { vpc: { choices: ['v'], open: APPLY } }, 'unknown'],
    ['not where the route has no target', route('192.168.0.0/16'), {}, 'none'],
  ])('come in %s', (_how, one, more, arrives) => {
    const facts = publicVpc().table('other', 'v', one === undefined ? [] : [one], more);
    expect(verdict(facts, IN)).toBe(`unreachable, arrives ${arrives}`);
  });
});

describe('packets from addresses outside, by a transit gateway', () => {
  const perhaps = 'unreachable, arrives unknown';

  it.each<[string, OneOf<string>, string]>([
    ['may come in where it isn’t known to which one the VPC is attached', { choices: ['tgw'], open: APPLY }, perhaps],
    ['may come in where it is one of two, one of which no document has', oneOf('tgw', 'tgw-2'), perhaps],
    ['don’t where it is another one', oneOf('tgw-3'), 'unreachable, arrives none'],
  ])('%s', (_title, gateway, wanted) => {
    const facts = but('tgw-v', { gateway }, attached([]).table('private', 'v', []).transit('tgw-3', {}));
    facts.facts.transitTables.set('tgw-table', { key: 'tgw-table', routes: [], propagated: [] });
    expect(verdict(facts, IN)).toBe(wanted);
  });

  it('don’t by the VPN of another gateway', () => {
    const facts = but('vpn', { gateway: oneOf('tgw-2') }, attached([]).transit('tgw-2', {}));
    expect(verdict(facts, IN)).toBe('unreachable, arrives none');
  });

  it('may come in by the VPN of a gateway that no document describes', () => {
    const facts = attached([]).table('private', 'v', []);
    expect(verdict(facts, IN)).toBe('unreachable, arrives some');
    facts.facts.transitGateways.delete('tgw');
    expect(verdict(facts, IN)).toBe(perhaps);
  });

  it('may come in by an attachment that no document has, though the known VPN has no route in', () => {
    const facts = (routes: readonly (readonly [string, string])[]): Facts => {
      const made = but('vpn', { table: oneOf('apart') }, attached([['192.168.0.0/16', 'vpn'], ...routes]));
      made.facts.transitTables.set('apart', { key: 'apart', routes: [], propagated: [] });
      return made;
    };
    const open = facts([]);
    const table = open.facts.transitTables.get('tgw-table')!;
    const untold = { ...table.routes[0]!, block: block('172.16.0.0/12'), target: { choices: [], open: APPLY } };
    open.facts.transitTables.set('tgw-table', { ...table, routes: [...table.routes, untold] });
    const said = [facts([]), facts([['172.16.0.0/12', 'vpn-2']]), open].map((each) => verdict(each, IN));
    expect(said).toEqual(['unreachable, arrives none', 'unknown, arrives unknown', 'unknown, arrives unknown']);
  });

  it('may come in where the table of the VPC’s attachment isn’t known, or no document has it', () => {
    const apart = (table: OneOf<string>): Facts => {
      const facts = but('tgw-v', { table });
      facts.facts.transitAttachments.delete('vpn');
      return facts;
    };
    const said = [oneOf('tgw-table'), oneOf('rtb'), { choices: [], open: APPLY }].map((table) => verdict(apart(table), IN));
    expect(said).toEqual(['unknown, arrives unknown', 'unknown, arrives unknown', 'unknown, arrives unknown']);
  });

  it('get no reply by a gateway that the VPC isn’t attached to, nor where the receiver’s table leads to NAT', () => {
    const nat = attached().table('private', 'v', [route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' })]);
    const said = [attached([['192.168.0.0/16', 'vpn']], 'tgw-2').transit('tgw-2', {}), nat].map((facts) => verdict(facts, IN));
    expect(said).toEqual(['unreachable, arrives some', 'unreachable, arrives some']);
  });
});

describe('packets to addresses outside, by a transit gateway', () => {
  it('say why they don’t get out: the VPC isn’t attached, or the table leads to a VPC', () => {
    const facts = attached([['192.168.0.0/16', 'tgw-w']])
      .vpc('w', ['10.9.0.0/16'])
      .subnet('tw', 'w', '10.9.0.0/24')
      .transitAttachment('tgw-w', 'tgw', 'w', ['tw']);
    expect(stopsOf(but('tgw-v', { vpc: oneOf('w') }), OUT)).toEqual([
      'unreachable, arrives none',
      "route private: route 192.168.0.0/16 to transit-gateway tgw (aws_route.r): v isn't attached to it",
      'address host in app: has no public IPv4 address',
      'gateway igw: only addresses that the internet routes pass',
    ]);
    expect(stopsOf(facts, OUT)).toEqual([
      'unreachable, arrives none',
      'route tgw-table: route 192.168.0.0/16 to attachment tgw-w (aws_ec2_transit_gateway_route.r)',
    ]);
  });

  it('and further to the internet are lost where its table has no route, else it isn’t known, whatever ACLs say on the way', () => {
    const internet = { from: host('app'), to: INTERNET };
    const facts = (...routes: readonly (readonly [string, string])[]): Facts =>
      attached(routes).table('private', 'v', [route('0.0.0.0/0', { kind: 'transit-gateway', key: 'tgw' })]);
    const lead = 'route tgw-table: route 0.0.0.0/0 to attachment vpn (aws_ec2_transit_gateway_route.r)';
    expect(stopsOf(facts(), internet)).toEqual(['unreachable, arrives none', 'route tgw-table: no route: dropped']);
    expect(stopsOf(facts(['0.0.0.0/0', 'vpn']), internet)).toEqual(['unknown, arrives unknown', lead]);
    expect(stopsOf(facts(['0.0.0.0/0', 'vpn']).acl('gate-acl', {}), internet)).toEqual(['unknown, arrives unknown', lead]);
  });
});
