import type { RouteTarget } from '../../../../policies/model/network';
import { ALL, amazon, entry, Facts, host, oneOf, route, tcp } from '../facts';
import { pathOf, publicVpc, stopsOf, verdict } from './questions';

const ACL = "AWS's own default ACL allows everything";
const GATEWAY = { kind: 'internet-gateway', key: 'igw' } as const;
const EGRESS_ONLY = { kind: 'egress-only-gateway', key: 'eigw' } as const;

/** Two VPCs with IPv4 and IPv6 and an internet gateway each; `v` has one for egress only. */
function two(target?: RouteTarget): Facts {
  const back: RouteTarget = { kind: 'internet-gateway', key: 'igw-w' };
  const facts = new Facts()
    .vpc('v', ['10.1.0.0/16', amazon('v')])
    .vpc('w', ['10.2.0.0/16', amazon('w')])
    .internetGateway('igw', 'v')
    .internetGateway('igw-w', 'w')
    .table('v-main', 'v', target === undefined ? [] : [route('10.2.0.0/16', target), route(amazon('w'), target)])
    .table('w-main', 'w', [route('10.1.0.0/16', back), route(amazon('v'), back)])
    .subnet('sv', 'v', '10.1.0.0/24', { ipv6: amazon('v', 8, 1) })
    .subnet('sw', 'w', '10.2.0.0/24', { ipv6: amazon('w', 8, 1) });
  facts.facts.egressOnlyGateways.set('eigw', { key: 'eigw', vpc: oneOf('v') });
  return facts;
}

const over4 = { from: host('sv'), to: host('sw') };
const over6 = { ...over4, family: 'v6' } as const;

describe('to an interface of another VPC', () => {
  it.each<[string, RouteTarget]>([
    ['an internet gateway', GATEWAY],
    ['an egress-only gateway', EGRESS_ONLY],
  ])('over IPv6 by %s and the receiver’s internet gateway', (_by, target) => {
    const { kind, key } = target as typeof GATEWAY;
    expect(pathOf(two(target), over6)).toEqual([
      'proven, arrives some',
      `network-acl-out v-acl: ${ACL}`,
      `route v-main: route the IPv6 block of w to ${kind} ${key} (aws_route.r)`,
      `gateway ${key}: attached to the VPC`,
      `gateway ${key}: only addresses that the internet routes pass`,
      'gateway igw-w: internet gateway of the VPC',
      `network-acl-in w-acl: ${ACL}`,
      `network-acl-out w-acl, reply: ${ACL}`,
      'route w-main, reply: route the IPv6 block of v to internet-gateway igw-w (aws_route.r)',
      `network-acl-in v-acl, reply: ${ACL}`,
    ]);
  });

  it.each<[string, RouteTarget | undefined, string]>([
    [
      'an internet gateway',
      GATEWAY,
      'route 10.2.0.0/16 to internet-gateway igw (aws_route.r): private addresses are not routed beyond',
    ],
    ['an egress-only gateway', EGRESS_ONLY, 'route 10.2.0.0/16 to egress-only-gateway eigw (aws_route.r): passes IPv6 only'],
    [
      'an endpoint',
      { kind: 'gateway-endpoint', key: 'vpce' },
      'route 10.2.0.0/16 to gateway-endpoint vpce (aws_route.r): leads elsewhere',
    ],
    ['a blackhole', { kind: 'blackhole' }, 'route 10.2.0.0/16 to blackhole (aws_route.r): leads elsewhere'],
    ['the VPC itself', { kind: 'local' }, 'route 10.2.0.0/16 to local (aws_route.r): sw is in another VPC'],
    ['nothing', undefined, 'no route: dropped'],
  ])('over IPv4 by %s nothing gets there, and that nothing joins the VPCs is said too', (_by, target, why) => {
    expect(stopsOf(two(target), over4)).toEqual([
      'unreachable, arrives none',
      `route v-main: ${why}`,
      'gateway v: nothing joins v and w',
    ]);
  });

  it.each<[string, RouteTarget, string]>([
    ['an edge', { kind: 'edge', key: 'vgw' }, 'gateway vgw: not known: what lies beyond vgw'],
    ['a middlebox', { kind: 'middlebox', key: 'eni' }, 'gateway eni: not known: what eni in between lets pass'],
    ['a peering that no document has', { kind: 'peering', key: 'pcx' }, 'gateway pcx: not known: what pcx joins'],
    ['a gateway that no document has', { kind: 'transit-gateway', key: 't' }, 'gateway t: not known: what lies beyond t'],
  ])('by %s it isn’t known', (_by, target, why) => {
    expect(stopsOf(two(target), over4)).toEqual(['unknown, arrives unknown', why]);
  });

  it('over IPv6 is stopped by the sender’s entries for replies, the receiver’s, and where its reply doesn’t leave by its gateway', () => {
    const out = [entry(1, 'allow', ALL, '::/0')];
    const said = [
      two(GATEWAY).acl('v-acl', { out }),
      two(EGRESS_ONLY).acl('v-acl', { out }),
      two(GATEWAY).acl('v-acl', { out, in: [entry(1, 'allow', tcp(1024, 65535), '::/0')] }),
      two(EGRESS_ONLY).acl('v-acl', { out, in: [entry(1, 'allow', tcp(1024, 65535), '::/0')] }),
      two(GATEWAY).acl('w-acl', { out }),
      two(GATEWAY).table('w-main', 'w', []),
    ].map((facts) => verdict(facts, over6));
    const [works, lost] = ['proven, arrives some', 'unreachable, arrives some'];
    expect(said).toEqual([lost, lost, works, works, 'unreachable, arrives none', lost]);
  });
});

describe('a reply over IPv6', () => {
  it.each<[string, RouteTarget, string]>([
    ['may come back from an edge', { kind: 'edge', key: 'vgw' }, 'unknown, arrives some'],
    ['doesn’t from a third VPC’s internet gateway', { kind: 'internet-gateway', key: 'igw-x' }, 'unreachable, arrives some'],
  ])('%s', (_what, target, wanted) => {
    const facts = two(GATEWAY).internetGateway('igw-x', 'x');
    expect(verdict(facts.table('w-main', 'w', [route(amazon('v'), target)]), over6)).toBe(wanted);
  });
});

describe('without a route to another VPC, what it may have been meant to go by is judged too', () => {
  const none = ['unreachable, arrives none', 'route v-main: no route: dropped'];
  const back = 'route w-main, reply: route 10.1.0.0/16 to internet-gateway igw-w (aws_route.r)';

  it.each<[string, Facts, readonly string[]]>([
    ['a peering of both', two().peering('pcx', 'v', 'w', false), ['gateway pcx: never accepted', back]],
    ['not one with a third', two().vpc('x', ['10.3.0.0/16']).peering('pcx', 'v', 'x'), ['gateway v: nothing joins v and w']],
    [
      'a transit gateway of both',
      two()
        .transit('t', { v: ['sv'] })
        .transit('tgw', { v: ['sv'], w: ['sw'] }),
      [back],
    ],
    ['not one of the receiver’s alone', two().transit('tgw', { w: ['sw'] }), ['gateway v: nothing joins v and w']],
  ])('%s', (_what, facts, stops) => {
    expect(stopsOf(facts, over4)).toEqual([...none, ...stops]);
  });
});

describe('to an interface of the same VPC', () => {
  it.each<[string, RouteTarget]>([
    ['an internet gateway', GATEWAY],
    ['an egress-only gateway', EGRESS_ONLY],
  ])('by %s it isn’t known: no page of AWS says that it comes back', (_by, target) => {
    const { key } = target as typeof GATEWAY;
    const facts = two()
      .table('apart', 'v', [route(amazon('v', 8, 2), target)])
      .subnet('sv', 'v', '10.1.0.0/24', { ipv6: amazon('v', 8, 1), table: oneOf('apart') })
      .subnet('sw', 'v', '10.1.1.0/24', { ipv6: amazon('v', 8, 2), table: oneOf('back') })
      .table('back', 'v', [route(amazon('v', 8, 1), GATEWAY)]);
    expect(stopsOf(facts, over6)).toEqual([
      'unknown, arrives unknown',
      `gateway ${key}: not known: what comes back into its own VPC`,
    ]);
  });

  it('by a blackhole nothing gets there, and nothing else is to blame', () => {
    const facts = publicVpc().table('private', 'v', [route('10.0.0.0/24', { kind: 'blackhole' })]);
    expect(stopsOf(facts, { from: host('app'), to: host('web') })).toEqual([
      'unreachable, arrives none',
      'route private: route 10.0.0.0/24 to blackhole (aws_route.r): leads elsewhere',
    ]);
  });
});
