import { InputError } from '../../../modules/core/input-error';
import { Ledger, readColliding } from '../../../modules/core/ledger';

const FILE = 'addresses.lock.json';

function file(...lines: string[]): string {
  return `{\n${lines.map((line) => `  ${line},\n`).join('')}  "~": ""\n}\n`;
}

const VPC = '"vpc dev/eu-west-1/shop": "10.0.16.0/20 #1"';
const TIER = '"tier dev/eu-west-1/shop/app/1": "10.0.16.0/23 #1"';

function refusal(text: string): string {
  try {
    Ledger.parse(text, FILE);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('the form of addresses.lock.json', () => {
  it('an empty ledger is three lines that JSON can read', () => {
    expect(Ledger.empty.render()).toBe('{\n  "~": ""\n}\n');
    expect(JSON.parse(Ledger.empty.render())).toEqual({ '~': '' });
  });

  it('sorts by code unit, whatever the order it was read in', () => {
    const text = file(
      VPC,
      '"account dev": "333333333333 living #1"',
      '"vpc dev/eu-west-1/Shop"'.replace('Shop', 'shop2') + ': "10.0.32.0/20 closing #2"',
      TIER,
    );
    const sorted = file(
      '"account dev": "333333333333 living #1"',
      TIER,
      VPC,
      '"vpc dev/eu-west-1/shop2": "10.0.32.0/20 closing #2"',
    );
    expect(Ledger.parse(text, FILE).render()).toBe(sorted);
  });

  it('accepts CRLF and a byte order mark, which say nothing, and writes neither', () => {
    expect(Ledger.parse(`\uFEFF${file(VPC).replaceAll('\n', '\r\n')}`, FILE).render()).toBe(file(VPC));
  });

  it('keeps quotes and backslashes of a NACL entry', () => {
    const text = file(String.raw`"acl dev/eu-west-1/shop/app in a\"b\\c tcp/1": "1000 #1"`);
    expect(Ledger.parse(text, FILE).render()).toBe(text);
  });

  it('finds an entry, the greatest generation and the tombstones', () => {
    const ledger = Ledger.parse(file(VPC, '"vpc dev/eu-west-1/old": "10.0.32.0/20 freed #7"'), FILE);
    expect(ledger.find('vpc dev/eu-west-1/shop')?.value).toBe('10.0.16.0/20');
    expect(ledger.generation).toBe(7);
    expect(ledger.tombstones.map((entry) => entry.key)).toEqual(['dev/eu-west-1/old']);
    expect(ledger.prune().render()).toBe(file(VPC));
  });
});

describe('a ledger that cannot be read', () => {
  it.each([
    ['{}', 'addresses.lock.json:1: the first line must be {, got "{}"; restore it [LZ-LEDGER-1]'],
    [
      file(VPC.slice(0, -1)),
      'addresses.lock.json:2: the line is not an allocation, got "  \\"vpc dev/eu-west-1/shop\\": \\"10.0.16.0/20 #1,"; write one allocation a line, "<kind> <key>": "<value> #<generation>" and a comma [LZ-LEDGER-1]',
    ],
    [
      `{\n<<<<<<< HEAD\n  ${VPC},\n  "~": ""\n}\n`,
      'addresses.lock.json:2: git left a conflict in the ledger, got "<<<<<<< HEAD"; keep the lines of both sides, put "addresses.lock.json merge=union" into .gitattributes and run plinth ledger resolve [LZ-LEDGER-1]',
    ],
    [
      file('"vpcs dev/eu-west-1/shop": "10.0.16.0/20 #1"'),
      'addresses.lock.json:2: the kind is not known, got "vpcs"; did you mean "vpc"? [LZ-LEDGER-2]',
    ],
    [
      file('"vpc dev/shop": "10.0.16.0/20 #1"'),
      'addresses.lock.json:2: the key is not one of kind vpc, got "vpc dev/shop"; write it like "vpc dev/eu-west-1/three-tier" [LZ-LEDGER-2]',
    ],
    [
      file('"vpc dev/eu-west-1/shop": "10.0.16.0/15 #1"'),
      'addresses.lock.json:2: the address has bits set behind its mask, got "10.0.16.0/15"; did you mean "10.0.0.0/15"? [LZ-CIDR-4]',
    ],
    [
      file('"vpc dev/eu-west-1/shop": "10.0.0.0/15 #1"'),
      'addresses.lock.json:2: the value of vpc dev/eu-west-1/shop must be an IPv4 block of /16 to /28, got "10.0.0.0/15 #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"vpc dev/eu-west-1/shop": "10.0.0.0/29 #1"'),
      'addresses.lock.json:2: the value of vpc dev/eu-west-1/shop must be an IPv4 block of /16 to /28, got "10.0.0.0/29 #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"vpc dev/eu-west-1/shop": "10.0.16.0/20"'),
      'addresses.lock.json:2: the value of vpc dev/eu-west-1/shop must be <value>[ closing| closed| freed] #<generation>, got "10.0.16.0/20"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"vpc dev/eu-west-1/shop~1": "10.0.16.0/20 #1"'),
      'addresses.lock.json:2: the value of vpc dev/eu-west-1/shop~1 must be freed, as the key has a ~, got "10.0.16.0/20 #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"ipv6 dev/eu-west-1/shop/app/1": "64 #1"'),
      'addresses.lock.json:2: the value of ipv6 dev/eu-west-1/shop/app/1 must be the number of a /62 in a /56, 0 to 63, got "64 #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"acl dev/eu-west-1/shop/app in anywhere tcp/1": "32767 #1"'),
      'addresses.lock.json:2: the value of acl dev/eu-west-1/shop/app in anywhere tcp/1 must be a network ACL rule number from 1 to 32766, got "32767 #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"account dev": "33333333333 living #1"'),
      'addresses.lock.json:2: the value of account dev must be an account id of twelve digits, got "33333333333 living #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"tier dev/eu-west-1/shop/app/1": "10.0.16.0/23 closing #1"'),
      'addresses.lock.json:2: the value of tier dev/eu-west-1/shop/app/1 must be living or freed, got "10.0.16.0/23 closing #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
    [
      file('"name dev/eu-west-1/shop": "Shop #1"'),
      'addresses.lock.json:2: the value of name dev/eu-west-1/shop must be a name in small letters, digits and hyphens, got "Shop #1"; take the line from the last good commit [LZ-LEDGER-3]',
    ],
  ])('%j is refused', (text, message) => {
    expect(refusal(text).split('\n')[0]).toBe(message);
  });

  it.each([
    '"ipv6 dev/eu-west-1/shop/app/1": "63 #1"',
    '"acl dev/eu-west-1/shop/app in anywhere tcp/1": "32766 #1"',
    '"vpc dev/eu-west-1/shop": "10.0.0.0/16 #1"',
    '"vpc dev/eu-west-1/shop": "10.0.0.0/28 #1"',
  ])('%s, at the edge, is accepted', (line) => {
    expect(Ledger.parse(file(line), FILE).entries).toHaveLength(1);
  });

  it('tells every mistake at once', () => {
    const text = file('"vpcs x": "1 #1"', VPC, '"acl x": "1 #1"', '"vpc dev/eu-west-1/b": "10.0.16.0/24 #2"');
    expect(
      refusal(text)
        .split('\n')
        .map((line) => line.replace(/^([^ ]*).*(\[.*\])$/, '$1 $2')),
    ).toEqual([
      'addresses.lock.json:2: [LZ-LEDGER-2]',
      'addresses.lock.json:4: [LZ-LEDGER-2]',
      'addresses.lock.json:5: [LZ-LEDGER-5]',
    ]);
  });
});

describe('a ledger whose entries collide', () => {
  const resolve = 'run plinth ledger resolve, which moves the newer one';
  it.each([
    [
      'one key twice',
      [VPC, VPC.replace('16.0', '32.0')],
      `addresses.lock.json:3: vpc dev/eu-west-1/shop has the key of line 2, vpc dev/eu-west-1/shop (10.0.16.0/20), got "10.0.32.0/20"; ${resolve} [LZ-LEDGER-4]`,
    ],
    [
      'ranges of two accounts',
      [VPC, '"range prod/eu-west-1/shop/pods": "10.0.24.0/21 freed #1"'],
      `addresses.lock.json:3: range prod/eu-west-1/shop/pods overlaps line 2, vpc dev/eu-west-1/shop (10.0.16.0/20), got "10.0.24.0/21 freed"; ${resolve} [LZ-LEDGER-5]`,
    ],
    [
      'a block outside of its network',
      [VPC, TIER.replace('16.0', '32.0')],
      `addresses.lock.json:3: tier dev/eu-west-1/shop/app/1 lies outside of its network's ranges, got "10.0.32.0/23"; ${resolve} [LZ-LEDGER-6]`,
    ],
    [
      'two blocks',
      [VPC, TIER, TIER.replace('app', 'data')],
      `addresses.lock.json:4: tier dev/eu-west-1/shop/data/1 overlaps line 3, tier dev/eu-west-1/shop/app/1 (10.0.16.0/23), got "10.0.16.0/23"; ${resolve} [LZ-LEDGER-7]`,
    ],
    [
      'a subnet outside of its blocks',
      [VPC, TIER, '"subnet dev/eu-west-1/shop/app/a": "10.0.18.0/25 #1"'],
      `addresses.lock.json:4: subnet dev/eu-west-1/shop/app/a lies outside of its tier's blocks, got "10.0.18.0/25"; ${resolve} [LZ-LEDGER-6]`,
    ],
    [
      'two subnets',
      [VPC, TIER, '"subnet dev/eu-west-1/shop/app/a": "10.0.16.0/25 #1"', '"subnet dev/eu-west-1/shop/app/b": "10.0.16.0/25 #1"'],
      `addresses.lock.json:5: subnet dev/eu-west-1/shop/app/b overlaps line 4, subnet dev/eu-west-1/shop/app/a (10.0.16.0/25), got "10.0.16.0/25"; ${resolve} [LZ-LEDGER-7]`,
    ],
    [
      'one NACL number in one direction',
      ['"acl dev/eu-west-1/shop/app in anywhere tcp/1": "1000 #1"', '"acl dev/eu-west-1/shop/app in anywhere tcp/2": "1000 #1"'],
      `addresses.lock.json:3: acl dev/eu-west-1/shop/app in anywhere tcp/2 has the number of line 2, acl dev/eu-west-1/shop/app in anywhere tcp/1 (1000), got "1000"; ${resolve} [LZ-LEDGER-8]`,
    ],
    [
      'one IPv6 number in one VPC',
      ['"ipv6 dev/eu-west-1/shop/app/1": "5 #1"', '"ipv6 dev/eu-west-1/shop/data/1": "5 #1"'],
      `addresses.lock.json:3: ipv6 dev/eu-west-1/shop/data/1 has the number of line 2, ipv6 dev/eu-west-1/shop/app/1 (5), got "5"; ${resolve} [LZ-LEDGER-9]`,
    ],
  ])('refuses %s, naming both lines', (_, lines, message) => {
    expect(refusal(file(...lines))).toBe(message);
    expect(readColliding(file(...lines), FILE)).toHaveLength(lines.length);
  });

  it.each([
    [
      'one NACL number in both directions',
      ['"acl dev/eu-west-1/shop/app in anywhere tcp/1": "1000 #1"', '"acl dev/eu-west-1/shop/app out anywhere tcp/1": "1000 #1"'],
    ],
    ['one IPv6 number in two VPCs', ['"ipv6 dev/eu-west-1/shop/app/1": "5 #1"', '"ipv6 dev/eu-west-1/core/app/1": "5 #1"']],
    ['ranges side by side', [VPC, '"vpc dev/eu-west-1/b": "10.0.32.0/20 #1"']],
  ])('accepts %s', (_, lines) => {
    expect(Ledger.parse(file(...lines), FILE).entries).toHaveLength(2);
  });
});
