import { Cidr } from '../../modules/core/cidr';
import { lineOf } from './line-of';

describe('a block', () => {
  test.each([
    ['10.0.0.0/8', 'v4', 8, 16777216n],
    ['10.0.0.1/32', 'v4', 32, 1n],
    ['0.0.0.0/0', 'v4', 0, 4294967296n],
    ['2001:db8::/32', 'v6', 32, 1n << 96n],
    ['::/0', 'v6', 0, 1n << 128n],
    ['::1/128', 'v6', 128, 1n],
  ] as const)('%s is of family %s with prefix %i and %s addresses', (text, family, prefix, size) => {
    const cidr = Cidr.parse(text);
    expect([cidr.family, cidr.prefix, cidr.size, cidr.toString()]).toEqual([family, prefix, size, text]);
  });

  test.each([
    ['2001:DB8:0:0::/32', '2001:db8::/32'],
    ['0:0:0:0:0:0:0:0/0', '::/0'],
  ])('%s is written %s', (text, canonical) => {
    expect(Cidr.parse(text).toString()).toBe(canonical);
  });

  test('ends at its last address', () => {
    expect(Cidr.parse('10.0.0.0/24').last - Cidr.parse('10.0.0.0/24').base).toBe(255n);
  });

  const V4 = 'write four numbers from 0 to 255 without leading zeros, like "10.0.0.0/16"';
  const V6 = 'write an IPv6 prefix like "2001:db8::/32"';
  const mask = (bits: number): string => `the mask must be a number from 0 to ${String(bits)} without leading zeros`;
  test.each([
    ['999.999.999.999/99', `${mask(32)}, got "999.999.999.999/99"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['999.999.999.999/16', `the address is not valid, got "999.999.999.999/16"; ${V4} [LZ-CIDR-1]`],
    ['10.0.0.256/32', `the address is not valid, got "10.0.0.256/32"; ${V4} [LZ-CIDR-1]`],
    ['10.0.0/24', `the address is not valid, got "10.0.0/24"; ${V4} [LZ-CIDR-1]`],
    ['010.0.0.0/8', `the address is not valid, got "010.0.0.0/8"; ${V4} [LZ-CIDR-1]`],
    ['0x0a.0.0.0/8', `the address is not valid, got "0x0a.0.0.0/8"; ${V4} [LZ-CIDR-1]`],
    [' 10.0.0.0/8', `the address is not valid, got " 10.0.0.0/8"; ${V4} [LZ-CIDR-1]`],
    ['', `the address is not valid, got ""; ${V4} [LZ-CIDR-1]`],
    ['1::2::3/64', `the address is not valid, got "1::2::3/64"; ${V6} [LZ-CIDR-1]`],
    ['fe80::1%eth0/128', `the address is not valid, got "fe80::1%eth0/128"; ${V6} [LZ-CIDR-1]`],
    ['10.0.0.0', 'the mask is missing, got "10.0.0.0"; write "10.0.0.0/32" for this one address, or a wider block [LZ-CIDR-2]'],
    ['::1', 'the mask is missing, got "::1"; write "::1/128" for this one address, or a wider block [LZ-CIDR-2]'],
    ['10.0.0.0/33', `${mask(32)}, got "10.0.0.0/33"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['::/129', `${mask(128)}, got "::/129"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['10.0.0.0/', `${mask(32)}, got "10.0.0.0/"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['10.0.0.0/08', `${mask(32)}, got "10.0.0.0/08"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['10.0.0.0/-1', `${mask(32)}, got "10.0.0.0/-1"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['10.0.0.0/8/8', `${mask(32)}, got "10.0.0.0/8/8"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['10.0.0.0/255.0.0.0', `${mask(32)}, got "10.0.0.0/255.0.0.0"; write for example "10.0.0.0/16" [LZ-CIDR-3]`],
    ['10.0.0.1/24', 'the address has bits set behind its mask, got "10.0.0.1/24"; did you mean "10.0.0.0/24"? [LZ-CIDR-4]'],
    ['128.0.0.0/0', 'the address has bits set behind its mask, got "128.0.0.0/0"; did you mean "0.0.0.0/0"? [LZ-CIDR-4]'],
  ])('refuses %j', (text, line) => {
    expect(lineOf(() => Cidr.parse(text))).toBe(line);
  });
});

describe('parts of a block', () => {
  const block = Cidr.parse('10.0.0.0/16');

  test('are counted from 0', () => {
    expect([0, 1, 255].map((index) => block.subnet(24, index).toString())).toEqual([
      '10.0.0.0/24',
      '10.0.1.0/24',
      '10.0.255.0/24',
    ]);
  });

  test.each([
    [24, 256, '10.0.0.0/16 has no /24 number 256'],
    [24, -1, '10.0.0.0/16 has no /24 number -1'],
    [15, 0, '10.0.0.0/16 has no /15 number 0'],
    [33, 0, '10.0.0.0/16 has no /33 number 0'],
  ])('a /%i number %i is a defect of the caller', (prefix, index, message) => {
    expect(() => block.subnet(prefix, index)).toThrow(new RangeError(message));
  });

  test('a block of the other family overlaps and covers nothing', () => {
    expect([Cidr.anyIpv4.overlaps(Cidr.anyIpv6), Cidr.anyIpv6.covers(Cidr.anyIpv4)]).toEqual([false, false]);
  });
});
