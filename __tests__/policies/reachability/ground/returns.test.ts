import type { OneOf, Peering, RouteTarget } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { joins } from '../../../../policies/reachability/ground/returns';
import { ALL, block, entry, Facts, host, oneOf, route } from '../facts';
import { verdict } from '../way/questions';

const UNKNOWN = new Unknown('known only after apply');
const FORTH = { kind: 'peering', key: 'pcx' } as const;
const [ANSWERED, LOST, DOUBT] = ['proven, arrives some', 'unreachable, arrives some', 'unknown, arrives some'];

/** Two VPCs with a peering, whose replies leave the receiver's subnet by another hop. */
function peered(back: RouteTarget, more: Parameters<Facts['table']>[3] = {}): Facts {
  return new Facts()
    .vpc('a', ['10.1.0.0/16'])
    .vpc('b', ['10.2.0.0/16'])
    .peering('pcx', 'a', 'b')
    .table('a-main', 'a', [route('10.2.0.0/16', FORTH)])
    .table('b-main', 'b', [route('10.1.0.0/16', back)], more)
    .subnet('sa', 'a', '10.1.0.0/24')
    .subnet('sb', 'b', '10.2.0.0/24');
}

const QUERY = { from: host('sa'), to: host('sb') };

describe('a reply over IPv4 to what came by a peering', () => {
  it.each<[string, RouteTarget, string]>([
    ['is answered by the same peering', FORTH, ANSWERED],
    ['is unknown by a middlebox', { kind: 'middlebox', key: 'eni' }, DOUBT],
    ['is unknown by a virtual private gateway', { kind: 'edge', key: 'vgw' }, DOUBT],
    ['is unknown by a peering that no document describes', { kind: 'peering', key: 'pcx-0aaa' }, DOUBT],
    ['is unknown by a transit gateway that no document describes', { kind: 'transit-gateway', key: 'tgw-0aaa' }, DOUBT],
    ['is lost at an internet gateway', { kind: 'internet-gateway', key: 'igw' }, LOST],
    ['is lost at a NAT gateway', { kind: 'nat-gateway', key: 'nat' }, LOST],
    ['is lost in a blackhole', { kind: 'blackhole' }, LOST],
  ])('%s', (_what, back, wanted) => {
    expect(verdict(peered(back), QUERY)).toBe(wanted);
  });

  it('is unknown by a peering that may be accepted, and lost by one that surely is not', () => {
    const other = { kind: 'peering', key: 'pcx2' } as const;
    const said = ([UNKNOWN, false] as const).map((active) => {
      const facts = peered(other).peering('pcx2', 'b', 'a');
      const made = facts.facts.peerings.get('pcx2')!;
      facts.facts.peerings.set('pcx2', { ...made, active });
      return verdict(facts, QUERY);
    });
    expect(said).toEqual([DOUBT, LOST]);
  });

  it('is unknown where routes of the receiver may be missing, or its table, and where a route may lead to anything', () => {
    const blackhole = { kind: 'blackhole' } as const;
    const [missing, elsewhere, anything] = [peered(blackhole, { incomplete: UNKNOWN }), peered(blackhole), peered(blackhole)];
    elsewhere.subnet('sb', 'b', '10.2.0.0/24', { table: { choices: ['b-main'], open: UNKNOWN } });
    anything.table('b-main', 'b', [{ ...route('10.1.0.0/16'), target: { choices: [], open: UNKNOWN } }]);
    const said = [peered(blackhole), missing, elsewhere, anything].map((facts) => {
      // Entries that only what comes out of the attachment goes round: by the peering itself nothing returns.
      facts.acl('a-acl', { out: [entry(1, 'allow', ALL, '0.0.0.0/0')] }).transit('tgw', { a: ['sa'] });
      return verdict(facts, QUERY);
    });
    expect(said).toEqual([LOST, DOUBT, DOUBT, DOUBT]);
  });

  it('is lost where the receiver’s entries let nothing out, whatever takes it', () => {
    const facts = peered({ kind: 'edge', key: 'vgw' }).acl('b-acl', { in: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    expect(verdict(facts, QUERY)).toBe(LOST);
  });

  it('is lost where the sender’s entries let nothing in, unless an attachment may stand in its subnet', () => {
    const facts = (): Facts =>
      peered({ kind: 'edge', key: 'vgw' })
        .acl('a-acl', { out: [entry(1, 'allow', ALL, '0.0.0.0/0')] })
        .subnet('ta', 'a', '10.1.1.0/28');
    const open = facts().transit('tgw', { a: ['ta'] });
    const attachment = open.facts.transitAttachments.get('tgw-a')!;
    open.facts.transitAttachments.set('tgw-a', { ...attachment, subnets: UNKNOWN });
    const said = [facts(), facts().transit('tgw', { a: ['ta'] }), facts().transit('tgw', { a: ['sa'] }), open];
    expect(said.map((each) => verdict(each, QUERY))).toEqual([LOST, LOST, DOUBT, DOUBT]);
  });

  it('by another way never makes it sure that a packet arrives whose own route is in doubt', () => {
    const facts = peered({ kind: 'edge', key: 'vgw' }).table('a-main', 'a', [
      { ...route('10.2.0.0/16', FORTH), destination: UNKNOWN },
    ]);
    expect(verdict(facts, QUERY)).toBe('unknown, arrives unknown');
  });
});

describe('a reply over IPv6', () => {
  /** As it is in IPv6: `b` may be the VPC of `a` itself. */
  const answered = (vpc: 'a' | 'b', back: RouteTarget): Facts =>
    new Facts()
      .vpc('a', ['10.1.0.0/16', '2600:1f00::/56'])
      .vpc('b', ['10.2.0.0/16', '2600:1f00:1::/56'])
      .peering('pcx', 'a', 'b')
      .internetGateway('igw', vpc)
      .table('a-main', 'a', [route('2600:1f00:1::/56', FORTH)])
      .table('back', vpc, [route('2600:1f00::/64', back)])
      .subnet('sa', 'a', '10.1.0.0/24', { ipv6: block('2600:1f00::/64') })
      .subnet('sb', vpc, vpc === 'a' ? '10.1.1.0/24' : '10.2.0.0/24', {
        ipv6: block(vpc === 'a' ? '2600:1f00:0:1::/64' : '2600:1f00:1::/64'),
        table: oneOf('back'),
      });

  it.each<[string, 'a' | 'b', RouteTarget, string]>([
    ['to another VPC is unknown by an internet gateway', 'b', { kind: 'internet-gateway', key: 'igw' }, DOUBT],
    ['inside a VPC is lost at its internet gateway', 'a', { kind: 'internet-gateway', key: 'igw' }, LOST],
    ['to another VPC is lost at an egress-only gateway', 'b', { kind: 'egress-only-gateway', key: 'eigw' }, LOST],
    ['inside a VPC is unknown by an edge', 'a', { kind: 'edge', key: 'vgw' }, DOUBT],
  ])('%s', (_what, vpc, back, wanted) => {
    expect(verdict(answered(vpc, back), { ...QUERY, family: 'v6' })).toBe(wanted);
  });
});

describe('a peering joins two VPCs', () => {
  const peering = (requester: OneOf<string>, accepter: OneOf<string>): Peering => {
    return { ...new Facts().peering('pcx', 'a', 'b').facts.peerings.get('pcx')!, requester, accepter };
  };
  const open = { choices: [], open: UNKNOWN };

  it.each<[string, OneOf<string>, OneOf<string>, ReturnType<typeof joins>]>([
    ['where one asks the other', oneOf('a'), oneOf('b'), 'yes'],
    ['where the other asks', oneOf('b'), oneOf('a'), 'yes'],
    ['not where both sides are one of them', oneOf('a'), oneOf('a'), 'no'],
    ['not where a third stands on one side', oneOf('a'), oneOf('c'), 'no'],
    ['perhaps where one side is not known', oneOf('b'), open, 'unknown'],
    ['not where a third stands on the side that is known', oneOf('c'), open, 'no'],
    ['perhaps where one side may be a third', oneOf('a'), oneOf('b', 'c'), 'unknown'],
  ])('%s', (_where, requester, accepter, wanted) => {
    expect([joins(peering(requester, accepter), 'a', 'b'), joins(peering(requester, accepter), 'b', 'a')]).toEqual([
      wanted,
      wanted,
    ]);
  });
});
