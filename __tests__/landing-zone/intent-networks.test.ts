import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../main';
import type { IntentNetwork } from '../../modules/core/intent';

const EVERY_OPTION = join(__dirname, '../apply/every-option.yaml');

interface Document {
  readonly resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every address that the network names. */
function addressesOf({ vpc, tiers, endpoints }: IntentNetwork): string[] {
  return [
    vpc,
    ...tiers.flatMap(({ subnets, acl, groups }) => [...subnets, acl, ...groups.map(({ address }) => address)]),
    ...endpoints.flatMap(({ address, interface: own }) => [address, ...(own === undefined ? [] : [own.group])]),
  ];
}

describe.each([
  ['landing-zone.yaml', 3],
  [EVERY_OPTION, 4],
])('the networks in intent.json of %s', (config, count) => {
  const out = mkdtempSync(join(tmpdir(), 'plinth-intent-'));
  afterAll(() => {
    rmSync(out, { recursive: true });
  });
  const { networks } = synth({ config, out, frozen: false, lifecycle: 'living' }).zone.intent;

  test(`are ${String(count)}`, () => {
    expect(networks).toHaveLength(count);
  });

  test('name only resources that their stacks have', () => {
    const missing = networks.flatMap((network) => {
      const text = readFileSync(join(out, 'stacks', network.stack, 'cdk.tf.json'), 'utf8');
      const { resource } = JSON.parse(text) as Document;
      return addressesOf(network).filter((address) => {
        const [type = '', name = ''] = address.split('.');
        return resource[type]?.[name] === undefined;
      });
    });
    expect(missing).toEqual([]);
  });

  test('name every subnet, network ACL and group of tiers and endpoints that their stacks have', () => {
    const unnamed = [...new Set(networks.map(({ stack }) => stack))].flatMap((stack) => {
      const named = new Set(networks.filter((network) => network.stack === stack).flatMap(addressesOf));
      const { resource } = JSON.parse(readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as Document;
      return ['aws_subnet', 'aws_network_acl', 'aws_security_group', 'aws_vpc', 'aws_vpc_endpoint'].flatMap((type) =>
        Object.keys(resource[type] ?? {})
          .map((name) => `${type}.${name}`)
          .filter((address) => !named.has(address)),
      );
    });
    expect(unnamed).toEqual([]);
  });
});
