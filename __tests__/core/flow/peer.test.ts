import fc from 'fast-check';

import { Cidr } from '../../../modules/core/cidr';
import { parsePeer, type Peer, renderPeer } from '../../../modules/core/flow';
import { lineOf } from '../line-of';

describe('an end of a flow', () => {
  test.each<readonly [string, Peer]>([
    ['app', { kind: 'tier', tier: 'app' }],
    ['public/alb', { kind: 'tier', tier: 'public', group: 'alb' }],
    ['network/shared/services', { kind: 'tier', network: { account: 'network', network: 'shared' }, tier: 'services' }],
    [
      'network/shared/services/proxy',
      { kind: 'tier', network: { account: 'network', network: 'shared' }, tier: 'services', group: 'proxy' },
    ],
    ['internet', { kind: 'internet' }],
    ['onprem:office', { kind: 'onprem', name: 'office' }],
    ['10.0.0.0/8', { kind: 'cidr', cidr: Cidr.parse('10.0.0.0/8') }],
    ['2001:db8::/32', { kind: 'cidr', cidr: Cidr.parse('2001:db8::/32') }],
    ['::/0', { kind: 'cidr', cidr: Cidr.parse('::/0') }],
    ['endpoint:ecr.api', { kind: 'endpoint', service: 'ecr.api' }],
    ['prefix-list:pl-6da54004', { kind: 'prefix-list', id: 'pl-6da54004' }],
  ])('%s is read, and written back', (text, peer) => {
    expect([parsePeer(text), renderPeer(peer)]).toEqual([peer, text]);
  });

  const FORM =
    'write tier, tier/group, account/network/tier[/group], internet, onprem:<name>, a CIDR, endpoint:<service> or prefix-list:<id>';
  test.each([
    '',
    'App',
    'app/',
    '/app',
    'a/b/c/d/e',
    'app group',
    'onprem:',
    'endpoint:',
    'endpoint:S3',
    'endpoints:s3',
    'tier:app',
    'prefix-list:pl-1',
    'prefix-list:6da54004',
    '-app',
  ])('refuses %j', (text) => {
    expect(lineOf(() => parsePeer(text))).toBe(
      `the peer is not of a known form, got ${JSON.stringify(text)}; ${FORM} [LZ-FLOW-1]`,
    );
  });

  test.each([
    ['10.0.0.0', 'the mask is missing, got "10.0.0.0"; write "10.0.0.0/32" for this one address, or a wider block [LZ-CIDR-2]'],
    ['10.0.0.1/8', 'the address has bits set behind its mask, got "10.0.0.1/8"; did you mean "10.0.0.0/8"? [LZ-CIDR-4]'],
    [
      '2001:db8::1',
      'the mask is missing, got "2001:db8::1"; write "2001:db8::1/128" for this one address, or a wider block [LZ-CIDR-2]',
    ],
  ])('refuses the block %s as a block', (text, line) => {
    expect(lineOf(() => parsePeer(text))).toBe(line);
  });

  test('any end reads back from its text', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((text) => text !== 'internet');
    const group = fc.option(name, { nil: undefined });
    const own = fc
      .tuple(name, group)
      .map(([tier, g]): Peer => ({ kind: 'tier', tier, ...(g === undefined ? {} : { group: g }) }));
    const other = fc.tuple(name, name, name, group).map(([account, network, tier, g]): Peer => ({
      kind: 'tier',
      network: { account, network },
      tier,
      ...(g === undefined ? {} : { group: g }),
    }));
    const block = fc
      .tuple(fc.bigInt(0n, 2n ** 32n - 1n), fc.nat(32))
      .map(([address, prefix]): Peer => ({ kind: 'cidr', cidr: Cidr.containing('v4', address, prefix) }));
    const block6 = fc
      .tuple(fc.bigInt(0n, 2n ** 128n - 1n), fc.nat(128))
      .map(([address, prefix]): Peer => ({ kind: 'cidr', cidr: Cidr.containing('v6', address, prefix) }));
    const named = fc.oneof(
      name.map((n): Peer => ({ kind: 'onprem', name: n })),
      name.map((service): Peer => ({ kind: 'endpoint', service })),
    );
    fc.assert(
      fc.property(fc.oneof(own, other, block, block6, named), (peer) => {
        expect(parsePeer(renderPeer(peer))).toEqual(peer);
      }),
    );
  });
});
