import type { Vpc } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { ALL, amazon, entry, type Facts, host, INTERNET, oneOf, route } from '../facts';
import { pathOf, publicVpc, stopsOf, verdict } from './questions';

const APPLY = new Unknown('known only after apply');
const ACL = "AWS's own default ACL allows everything";
const web = host('web', 'open', { publicIpv4: true });
const IN = { from: INTERNET, to: web };
const OUT = { from: web, to: INTERNET };
const BY_NAT = { from: host('app'), to: INTERNET };

/** The internet gateway belongs to these VPCs, or isn't in the documents at all. */
function owned(...vpcs: readonly string[]): Facts {
  const facts = publicVpc();
  if (vpcs.length === 0) facts.facts.internetGateways.delete('igw');
  else facts.facts.internetGateways.set('igw', { key: 'igw', vpc: oneOf(...vpcs) });
  return facts;
}

function but(more: Partial<Vpc>, facts = publicVpc()): Facts {
  facts.facts.vpcs.set('v', { ...facts.facts.vpcs.get('v')!, ...more });
  return facts;
}

/** A VPC with IPv6 whose private tier leaves by an egress-only gateway. */
function dual(): Facts {
  const facts = publicVpc()
    .vpc('v', ['10.0.0.0/16', amazon('v')])
    .table('private', 'v', [route('::/0', { kind: 'egress-only-gateway', key: 'eigw' })])
    .subnet('app', 'v', '10.0.1.0/24', { ipv6: amazon('v', 8, 3), table: oneOf('private'), acl: oneOf('app-acl') });
  facts.facts.egressOnlyGateways.set('eigw', { key: 'eigw', vpc: oneOf('v') });
  return facts;
}

describe('by an internet gateway', () => {
  it('the way out and the way in are shown with what lets packets pass', () => {
    expect(pathOf(publicVpc(), OUT)).toEqual([
      'proven, arrives some',
      `network-acl-out web-acl: ${ACL}`,
      'route public: route 0.0.0.0/0 to internet-gateway igw (aws_route.r)',
      'gateway igw: attached to the VPC',
      'address host in web: has a public IPv4 address',
      'gateway igw: only addresses that the internet routes pass',
      `network-acl-in web-acl, reply: ${ACL}`,
    ]);
    expect(pathOf(publicVpc().internetGateway('igw-2', 'v'), IN)).toEqual([
      'proven, arrives some',
      'gateway igw, igw-2: only addresses that the internet routes pass',
      'gateway igw, igw-2: internet gateway of the VPC',
      'address host in web: has a public IPv4 address',
      `network-acl-in web-acl: ${ACL}`,
      `network-acl-out web-acl, reply: ${ACL}`,
      'route public, reply: route 0.0.0.0/0 to internet-gateway igw (aws_route.r)',
    ]);
  });

  const lead = 'route 0.0.0.0/0 to internet-gateway igw (aws_route.r)';
  it.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    [
      'that no document has: out may be, in isn’t',
      [],
      ['unknown, arrives unknown', 'gateway igw: not known: whether igw is attached'],
      ['unreachable, arrives none', 'gateway v: the VPC has no internet gateway'],
      ['unknown, arrives unknown', `route public: ${lead}`],
    ],
    [
      'of another VPC: nothing passes',
      ['w'],
      ['unreachable, arrives none', 'gateway igw: not attached to v, or not surely'],
      ['unreachable, arrives none', 'gateway v: the VPC has no internet gateway', `route public, reply: ${lead}`],
      ['unreachable, arrives none', `route public: ${lead}`],
    ],
    [
      'of this VPC or another: everything may be',
      ['v', 'w'],
      ['unknown, arrives unknown', 'gateway igw: not attached to v, or not surely'],
      ['unknown, arrives unknown', 'gateway igw: not known: whether it is attached', `route public, reply: ${lead}`],
      ['unknown, arrives unknown', `route public: ${lead}`],
    ],
  ])('%s', (_whose, vpcs, out, into, byNat) => {
    const facts = owned(...vpcs);
    expect([OUT, IN, BY_NAT].map((query) => stopsOf(facts, query))).toEqual([out, into, byNat]);
  });

  it('packets may come in where the documents don’t tell of every gateway', () => {
    const facts = but({ otherGateways: APPLY }, owned());
    expect(stopsOf(facts, IN).slice(0, 2)).toEqual(['unknown, arrives unknown', 'gateway v: not known: known only after apply']);
    expect(stopsOf(but({ otherGateways: APPLY }), IN)).toEqual(['proven, arrives some']);
  });

  it('a route table of its own is said on the way of the reply out, and on the way in', () => {
    const facts = publicVpc();
    facts.facts.internetGateways.set('igw', { key: 'igw', vpc: oneOf('v'), edgeTable: 'edge-rt' });
    const why = 'not known: igw has a route table of its own';
    expect([OUT, IN, BY_NAT].map((query) => stopsOf(facts, query))).toEqual([
      ['unknown, arrives some', `gateway igw, reply: ${why}`],
      ['unknown, arrives unknown', `gateway igw: ${why}`],
      ['unknown, arrives some', `gateway igw, reply: ${why}`],
    ]);
  });

  it('may not be known whether an interface has a public address, nor whether a reply gets out through a middlebox', () => {
    expect(stopsOf(publicVpc(), { from: INTERNET, to: host('web', 'open', { publicIpv4: 'unknown' }) })).toEqual([
      'unknown, arrives unknown',
      'address host in web: not known: whether it has a public IPv4 address',
    ]);
    const facts = publicVpc().table('public', 'v', [route('0.0.0.0/0', { kind: 'middlebox', key: 'eni' })]);
    expect(stopsOf(facts, IN)).toEqual([
      'unknown, arrives some',
      'route public, reply: route 0.0.0.0/0 to middlebox eni (aws_route.r)',
    ]);
  });
});

describe('by an egress-only gateway', () => {
  const over6 = { ...BY_NAT, family: 'v6' } as const;

  it('the way out is shown, the reply by the sender’s own entries alone', () => {
    expect(pathOf(dual(), over6)).toEqual([
      'proven, arrives some',
      `network-acl-out app-acl: ${ACL}`,
      'route private: route ::/0 to egress-only-gateway eigw (aws_route.r)',
      'gateway eigw: attached to the VPC',
      'gateway eigw: only addresses that the internet routes pass',
      `network-acl-in app-acl, reply: ${ACL}`,
    ]);
    const shut = dual().acl('app-acl', { out: [entry(1, 'allow', ALL, '::/0')] });
    expect(stopsOf(shut, over6)).toEqual([
      'unreachable, arrives some',
      'network-acl-in app-acl, reply: no entry matches: dropped',
    ]);
  });

  it('Block Public Access leaves it open, but for none', () => {
    const said = (['all', 'outbound', 'egress', 'none'] as const).map((publicAccess) =>
      verdict(but({ publicAccess }, dual()), over6),
    );
    const open = 'proven, arrives some';
    expect(said).toEqual([open, open, open, 'unreachable, arrives none']);
  });

  it('one that isn’t the VPC’s lets nothing out, nor does any over IPv4', () => {
    const facts = dual();
    facts.facts.egressOnlyGateways.set('eigw', { key: 'eigw', vpc: oneOf('w') });
    expect(verdict(facts, over6)).toBe('unreachable, arrives none');
    const over4 = dual().table('private', 'v', [route('0.0.0.0/0', { kind: 'egress-only-gateway', key: 'eigw' })]);
    expect(stopsOf(over4, BY_NAT)).toEqual([
      'unreachable, arrives none',
      'route private: route 0.0.0.0/0 to egress-only-gateway eigw (aws_route.r): passes IPv6 only',
      'address host in app: has no public IPv4 address',
    ]);
  });
});
