import { Unknown } from '../../../../policies/model/term';
import { AddressSpace } from '../../../../policies/reachability/region/address-space';
import { type Span } from '../../../../policies/reachability/region/spans';
import { amazon, block, Facts } from '../facts';

const v4 = (): AddressSpace => new AddressSpace('v4', new Facts().facts);
const v6 = (facts: Facts = new Facts()): AddressSpace => new AddressSpace('v6', facts.facts);

const render = (space: AddressSpace, spans: readonly Span[]): readonly string[] => spans.map(({ lo }) => space.render(lo));
const BEYOND_V4 = { lo: 2 ** 32, hi: Infinity };
const BEYOND_V6 = { lo: 1n << 128n, hi: Infinity };

describe('the addresses that the internet routes', () => {
  test('leave out what is private, local or multicast: the borders of IPv4', () => {
    const space = v4();
    const ends = space.public.map(({ lo, hi }) => `${space.render(lo)} to ${space.render(Number(hi) - 1)}`);
    expect(ends).toEqual([
      '1.0.0.0 to 9.255.255.255',
      '11.0.0.0 to 100.63.255.255',
      '100.128.0.0 to 126.255.255.255',
      '128.0.0.0 to 169.253.255.255',
      '169.255.0.0 to 172.15.255.255',
      '172.32.0.0 to 192.167.255.255',
      '192.169.0.0 to 223.255.255.255',
    ]);
  });

  test('are 2000::/3 in IPv6', () => {
    expect(v6().public).toEqual([{ lo: 1n << 125n, hi: 1n << 126n }]);
  });

  test('and those that no document tells are the internet', () => {
    expect(v4().internet.at(-1)).toEqual(BEYOND_V4);
    expect(v6().internet).toEqual([{ lo: 1n << 125n, hi: 1n << 126n }, BEYOND_V6]);
  });
});

describe("Amazon's own addresses inside a VPC", () => {
  test('are 169.254.0.0/16 and fd00:ec2::/32', () => {
    const [four, six] = [v4(), v6()];
    expect([render(four, four.linkLocal), render(six, six.linkLocal)]).toEqual([['169.254.0.0'], ['fd00:ec2::']]);
    expect(four.linkLocal).toEqual([{ lo: 0xa9fe0000, hi: 0xa9ff0000 }]);
  });
});

describe('a literal block', () => {
  test('is its addresses, the last one in it', () => {
    expect(v4().spansOf(block('10.0.0.0/24'))).toEqual([{ lo: 0x0a000000, hi: 0x0a000100 }]);
    expect(v6().spansOf(block('2001:db8::/127'))).toEqual([{ lo: 0x20010db8n << 96n, hi: (0x20010db8n << 96n) + 2n }]);
  });

  test('is nothing in the other family', () => {
    expect([v4().spansOf(block('::/0')), v6().spansOf(block('0.0.0.0/0'))]).toEqual([[], []]);
    expect([v4().setOf(block('::/0')), v6().setOf(block('0.0.0.0/0'))]).toEqual([
      { sure: [], maybe: [] },
      { sure: [], maybe: [] },
    ]);
  });

  test.each([
    ['0.0.0.0/0', 'surely'],
    ['0.0.0.0/1', 'perhaps'],
    ['52.0.0.0/8', 'perhaps'],
    ['10.0.0.0/8', 'not'],
    ['10.1.0.0/16', 'not'],
    ['192.168.0.0/15', 'perhaps'],
    ['192.168.0.0/16', 'not'],
    ['224.0.0.0/3', 'not'],
  ])('%s holds what no document tells: %s', (text, holds) => {
    const { sure, maybe } = v4().setOf(block(text));
    expect([sure, maybe].map((spans) => spans.some(({ lo }) => lo === BEYOND_V4.lo))).toEqual([
      holds === 'surely',
      holds !== 'not',
    ]);
  });

  test.each([
    ['::/0', 'surely'],
    ['2000::/3', 'surely'],
    ['2600::/12', 'perhaps'],
    ['fd00::/8', 'not'],
    ['2600:1f00::/56', 'not'],
    ['2600:1f00::/64', 'not'],
    ['2600:1f00::/55', 'perhaps'],
  ])('%s holds what no document tells, beside a VPC of 2600:1f00::/56: %s', (text, holds) => {
    const { sure, maybe } = v6(new Facts().vpc('v', ['10.0.0.0/16', block('2600:1f00::/56')])).setOf(block(text));
    expect([sure, maybe].map((spans) => spans.some(({ lo }) => lo === BEYOND_V6.lo))).toEqual([
      holds === 'surely',
      holds !== 'not',
    ]);
  });

  test('without doubt has one set for both readings, the same each time it is asked', () => {
    const [space, of] = [v4(), block('10.0.0.0/8')];
    const set = space.setOf(of);
    expect(set.sure).toBe(set.maybe);
    expect(space.setOf(of)).toBe(set);
  });
});

describe('the block that Amazon gives a VPC', () => {
  test('has 2^72 addresses of its own, and each of its parts lies in it', () => {
    const space = v6();
    const [whole] = space.spansOf(amazon('v'));
    const [part] = space.spansOf(amazon('v', 8, 3));
    expect(whole).toEqual({ lo: 1n << 128n, hi: (1n << 128n) + (1n << 72n) });
    expect(part).toEqual({ lo: (1n << 128n) + 3n * (1n << 64n), hi: (1n << 128n) + 4n * (1n << 64n) });
  });

  test('is told apart from that of another VPC', () => {
    const space = v6();
    expect([...space.spansOf(amazon('v')), ...space.spansOf(amazon('w'))].map(({ lo }) => lo)).toEqual([1n << 128n, 2n << 128n]);
  });

  test('is nothing in IPv4', () => {
    expect(v4().spansOf(amazon('v'))).toEqual([]);
  });

  test('is written with the distance from its start', () => {
    const space = v6();
    const [{ lo } = BEYOND_V6] = space.spansOf(amazon('v'));
    expect(space.render(BigInt(lo) + 16n)).toBe('the IPv6 block of v + 0x10');
  });
});

describe('a prefix list', () => {
  const kept = { key: 'com.amazonaws.eu-west-1.s3', family: 'v4', service: 's3', blocks: new Unknown('kept by AWS') } as const;

  test('that AWS keeps is a set of its own, called by its name', () => {
    const space = v4();
    const { sure, maybe } = space.setOfList(kept);
    expect(sure).toEqual([{ lo: 2 ** 32, hi: 2 ** 33 }]);
    expect(maybe).toBe(sure);
    expect(render(space, sure)).toEqual(['an address of com.amazonaws.eu-west-1.s3']);
  });

  test('that AWS keeps and somebody named otherwise is called by service and key', () => {
    const space = v4();
    expect(render(space, space.setOfList({ ...kept, key: 's:list' }).sure)).toEqual(['an address of s3 (s:list)']);
  });

  test('that AWS keeps, of unknown family, surely holds nothing', () => {
    const family = new Unknown('the family');
    expect(v4().setOfList({ ...kept, family })).toEqual({ sure: [], maybe: [{ lo: 2 ** 32, hi: 2 ** 33 }], why: family });
  });

  test('of the other family is nothing', () => {
    expect(v6().setOfList(kept)).toEqual({ sure: [], maybe: [] });
  });

  test('that is unknown may be anything', () => {
    const why = new Unknown('a variable');
    const space = v4();
    expect(space.setOfList(why)).toEqual({ sure: [], maybe: space.all, why });
    expect(space.all).toEqual([{ lo: 0, hi: Infinity }]);
  });

  test('whose blocks are unknown may be anything too, and is surely all that the same list names elsewhere', () => {
    const why = new Unknown('a variable');
    const space = v4();
    const named = (key: string): ReturnType<typeof space.setOfList> => space.setOfList({ key, family: why, blocks: why });

    expect(named('pl-1')).toEqual({ sure: [{ lo: 2 ** 32, hi: 2 * 2 ** 32 }], maybe: space.all, why });
    expect(named('pl-1').sure).toEqual(named('pl-1').sure);
    expect(named('pl-2').sure).toEqual([{ lo: 2 * 2 ** 32, hi: 3 * 2 ** 32 }]);
  });

  test('of known blocks is all of them, in both readings the same', () => {
    const blocks = [block('10.0.0.0/24'), block('10.0.2.0/24')];
    const { sure, maybe, ...rest } = v4().setOfList({ key: 's:list', family: 'v4', blocks });
    expect(sure).toEqual([
      { lo: 0x0a000000, hi: 0x0a000100 },
      { lo: 0x0a000200, hi: 0x0a000300 },
    ]);
    expect(maybe).toBe(sure);
    expect(rest).toEqual({});
  });

  test('with an unknown block may be anything, and tells why', () => {
    const why = new Unknown('a variable');
    const space = v4();
    const set = space.setOfList({ key: 's:list', family: 'v4', blocks: [block('10.0.0.0/24'), why] });
    expect(set.sure).toEqual([{ lo: 0x0a000000, hi: 0x0a000100 }]);
    expect(set.maybe).toEqual([...set.sure, ...space.all]);
    expect(set.why).toBe(why);
  });

  test('with a public block is in doubt without a reason to tell', () => {
    const set = v4().setOfList({ key: 's:list', family: 'v4', blocks: [block('52.0.0.0/8')] });
    expect(set).toEqual({ sure: [{ lo: 0x34000000, hi: 0x35000000 }], maybe: [{ lo: 0x34000000, hi: 0x35000000 }, BEYOND_V4] });
  });
});

describe('an address', () => {
  test('is literal up to 255.255.255.255, and no further', () => {
    expect([v4().isLiteral(2 ** 32 - 1), v4().isLiteral(2 ** 32)]).toEqual([true, false]);
  });

  test('is written without its mask', () => {
    expect([v4().render(0x0a000001), v6().render(1n), v4().render(2 ** 32 - 1)]).toEqual(['10.0.0.1', '::1', '255.255.255.255']);
  });
});
