import { stringify } from 'yaml';

import type { LandingZoneInput } from '../modules/landing-zone';

/** Two zones, two tiers, one NAT gateway, flow logs under a key: 71 resources. */
const SMALL_NETWORK = {
  zones: ['a', 'b'],
  nat: 'single',
  tiers: { public: { kind: 'public' }, app: { kind: 'private' } },
  flows: [
    { from: 'internet', to: 'public', port: 'tcp/443', why: 'Customers reach the load balancer' },
    { from: 'public', to: 'app', port: 'tcp/8080', why: 'The load balancer forwards requests' },
    { from: 'app', to: 'internet', port: 'tcp/443', why: 'The application calls its payment provider' },
  ],
} as const;

/** An organisation of this many accounts beside the management account, each with the same small network. */
export function organizationOf(accounts: number): LandingZoneInput {
  const members = Array.from({ length: accounts }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return [`team-${number}`, { id: `20000000${number}`, unit: 'workloads', network: 'small' }] as const;
  });
  return {
    organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1', regions: ['eu-west-1'] },
    addresses: { pool: '10.0.0.0/8', vpcSize: 20 },
    backend: { kind: 'local' },
    tags: { owner: 'platform' },
    networks: { small: SMALL_NETWORK },
    accounts: { management: { id: '111111111111', unit: 'management' }, ...Object.fromEntries(members) },
  };
}

function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== 'object' || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const spelt = entries.map(
    ([key, inner]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), inSnakeCase(inner)] as const,
  );
  return Object.fromEntries(spelt);
}

/** The same as landing-zone.yaml. Ids are quoted, or YAML would read numbers. */
export function yamlOf(input: LandingZoneInput): string {
  return stringify(inSnakeCase(input), { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}
