import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { parse, stringify } from 'yaml';

import { parseConfiguration, type ResolvedNetwork, resolveNetworks } from '../../../modules/landing-zone/configuration';
import { renderFlow } from '../../../modules/core/flow';
import { BASE, baseWith, type Edit } from './base-configuration';

const resolveText = (text: string): readonly ResolvedNetwork[] =>
  resolveNetworks(parseConfiguration({ file: 'landing-zone.yaml', text }).input);
const resolve = (...edits: readonly Edit[]): readonly ResolvedNetwork[] => resolveText(baseWith(...edits));

function only(networks: readonly ResolvedNetwork[], key: string): ResolvedNetwork {
  const found = networks.find((network) => network.key === key);
  if (found === undefined) throw new Error(`${key} is none of ${networks.map((network) => network.key).join(', ')}`);
  return found;
}

const dev = (...edits: readonly Edit[]): ResolvedNetwork => only(resolve(...edits), 'dev/eu-west-1/web');

describe('the networks of a configuration', () => {
  test('there is one for each account, network and Region, sorted by key', () => {
    const networks = resolve(
      ['  management: { id: "111111111111", unit: core }', '  management: { id: "111111111111", unit: core, network: web }'],
      ['      - { from: app, to: hub/shared/services, port: tcp/3128, why: Packages }\n', ''],
    );
    expect(networks.map(({ key }) => key)).toEqual([
      'dev/eu-west-1/web',
      'hub/eu-west-1/shared',
      'management/eu-central-1/web',
      'management/eu-west-1/web',
    ]);
  });

  test("one carries the account's id and name, the Region and the network's name", () => {
    expect(dev()).toMatchObject({ account: 'dev', accountId: '333333333333', region: 'eu-west-1', name: 'web' });
  });

  test('zones are sorted', () => {
    expect(dev(['zones: [a, b]', 'zones: [c, a, b]']).zones).toEqual(['a', 'b', 'c']);
  });

  test('what is left out has its default', () => {
    const { nat, ipv6, endpoints, flowLogs, claims, flows, ranges, vpcSize } = only(resolve(), 'hub/eu-west-1/shared');
    expect({ nat, ipv6, endpoints, flowLogs, claims, flows, ranges, vpcSize }).toEqual({
      nat: 'none',
      ipv6: false,
      endpoints: {},
      flowLogs: { cloudwatch: { retentionDays: 365 } },
      claims: [],
      flows: [],
      ranges: {},
      vpcSize: 20,
    });
  });

  test('flow logs to S3 alone leave CloudWatch out', () => {
    expect(dev(['cloudwatch: { retention_days: 365 }', 's3: { bucket_arn: "arn:aws:s3:::acme-logs" }']).flowLogs).toEqual({
      cloudwatch: false,
      s3: { bucketArn: 'arn:aws:s3:::acme-logs' },
    });
  });
});

describe('sizes', () => {
  test("a VPC's own range gives its size: /16, and /21 for subnets", () => {
    expect(dev()).toMatchObject({ cidr: '172.16.0.0/16', vpcSize: 16, tiers: { public: { subnetSize: 21 } } });
  });

  test('without one the pool does: /20, and /25 for subnets', () => {
    expect(dev(['web: { cidr: 172.16.0.0/16 }', 'web: {}'])).toMatchObject({
      vpcSize: 20,
      tiers: { public: { subnetSize: 25 } },
    });
  });

  test.each([
    [23, 28],
    [24, 28],
    [22, 27],
  ])('a VPC of /%i has subnets of /%i', (vpcSize, subnetSize) => {
    expect(
      dev(['web: { cidr: 172.16.0.0/16 }', 'web: {}'], ['vpc_size: 20', `vpc_size: ${String(vpcSize)}`]).tiers.public?.subnetSize,
    ).toBe(subnetSize);
  });

  test('a tier in a further range takes its size from there', () => {
    expect(dev(['subnet_size: 24, ', '']).tiers.app).toEqual({ kind: 'private', range: 'pods', subnetSize: 23 });
  });
});

describe('what an account says otherwise', () => {
  test('its zones, NAT mode and NAT zone come first', () => {
    expect(dev(['cidr: 172.16.0.0/16', 'zones: [b, c], nat: single, nat_zone: c'])).toMatchObject({
      zones: ['b', 'c'],
      nat: 'single',
      natZone: 'c',
    });
  });

  test("with one gateway per zone the network's NAT zone means nothing", () => {
    expect(dev(['cidr: 172.16.0.0/16', 'nat: one-per-zone'])).not.toHaveProperty('natZone');
  });

  test('its range may differ by Region', () => {
    const networks = resolve(
      ['regions: [eu-west-1], networks', 'networks'],
      ['cidr: 172.16.0.0/16', 'cidr: { eu-central-1: 172.16.0.0/18 }'],
    );
    expect(networks.map(({ key, cidr }) => [key, cidr])).toEqual([
      ['dev/eu-central-1/web', '172.16.0.0/18'],
      ['dev/eu-west-1/web', undefined],
      ['hub/eu-west-1/shared', undefined],
    ]);
  });
});

describe('the lifecycle that is furthest along wins', () => {
  test.each<readonly [string, readonly Edit[], string]>([
    ['living without a word', [], 'living'],
    ['closing by the file', [['backend:', 'lifecycle: closing\nbackend:']], 'closing'],
    ['closing by the account', [['unit: workloads', 'unit: workloads, lifecycle: closing']], 'closing'],
    ['closing by the network', [['    zones: [a, b]', '    lifecycle: closing\n    zones: [a, b]']], 'closing'],
    ['closing by the override', [['cidr: 172.16.0.0/16', 'lifecycle: closing']], 'closing'],
    ['closing by the override of its Region', [['cidr: 172.16.0.0/16', 'lifecycle: { eu-west-1: closing }']], 'closing'],
    [
      'closed by the account while the file closes',
      [
        ['backend:', 'lifecycle: closing\nbackend:'],
        ['unit: workloads', 'unit: workloads, lifecycle: closed'],
      ],
      'closed',
    ],
    [
      'closing by the file while the override lives',
      [
        ['backend:', 'lifecycle: closing\nbackend:'],
        ['cidr: 172.16.0.0/16', 'lifecycle: living'],
      ],
      'closing',
    ],
  ])('%s', (_, edits, lifecycle) => {
    expect(dev(...edits).lifecycle).toBe(lifecycle);
  });
});

describe('flows', () => {
  test('each port is one, in the order of their texts, with the place they are written at', () => {
    const flows = dev(['port: tcp/5432', 'port: [tcp/5433, tcp/5432]']).flows.map(
      (flow) => `${String(flow.index)} ${renderFlow(flow)}`,
    );
    expect(flows).toEqual([
      '1 app → data tcp/5432',
      '1 app → data tcp/5433',
      '3 app → hub/shared/services tcp/3128',
      '2 app → internet tcp/443',
      '0 internet → public/alb tcp/443',
    ]);
  });
});

/** A small generator of its own, so that one seed gives one order of everything. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffled(value: unknown, random: (below: number) => number, key?: string): unknown {
  const reorder = <T>(items: readonly T[]): T[] => {
    const rest = [...items];
    return items.map(() => rest.splice(random(rest.length), 1)[0] as T);
  };
  // The first server that answers is asked: here alone order means something.
  if (key === 'dhcp') return value;
  if (Array.isArray(value)) return reorder(value).map((item) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(reorder(Object.entries(value)).map(([name, inner]) => [name, shuffled(inner, random, name)]));
}

/** The text of everything but the places in the file; object keys keep their order in it. */
const textOf = (networks: readonly ResolvedNetwork[]): string =>
  JSON.stringify(networks, (key, value: unknown) =>
    key === 'index' ? undefined : typeof value === 'bigint' ? String(value) : value,
  );

describe('the order of a file', () => {
  const reference = readFileSync(join(__dirname, '../../../landing-zone.yaml'), 'utf8');

  test.each([
    ['the base of these tests', BASE],
    ['the reference organisation', reference],
  ])('means nothing in %s', (_, text) => {
    const expected = textOf(resolveText(text));
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(textOf(resolveText(stringify(shuffled(parse(text), randomOf(seed)))))).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });
});
