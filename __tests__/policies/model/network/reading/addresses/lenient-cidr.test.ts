import { assert, nat, property, oneof, tuple, bigInt } from 'fast-check';

import { Cidr } from '../../../../../../modules/core/cidr';
import { readLeniently } from '../../../../../../policies/model/network/reading/addresses/lenient-cidr';
import { knownText } from '../../facts-text';

test.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['10.0.0.5/8', '10.0.0.0/8'],
  ['10.255.255.255/08', '10.0.0.0/8'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['1.2.3.4/0', '0.0.0.0/0'],
  ['10.0.0.5/32', '10.0.0.5/32'],
  [' 10.0.0.0/8 ', '10.0.0.0/8'],
  ['2001:DB8:0:0::1/32', '2001:db8::/32'],
  ['2001:0db8:0000:0000:0000:0000:0000:0001/128', '2001:db8::1/128'],
  ['::/00', '::/0'],
])('%s is read as %s', (text, read) => {
  expect(knownText(readLeniently(text))).toBe(read);
});

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '999.0.0.0/8', '10.0.0.0/8/8', '::/129', 'all', ''])(
  '%j is no block',
  (text) => {
    expect(readLeniently(text)).toEqual({ why: `${JSON.stringify(text)} is not a block`, computed: false });
  },
);

const blocks = oneof(
  tuple(bigInt({ min: 0n, max: (1n << 32n) - 1n }), nat(32)).map(([base, prefix]) => Cidr.containing('v4', base, prefix)),
  tuple(bigInt({ min: 0n, max: (1n << 128n) - 1n }), nat(128)).map(([base, prefix]) => Cidr.containing('v6', base, prefix)),
);

test('reading what a block was read as gives the same block, with zeros before its mask too', () => {
  assert(
    property(blocks, nat(2), (block, zeros) => {
      const [address = '', mask = ''] = block.toString().split('/');

      expect(knownText(readLeniently(`${address}/${'0'.repeat(zeros)}${mask}`))).toBe(block.toString());
    }),
  );
});
