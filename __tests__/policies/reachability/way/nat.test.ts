import type { NatGateway, RouteTarget } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, entry, type Facts, host, INTERNET, oneOf, route } from '../facts';
import { pathOf, publicVpc, stopsOf } from './questions';

const APPLY = new Unknown('known only after apply');
const ACL = "AWS's own default ACL allows everything";
const OUT = { from: host('app'), to: INTERNET };
const PRIVATE = 'route private: route 0.0.0.0/0 to nat-gateway nat (aws_route.r)';
const PUBLIC = 'route public: route 0.0.0.0/0 to internet-gateway igw (aws_route.r)';
const toInternet = route('0.0.0.0/0', { kind: 'internet-gateway', key: 'igw' });
const [works, doubt] = ['proven, arrives some', 'unknown, arrives unknown'];

function nat(more: Partial<NatGateway>): Facts {
  const facts = publicVpc();
  facts.facts.natGateways.set('nat', { ...facts.facts.natGateways.get('nat')!, ...more });
  return facts;
}

describe('a NAT gateway, to the internet', () => {
  it('passes packets on by its own subnet’s ACL and table, and their replies back', () => {
    expect(pathOf(publicVpc(), OUT)).toEqual([
      works,
      `network-acl-out app-acl: ${ACL}`,
      PRIVATE,
      'gateway nat: NAT gateways pass tcp, udp and icmp',
      `network-acl-in gate-acl: ${ACL}`,
      `network-acl-out gate-acl: ${ACL}`,
      PUBLIC,
      'gateway igw: only addresses that the internet routes pass',
      `network-acl-in gate-acl, reply: ${ACL}`,
      `network-acl-out gate-acl, reply: ${ACL}`,
      'route public, reply: local route 10.0.0.0/16',
      `network-acl-in app-acl, reply: ${ACL}`,
    ]);
  });

  it('in the sender’s own subnet is met without its ACL and without a route', () => {
    const facts = publicVpc()
      .subnet('app', 'v', '10.0.1.0/24', { table: oneOf('private'), acl: oneOf('app-acl') })
      .natGateway('nat', 'web');
    const own = { from: host('web'), to: INTERNET };
    const either = route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' });
    expect(pathOf(facts.table('public', 'v', [either]), own).slice(1, 4)).toEqual([
      'route public: route 0.0.0.0/0 to nat-gateway nat (aws_route.r)',
      'gateway nat: NAT gateways pass tcp, udp and icmp',
      `network-acl-out web-acl: ${ACL}`,
    ]);
  });

  it.each<[string, Partial<NatGateway>, string]>([
    ['where it stands', { subnet: oneOf('x') }, 'where nat stands'],
    ['whether it stands elsewhere', { subnet: { choices: ['gate'], open: APPLY } }, APPLY.why],
    ['where of all places', { subnet: { choices: [], open: APPLY } }, APPLY.why],
    ['where, as nothing says so', { subnet: { choices: [] } }, 'where nat stands'],
    ['where it leads, being private', { connectivity: 'private' }, 'where a private NAT gateway leads'],
    ['whether it is public', { connectivity: APPLY }, APPLY.why],
  ])('leaves it open when it isn’t known %s', (_what, more, why) => {
    expect(stopsOf(nat(more), OUT)).toEqual([doubt, `gateway nat: not known: ${why}`]);
  });

  it('that no document has leaves it open', () => {
    const facts = publicVpc();
    facts.facts.natGateways.delete('nat');
    expect(stopsOf(facts, OUT)).toEqual([doubt, 'gateway nat: not known: where nat stands']);
  });

  it.each<[string, RouteTarget | undefined, string, string]>([
    ['nothing', undefined, 'unreachable, arrives none', 'no route: dropped'],
    ['a blackhole', { kind: 'blackhole' }, 'unreachable, arrives none', 'route 0.0.0.0/0 to blackhole (aws_route.r)'],
    ['itself', { kind: 'nat-gateway', key: 'nat' }, doubt, 'route 0.0.0.0/0 to nat-gateway nat (aws_route.r)'],
    ['a gateway', { kind: 'transit-gateway', key: 't' }, doubt, 'route 0.0.0.0/0 to transit-gateway t (aws_route.r)'],
  ])('whose own table leads to %s', (_where, target, wanted, text) => {
    const facts = publicVpc().table('public', 'v', target === undefined ? [] : [route('0.0.0.0/0', target)]);
    expect(stopsOf(facts, OUT)).toEqual([wanted, `route public: ${text}`]);
  });

  it.each<RouteTarget>([
    { kind: 'transit-gateway', key: 'x' },
    { kind: 'middlebox', key: 'x' },
    { kind: 'edge', key: 'x' },
  ])('may get replies back to the sender by %j', (target) => {
    const facts = publicVpc().table('public', 'v', [toInternet, route('10.0.1.0/24', target)]);
    expect(stopsOf(facts, OUT)).toEqual([
      'unknown, arrives some',
      `route public, reply: route 10.0.1.0/24 to ${target.kind} x (aws_route.r)`,
    ]);
  });

  it('passes no protocol 50, and over IPv6 translates to IPv4, which isn’t judged', () => {
    const traffic = { protocol: 'other', number: 50 } as const;
    expect(stopsOf(publicVpc(), { ...OUT, traffic })).toEqual([
      'unreachable, arrives none',
      'gateway nat: NAT gateways pass tcp, udp and icmp',
      PUBLIC,
    ]);
  });
});

describe('a NAT gateway, to an interface', () => {
  const facts = (where = '10.0.0.0/24'): Facts =>
    publicVpc().table('private', 'v', [route(where, { kind: 'nat-gateway', key: 'nat' })]);
  const inward = { from: host('app'), to: host('web') };

  it('is in doubt by its own table, and where that drops them nothing gets there', () => {
    expect(stopsOf(facts(), inward)).toEqual([doubt, 'route public: local route 10.0.0.0/16']);
    const dropped = facts().table('public', 'v', [route('10.0.0.0/24', { kind: 'blackhole' })]);
    expect(stopsOf(dropped, inward)).toEqual([
      'unreachable, arrives none',
      'route public: route 10.0.0.0/24 to blackhole (aws_route.r)',
    ]);
    const shut = facts().acl('gate-acl', { in: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    expect(stopsOf(shut, inward)).toEqual(['unreachable, arrives none', 'network-acl-out gate-acl: no entry matches: dropped']);
  });

  it('in its own subnet is in doubt without ACL and route', () => {
    const beside = facts('10.0.9.0/28').acl('gate-acl', { in: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    expect(stopsOf(beside, { from: host('app'), to: host('gate') })).toEqual([
      doubt,
      'gateway nat: not known: what nat sends inside its own subnet',
    ]);
  });
});
