import { type Ledger as LedgerType, Ledger } from '../../../../modules/core/ledger';
import { after, lines, NET, open, refusal, tier } from './asking';

const APP = `${NET}/app`;

/** A VPC of /20 with tier app in these zones. */
function withZones(ledger: LedgerType, zones: string, rest = {}): LedgerType {
  return after(ledger, (session) => session.subnets(APP, tier(zones, session.vpc(NET, { size: 20 }), rest)));
}

describe('blocks and subnets of a tier', () => {
  it('puts four zones into one aligned block, whatever their order', () => {
    const session = open();
    const { blocks, subnets } = session.subnets(APP, tier('cab', session.vpc(NET, { size: 20 })));
    expect(blocks.map(String)).toEqual(['10.0.0.0/23']);
    expect([...subnets].map(([zone, cidr]) => `${zone} ${cidr.toString()}`)).toEqual([
      'a 10.0.0.0/25',
      'b 10.0.0.128/25',
      'c 10.0.1.0/25',
    ]);
  });

  it('opens block 2 for the fifth zone', () => {
    const session = open();
    const { blocks, subnets } = session.subnets(APP, tier('abcde', session.vpc(NET, { size: 20 })));
    expect(blocks.map(String)).toEqual(['10.0.0.0/23', '10.0.2.0/23']);
    expect(subnets.get('e')?.toString()).toBe('10.0.2.0/25');
  });

  it('calls block 2 by its number when the zones of block 1 are gone', () => {
    const session = open(withZones(Ledger.empty, 'abcde'));
    const { blocks, blockNumbers } = session.subnets(APP, tier('e', session.vpc(NET, { size: 20 })));
    expect([blocks.map(String), blockNumbers]).toEqual([['10.0.2.0/23'], [2]]);
  });

  it('removes and re-adds the middle zone without moving one, and gives its slot to nobody meanwhile', () => {
    const gap = withZones(withZones(Ledger.empty, 'abc'), 'ac');
    expect(lines(gap).filter((line) => line.startsWith('subnet'))).toEqual([
      `subnet ${APP}/a: 10.0.0.0/25 #1`,
      `subnet ${APP}/b: 10.0.0.128/25 freed #1`,
      `subnet ${APP}/c: 10.0.1.0/25 #1`,
    ]);
    const session = open(gap);
    const { subnets } = session.subnets(APP, tier('abcd', session.vpc(NET, { size: 20 })));
    expect([...subnets.values()].map(String)).toEqual(['10.0.0.0/25', '10.0.0.128/25', '10.0.1.0/25', '10.0.1.128/25']);
  });

  it('gives tier nat its small block of /28', () => {
    const session = open();
    const { blocks } = session.subnets(`${NET}/nat`, tier('abc', session.vpc(NET, { size: 20 }), { subnetSize: 28 }));
    expect(blocks.map(String)).toEqual(['10.0.0.0/26']);
  });

  it('makes new subnets when subnet_size changes from 25 to 26, and sets the old ones aside', () => {
    expect(lines(withZones(withZones(Ledger.empty, 'a'), 'a', { subnetSize: 26 }))).toEqual([
      `subnet ${APP}/a: 10.0.2.0/26 #2`,
      `subnet ${APP}/a~1: 10.0.0.0/25 freed #1`,
      `tier ${APP}/1: 10.0.2.0/24 #2`,
      `tier ${APP}/1~1: 10.0.0.0/23 freed #1`,
      `vpc ${NET}: 10.0.0.0/20 #1`,
    ]);
  });

  it('numbers IPv6 per block: zone d of block 1 is /64 number 3, zone e of block 2 is number 8 after another tier', () => {
    const session = open();
    const within = session.vpc(NET, { size: 20 });
    session.subnets(APP, tier('abcd', within, { ipv6: true }));
    session.subnets(`${NET}/data`, tier('a', within, { ipv6: true }));
    const { ipv6, ipv6Blocks } = session.subnets(APP, tier('abcde', within, { ipv6: true }));
    expect(ipv6Blocks).toEqual([0, 2]);
    expect([ipv6.get('d'), ipv6.get('e')]).toEqual([3, 8]);
    expect(session.subnets(`${NET}/v4`, tier('a', within))).toMatchObject({ ipv6Blocks: [], ipv6: new Map() });
  });

  it('takes the 64th IPv6 block of a VPC and refuses the 65th', () => {
    const session = open();
    const within = session.vpc(NET, { size: 17 });
    const ask = (name: string) => session.subnets(`${NET}/${name}`, tier('a', within, { subnetSize: 28, ipv6: true })).ipv6Blocks;
    for (let i = 0; i < 63; i++) ask(`t${String(i)}`);
    expect(ask('last')).toEqual([63]);
    expect(refusal(() => ask('more'))).toBe(
      'tier dev/eu-west-1/shop/more: the /56 of its VPC has no /62 left, all 64 are given; prune tombstones (plinth ledger prune) or use fewer tiers [LZ-LEDGER-13]',
    );
  });

  it('names network, tier, what is free and the remedies when a range is full', () => {
    const session = open();
    const within = session.vpc(NET, { size: 22 });
    session.subnets(APP, tier('a', within));
    session.subnets(`${NET}/nat`, tier('a', within, { subnetSize: 28 }));
    expect(refusal(() => session.subnets(`${NET}/data`, tier('a', within)))).toBe(
      'tier dev/eu-west-1/shop/data: network dev/eu-west-1/shop has no /23 for four zones left in 10.0.0.0/22, free are 10.0.3.0/24, 10.0.2.128/25, 10.0.2.64/26, got subnet size 25; choose smaller subnets, a further range for this tier, or a larger vpc_size for a new network [LZ-LEDGER-12]',
    );
  });

  it('counts the tombstones that a prune would free', () => {
    const first = after(Ledger.empty, (session) => session.subnets(APP, tier('a', session.vpc(NET, { size: 23 }))));
    const session = open(first);
    expect(refusal(() => session.subnets(APP, tier('a', session.vpc(NET, { size: 23 }), { subnetSize: 26 })))).toBe(
      "tier dev/eu-west-1/shop/app: network dev/eu-west-1/shop has no /24 for four zones left in 10.0.0.0/23, nothing is free, got subnet size 26; prune the network's 1 freed blocks (plinth ledger prune), choose smaller subnets, a further range for this tier, or a larger vpc_size for a new network [LZ-LEDGER-12]",
    );
  });

  it('refuses subnets of /29 and takes /28', () => {
    const session = open();
    const within = session.vpc(NET, { size: 20 });
    expect(refusal(() => session.subnets(APP, tier('a', within, { subnetSize: 29 })))).toBe(
      'dev/eu-west-1/shop/app: its subnets must be IPv4 of /16 to /28, got /29; choose a prefix from 16 to 28 [LZ-LEDGER-11]',
    );
    expect(session.subnets(APP, tier('a', within, { subnetSize: 28 })).blocks.map(String)).toEqual(['10.0.0.0/26']);
  });
});

describe('the zone of a single NAT gateway', () => {
  const nat = after(Ledger.empty, (session) =>
    session.subnets(`${NET}/nat`, tier('b', session.vpc(NET, { size: 20 }), { subnetSize: 28 })),
  );

  it.each([
    ['the wanted one', ['a', 'b', 'c'], 'c', ['c']],
    ['the one that it has', ['c', 'b', 'a'], undefined, ['b']],
    ['the first one when its own is gone', ['c', 'a'], undefined, ['a']],
  ])('is %s', (_, zones, wanted, expected) => {
    expect(open(nat).natZones(NET, 'single', zones, wanted)).toEqual(expected);
  });

  it('is none without NAT, and all zones, sorted, with one per zone', () => {
    expect(open(nat).natZones(NET, 'none', ['b', 'a'])).toEqual([]);
    expect(open(nat).natZones(NET, 'one-per-zone', ['b', 'a'])).toEqual(['a', 'b']);
  });

  it('is refused where the network has no such zone', () => {
    expect(refusal(() => open(nat).natZones(NET, 'single', ['euw1-az1', 'euw1-az2'], 'euw1-az3'))).toBe(
      'network dev/eu-west-1/shop: the zone of its NAT gateway is not one of its zones, got "euw1-az3"; did you mean "euw1-az1"? [LZ-LEDGER-20]',
    );
  });
});

describe('rule numbers of NACL entries', () => {
  it('begin at 1000 in steps of 10, per tier and direction, and a freed one is given to nobody else', () => {
    const first = after(Ledger.empty, (session) => {
      expect([
        session.aclNumber(APP, 'in', 'anywhere tcp/1'),
        session.aclNumber(APP, 'in', 'anywhere tcp/2'),
        session.aclNumber(APP, 'out', 'anywhere tcp/1'),
      ]).toEqual([1000, 1010, 1000]);
    });
    const second = after(first, (session) => {
      expect([session.aclNumber(APP, 'in', 'anywhere tcp/0'), session.aclNumber(APP, 'in', 'anywhere tcp/2')]).toEqual([
        1020, 1010,
      ]);
    });
    expect(open(second).aclNumber(APP, 'in', 'anywhere tcp/1')).toBe(1000);
    expect(open(second.prune()).aclNumber(APP, 'in', 'anywhere tcp/9')).toBe(1000);
  });

  it('go up to 32760 and not beyond 32766', () => {
    const session = open();
    const ask = (i: number) => session.aclNumber(APP, 'in', `anywhere tcp/${String(i)}`);
    for (let i = 0; i < 3176; i++) ask(i);
    expect(ask(3176)).toBe(32760);
    expect(refusal(() => ask(3177))).toBe(
      'acl dev/eu-west-1/shop/app in anywhere tcp/3177: every rule number up to 32766 is given; prune tombstones (plinth ledger prune) [LZ-LEDGER-13]',
    );
  });
});
