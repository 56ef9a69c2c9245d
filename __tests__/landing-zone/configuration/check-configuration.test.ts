import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkConfiguration, type LandingZoneInput, parseConfiguration } from '../../../modules/landing-zone/configuration';
import { BASE } from './base-configuration';
import { linesOf } from './lines-of';

const MINIMAL: LandingZoneInput = {
  organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1', regions: ['eu-west-1'] },
  backend: { kind: 'local' },
  accounts: { management: { id: '111111111111', unit: 'core' } },
};

const linesOfInput = (input: LandingZoneInput): readonly string[] =>
  linesOf(() => {
    checkConfiguration(input);
  });

describe('a configuration built in TypeScript', () => {
  test('the smallest one is accepted', () => {
    expect(linesOfInput(MINIMAL)).toEqual([]);
  });

  test('what was read from YAML is accepted', () => {
    expect(linesOfInput(parseConfiguration({ file: 'landing-zone.yaml', text: BASE }).input)).toEqual([]);
  });

  test('a mistake is named by its path, as TypeScript spells it', () => {
    expect(linesOfInput({ ...MINIMAL, addresses: { vpcSize: 29 } })).toEqual([
      'addresses.vpcSize: a VPC must be /16 to /28, got 29; use 28 or less, a larger block [LZ-CFG-36]',
    ]);
  });

  test('NaN is quoted as TypeScript writes it', () => {
    expect(linesOfInput({ ...MINIMAL, addresses: { vpcSize: Number.NaN } })).toEqual([
      'addresses.vpcSize: this must be a whole number, got NaN; write digits only, without quotes [LZ-CFG-12]',
    ]);
  });

  test('positions are used where the caller has them, and the path is then spelled as in YAML', () => {
    const lines = linesOf(() => {
      checkConfiguration({ ...MINIMAL, addresses: { vpcSize: 29 } }, () => ({ file: 'other.yaml', line: 7, column: 3 }));
    });
    expect(lines).toEqual([
      'other.yaml:7:3 addresses.vpc_size: a VPC must be /16 to /28, got 29; use 28 or less, a larger block [LZ-CFG-36]',
    ]);
  });
});

describe('bounds, from both sides', () => {
  const network = (over: object): LandingZoneInput => ({
    ...MINIMAL,
    networks: { web: { zones: ['a'], tiers: { app: { kind: 'private' } }, ...over } },
  });
  const accepted: readonly (readonly [string, LandingZoneInput])[] = [
    ['the shortest names of HCP Terraform', { ...MINIMAL, backend: { kind: 'cloud', organization: 'a-1', project: 'a 1' } }],
    [
      'the longest ones, and a host with a port',
      {
        ...MINIMAL,
        backend: { kind: 'cloud', organization: 'a'.repeat(40), project: 'a'.repeat(40), hostname: 'localhost:8443' },
      },
    ],
    [
      'a repository in groups of GitLab, by an OAuth client',
      {
        ...MINIMAL,
        backend: { kind: 'cloud', organization: 'acme' },
        delivery: { kind: 'hcp', repository: { name: 'acme/platform/landing-zone', directory: 'stacks', oauthToken: 'ot-Ab1' } },
      },
    ],
    ['VPCs of /16', { ...MINIMAL, addresses: { vpcSize: 16 } }],
    ['VPCs of /28', { ...MINIMAL, addresses: { vpcSize: 28 } }],
    ['40 NACL entries', { ...MINIMAL, quotas: { aclEntries: 40 } }],
    ['1 NACL entry', { ...MINIMAL, quotas: { aclEntries: 1 } }],
    ['200 rules in each of 5 groups', { ...MINIMAL, quotas: { groupRules: 200 } }],
    ['62 rules in each of 16 groups', { ...MINIMAL, quotas: { groupRules: 62, interfaceGroups: 16 } }],
    ["an organisation's name of 24 characters", { ...MINIMAL, organization: { ...MINIMAL.organization, name: 'a'.repeat(24) } }],
    ["a tier's name of 20 characters", network({ tiers: { ['t'.repeat(20)]: { kind: 'private' } } })],
    ['subnets of /28', network({ tiers: { app: { kind: 'private', subnetSize: 28 } } })],
    ['a subnet as large as its range', network({ tiers: { app: { kind: 'private', subnetSize: 20 } } })],
    ['4 DNS servers', network({ dhcp: { domainNameServers: ['10.0.0.2', '10.0.0.3', '2001:db8::53', 'AmazonProvidedDNS'] } })],
    ['a reason of 255 characters', network({ flows: [{ from: 'app', to: 'app', port: 'tcp/1', why: 'x'.repeat(255) }] })],
    ['50 tags', { ...MINIMAL, tags: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${String(i)}`, ''])) }],
    ['a tag of 128 and 256 characters', { ...MINIMAL, tags: { ['k'.repeat(128)]: 'v'.repeat(256) } }],
    ['retention for ever', network({ flowLogs: { cloudwatch: { retentionDays: 0 } } })],
    ['no flow logs with a reason', network({ flowLogs: { cloudwatch: false, accept: 'A sandbox without data' } })],
    ['a bucket of 63 characters', { ...MINIMAL, backend: { kind: 's3', bucket: 'b'.repeat(63), region: 'eu-west-1' } }],
    ['February 29 of a leap year', { ...MINIMAL, suppressions: [{ rule: 'R', scope: 'x', reason: 'y', until: '2028-02-29' }] }],
    [
      'adjacent blocks',
      { ...MINIMAL, onPremises: { a: { cidrs: ['192.168.0.0/24', '192.168.1.0/24'], gateway: 'vgw-01234567' } } },
    ],
  ];

  test.each(accepted)('%s is accepted', (_, input) => {
    expect(linesOfInput(input)).toEqual([]);
  });

  test.each<readonly [string, LandingZoneInput, string]>([
    [
      'VPCs of /15',
      { ...MINIMAL, addresses: { vpcSize: 15 } },
      'addresses.vpcSize: a VPC must be /16 to /28, got 15; use 16 or more, a smaller block [LZ-CFG-36]',
    ],
    [
      '201 rules in each of 5 groups',
      { ...MINIMAL, quotas: { groupRules: 201 } },
      'quotas: rules of a group times groups of an interface must be at most 1000, got 201 × 5 = 1005; with 5 groups have at most 200 rules [LZ-CFG-52]',
    ],
    [
      "a tier's name of 21 characters",
      network({ tiers: { ['t'.repeat(21)]: { kind: 'private' } } }),
      `networks.web.tiers.${'t'.repeat(21)}: the name is longer than 20 characters, and AWS names made from it would not fit, got "${'t'.repeat(21)}" (21); choose a shorter one [LZ-CFG-24]`,
    ],
    [
      'a reason of 256 characters',
      network({ flows: [{ from: 'app', to: 'app', port: 'tcp/1', why: 'x'.repeat(256) }] }),
      `networks.web.flows.0.why: the reason is longer than 255 characters, got 256 characters, "${'x'.repeat(40)}…"; shorten it [LZ-TEXT-2]`,
    ],
    [
      '51 tags',
      { ...MINIMAL, tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${String(i)}`, ''])) },
      'tags: a resource has at most 50 tags, got 51; remove some [LZ-CFG-59]',
    ],
    [
      'a bucket of 64 characters',
      { ...MINIMAL, backend: { kind: 's3', bucket: 'b'.repeat(64), region: 'eu-west-1' } },
      `backend.bucket: a bucket name has 3 to 63 characters, got "${'b'.repeat(64)}"; name it like "acme-trail-222222222222-eu-west-1" [LZ-BUCKET-1]`,
    ],
    [
      'February 29 of a common year',
      { ...MINIMAL, suppressions: [{ rule: 'R', scope: 'x', reason: 'y', until: '2027-02-29' }] },
      'suppressions.0.until: this is not a day of the calendar, got "2027-02-29"; write it as YYYY-MM-DD [LZ-CFG-61]',
    ],
    [
      'a block inside another',
      { ...MINIMAL, onPremises: { a: { cidrs: ['192.168.0.0/24', '192.168.0.128/25'], gateway: 'vgw-01234567' } } },
      'onPremises.a.cidrs.1: the block overlaps 192.168.0.0/24 of onPremises.a.cidrs.0, got "192.168.0.128/25"; choose one that is free [LZ-CFG-38]',
    ],
    [
      'a tier called like a group word',
      network({ tiers: { onprem: { kind: 'private' } } }),
      'networks.web.tiers.onprem: the name is a word of the flow grammar, got "onprem"; choose another name [LZ-CFG-25]',
    ],
  ])('%s is refused', (_, input, line) => {
    expect(linesOfInput(input)).toEqual([line]);
  });
});

describe('the reference organisation', () => {
  const bytes = readFileSync(join(__dirname, '../../../landing-zone.yaml'));
  const { input, positionOf } = parseConfiguration({ file: 'landing-zone.yaml', bytes });

  test('has six accounts and is accepted', () => {
    expect(Object.keys(input.accounts)).toEqual(['management', 'log-archive', 'audit', 'network', 'dev', 'prod']);
  });

  test('names the place of a scalar by its value, of a map by its key', () => {
    const lines = bytes.toString('utf8').split('\n');
    const at = (path: readonly (string | number)[]): string | undefined => {
      const position = positionOf(path);
      return position === undefined ? undefined : lines[position.line - 1]?.slice(position.column - 1);
    };
    expect(at(['organization', 'homeRegion'])).toBe('eu-west-1');
    expect(at(['networks', 'three-tier'])).toBe('three-tier:');
    expect(at(['networks', 'three-tier', 'flows', 1])).toMatch(/^\{ from: public\/alb, to: app,/);
    expect(at(['networks', 'three-tier', 'natZone'])).toBeUndefined();
  });
});
