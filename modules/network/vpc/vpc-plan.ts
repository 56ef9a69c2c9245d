import type { NetworkAddresses } from '../addresses/network-addresses';
import type { PlacedAclEntry } from '../addresses/acl-placement';
import type { CompiledNetwork } from '../flows/compiled-network';
import type { OnPremises } from '../flows/network-view';
import type { NetworkNames } from '../network-names';
import type { DhcpOptions, EndpointOptions, FlowLogOptions, TierKind } from '../network-options';

/** Quotas that the network is held to. */
export interface NetworkQuotas {
  /** Entries per direction and family, the default deny included. @source VPC quotas, at most 40 */
  readonly aclEntries: number;
  /** Rules per group, direction and family. @source VPC quotas */
  readonly groupRules: number;
}

/** What AWS's defaults are unless they were raised. */
export const DEFAULT_QUOTAS: NetworkQuotas = { aclEntries: 20, groupRules: 60 };

/** Names that AWS knows things by: they stay as they were first when something is renamed. */
export interface PhysicalNames {
  readonly network: string;
  tier(tier: string): string;
  /** `tier`, `tier/group` or `endpoint:<service>`. */
  group(group: string): string;
}

/** A tier as its subnets need to know it. */
export interface PlannedTier {
  readonly kind: TierKind;
  /** The further range it lies in. Left out: the VPC's own. */
  readonly range?: string;
}

/** One VPC, fully decided: every name, address, rule and route. Constructs only write it down. */
export interface VpcPlan {
  readonly names: NetworkNames;
  readonly physical: PhysicalNames;
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
  readonly zones: readonly string[];
  readonly dualStack: boolean;
  readonly tiers: ReadonlyMap<string, PlannedTier>;
  /** Zones with a NAT gateway, none to all. */
  readonly natZones: readonly string[];
  readonly onPremises: ReadonlyMap<string, OnPremises>;
  readonly endpoints: ReadonlyMap<string, EndpointOptions>;
  readonly flowLogs: FlowLogOptions;
  /** Left out: Amazon's. */
  readonly dhcp?: DhcpOptions;
  readonly flows: CompiledNetwork;
  readonly addresses: NetworkAddresses;
  /** Of every network that entries name, by its key. */
  readonly addressesOf: (network: string) => NetworkAddresses;
  readonly aclEntries: readonly PlacedAclEntry[];
  readonly quotas: NetworkQuotas;
  /** Parameters are written below this path. Left out: none are. */
  readonly parameterPath?: string;
  /** Ready to be destroyed: nothing is protected any more. */
  readonly closing: boolean;
}
