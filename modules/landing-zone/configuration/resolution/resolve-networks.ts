import { bucketArn } from '../../../core/aws/arn';
import { Cidr } from '../../../core/cidr';
import { type Flow, parseFlow, renderFlow } from '../../../core/flow';
import type { DhcpOptions, EndpointOptions, FlowLogOptions, NatMode } from '../../../network';
import { bucketNameOf, findArchive } from '../archive/bucket-names';
import { canonicalOrder } from './canonical-order';
import { DEFAULT_VPC_SIZE } from '../address-checks/addresses';
import { Inspection } from '../inspection/inspection';
import { Places } from '../inspection/places';
import { furthest } from '../lifecycles';
import type {
  ClaimInput,
  LandingZoneInput,
  Lifecycle,
  NetworkInput,
  NetworkOverrides,
  RangeInput,
  TierInput,
} from '../landing-zone';
import { networkUses, type NetworkUse } from '../network-uses';

/** One VPC: a network in an account and a Region, with everything that the account says otherwise applied. */
export interface ResolvedNetwork {
  /** `<account>/<region>/<network>`: what the ledger and Terraform addresses are keyed by. */
  readonly key: string;
  readonly account: string;
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly lifecycle: Lifecycle;
  /** Left out: from the pool. */
  readonly cidr?: string;
  /** @unit bits */
  readonly vpcSize: number;
  /** Sorted, each once. */
  readonly zones: readonly string[];
  readonly nat: NatMode;
  /** Left out: none is preferred. */
  readonly natZone?: string;
  readonly ipv6: boolean;
  readonly ranges: Readonly<Record<string, RangeInput & { readonly size: number }>>;
  readonly tiers: Readonly<Record<string, TierInput & { readonly subnetSize: number }>>;
  readonly endpoints: Readonly<Record<string, EndpointOptions>>;
  readonly flowLogs: FlowLogOptions;
  /** Left out: Amazon's. */
  readonly dhcp?: DhcpOptions;
  /** One for each port; sorted, so that the order in the file means nothing but in `index`. */
  readonly flows: readonly Flow[];
  /** With `index`, the place among the network's claims, for messages only. */
  readonly claims: readonly (ClaimInput & { readonly index: number })[];
  /** Left out: it was never renamed. */
  readonly formerly?: string;
}

function byText<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => [textOf(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
}

function mapValues<T, U>(record: Readonly<Record<string, T>> | undefined, work: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, work(value)]));
}

function flowsOf(network: NetworkInput): readonly Flow[] {
  return byText((network.flows ?? []).flatMap(parseFlow), (flow) => `${renderFlow(flow)} ${flow.families?.join() ?? ''}`);
}

function claimsOf(network: NetworkInput): ResolvedNetwork['claims'] {
  return byText(
    (network.claims ?? []).map((claim, index) => ({ claim, index })),
    ({ claim }) => JSON.stringify(claim),
  ).map(({ claim, index }) => ({ ...claim, index }));
}

function flowLogsOf(input: LandingZoneInput, { flowLogs = {} }: NetworkInput): FlowLogOptions {
  const { cloudwatch, s3, ...rest } = flowLogs;
  const bucket = s3 === undefined ? {} : { s3: { ...s3, bucketArn: s3.bucketArn ?? archiveArn(input) } };
  if (cloudwatch === false || (cloudwatch === undefined && s3 !== undefined)) return { ...rest, ...bucket, cloudwatch: false };
  return { ...rest, ...bucket, cloudwatch: { retentionDays: 365, ...cloudwatch } };
}

function archiveArn(input: LandingZoneInput): string {
  const archive = findArchive(input);
  if (archive === undefined) throw new RangeError('flow logs go to an archive that no checked configuration has');
  const { homeRegion } = input.organization;
  return bucketArn(homeRegion, bucketNameOf(input, archive, homeRegion, 'flow'));
}

function prefixOf(cidr: string | undefined): number | undefined {
  return cidr === undefined ? undefined : Cidr.parse(cidr).prefix;
}

/** A thirty-second of the range for each subnet; none is smaller than AWS allows. */
function subnetSizeIn(rangeSize: number): number {
  return Math.min(28, rangeSize + 5);
}

function rangesAndTiers(network: NetworkInput, vpcSize: number, poolSize: number): Pick<ResolvedNetwork, 'ranges' | 'tiers'> {
  const ranges = mapValues(network.ranges, (range) => ({ ...range, size: prefixOf(range.cidr) ?? range.size ?? poolSize }));
  const tiers = mapValues(network.tiers, (tier) => {
    const rangeSize = tier.range === undefined ? vpcSize : (ranges[tier.range]?.size ?? vpcSize);
    return { ...tier, subnetSize: tier.subnetSize ?? subnetSizeIn(rangeSize) };
  });
  return { ranges, tiers };
}

function ofRegion<T extends string>(value: T | Readonly<Record<string, T>> | undefined, region: string): T | undefined {
  return typeof value === 'object' ? value[region] : value;
}

function natOf(network: NetworkInput, overrides: NetworkOverrides): Pick<ResolvedNetwork, 'nat' | 'natZone'> {
  const nat = overrides.nat ?? network.nat ?? 'none';
  const natZone = nat === 'single' ? (overrides.natZone ?? network.natZone) : undefined;
  return { nat, ...(natZone === undefined ? {} : { natZone }) };
}

function resolve(input: LandingZoneInput, { account, network: name, overrides }: NetworkUse, region: string): ResolvedNetwork {
  const written = input.networks?.[name];
  const owner = input.accounts[account];
  if (written === undefined || owner === undefined) throw new RangeError(`${account}/${name} is in no checked configuration`);
  const network = canonicalOrder(written);
  const cidr = ofRegion(overrides.cidr, region);
  const poolSize = input.addresses?.vpcSize ?? DEFAULT_VPC_SIZE;
  const vpcSize = prefixOf(cidr) ?? poolSize;
  return {
    key: `${account}/${region}/${name}`,
    account,
    accountId: owner.id,
    region,
    name,
    lifecycle: furthest(input.lifecycle, owner.lifecycle, network.lifecycle, ofRegion(overrides.lifecycle, region)),
    ...(cidr === undefined ? {} : { cidr }),
    vpcSize,
    zones: [...new Set(overrides.zones ?? network.zones)].sort(),
    ...natOf(network, overrides),
    ipv6: network.ipv6 ?? false,
    ...rangesAndTiers(network, vpcSize, poolSize),
    endpoints: network.endpoints ?? {},
    flowLogs: flowLogsOf(input, network),
    ...(network.dhcp === undefined ? {} : { dhcp: network.dhcp }),
    flows: flowsOf(network),
    claims: claimsOf(network),
    ...(network.formerly === undefined ? {} : { formerly: network.formerly }),
  };
}

/** Every VPC of a checked configuration, sorted by key; nothing in it depends on the order of the file. */
export function resolveNetworks(input: LandingZoneInput): readonly ResolvedNetwork[] {
  const uses = networkUses(new Inspection(input, new Places()));
  return byText(
    uses.flatMap((use) => use.regions.map((region) => resolve(input, use, region))),
    ({ key }) => key,
  );
}
