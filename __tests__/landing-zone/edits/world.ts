import type { FlowInput } from '../../../modules/core/flow';
import type { LandingZoneInput, NetworkInput, TierInput } from '../../../modules/landing-zone';

/** A configuration with what everything in it is, whatever it is called. Plain records, so that branches merge by key. */
export interface World {
  accounts: Record<string, AccountModel>;
  networks: Record<string, NetworkModel>;
  /** By `account/network account/network`. */
  peerings: Record<string, true>;
}

export type Stage = 'living' | 'closing' | 'closed';

export interface AccountModel {
  id: string;
  lifecycle: Stage;
  regions: Record<string, true>;
  networks: Record<string, { lifecycle: Stage }>;
}

export interface NetworkModel {
  uid: string;
  formerly?: string;
  zones: Record<string, true>;
  nat: 'none' | 'single' | 'one-per-zone';
  natZone?: string;
  ipv6: boolean;
  ranges: Record<string, { uid: string; formerly?: string }>;
  tiers: Record<string, TierModel>;
  /** By service: the tier of an interface endpoint, null for a gateway. */
  endpoints: Record<string, string | null>;
  flows: Record<string, FlowModel>;
}

export interface TierModel {
  uid: string;
  /** Changes when AWS has to make other subnets of it. */
  rev: string;
  formerly?: string;
  kind: 'public' | 'private' | 'isolated';
  range?: string;
  subnetSize?: number;
  groups: Record<string, { uid: string; formerly?: string }>;
}

export interface FlowModel {
  from: string;
  to: string;
  port: string;
}

function former(formerly: string | undefined): { formerly?: string } {
  return formerly === undefined ? {} : { formerly };
}

function mapRecord<T, U>(record: Record<string, T>, work: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, work(value)]));
}

function renderTier({ kind, range, subnetSize, groups, formerly }: TierModel): TierInput {
  const renamed = Object.entries(groups).flatMap(([name, group]) =>
    group.formerly === undefined ? [] : [[name, { formerly: group.formerly }]],
  );
  return {
    kind,
    ...former(formerly),
    ...(range === undefined ? {} : { range }),
    ...(subnetSize === undefined ? {} : { subnetSize }),
    groups: Object.fromEntries(renamed) as Record<string, { formerly: string }>,
  };
}

function renderNetwork({ formerly, zones, nat, natZone, ipv6, ranges, tiers, endpoints, flows }: NetworkModel): NetworkInput {
  return {
    ...former(formerly),
    zones: Object.keys(zones),
    nat,
    ...(nat === 'single' && natZone !== undefined ? { natZone } : {}),
    ipv6,
    ranges: mapRecord(ranges, (range) => ({ size: 22, ...former(range.formerly) })),
    tiers: mapRecord(tiers, renderTier),
    endpoints: mapRecord(endpoints, (tier) =>
      tier === null ? { type: 'gateway' as const } : { type: 'interface' as const, tier },
    ),
    flows: Object.values(flows).map((flow): FlowInput => ({ ...flow, why: 'It has to work' })),
  };
}

/** The world as the configuration that its author would write. */
export function renderWorld({ accounts, networks, peerings }: World): LandingZoneInput {
  return {
    organization: {
      name: 'acme',
      managementAccount: '111111111111',
      homeRegion: 'eu-west-1',
      regions: ['eu-west-1', 'us-east-1'],
    },
    addresses: { pool: '10.0.0.0/12', vpcSize: 20, reservedRanges: ['10.0.32.0/19'] },
    backend: { kind: 'local' },
    quotas: { aclEntries: 40 },
    networks: mapRecord(networks, renderNetwork),
    peerings: Object.keys(peerings).map((pair) => ({ between: pair.split(' ') as [string, string], why: 'They work together' })),
    accounts: mapRecord(accounts, ({ id, lifecycle, regions, networks: used }) => ({
      id,
      unit: 'workloads',
      lifecycle,
      regions: Object.keys(regions),
      networks: used,
    })),
  };
}
