import type { Cidr } from '../../core/cidr';

/** The addresses of one tier. */
export interface TierAddresses {
  /** Aligned blocks that hold its subnets, with room to grow: one network ACL entry each names the tier. */
  readonly blocks: readonly Cidr[];
  /** The number of each block: it stays when the block before it goes. */
  readonly blockNumbers: readonly number[];
  readonly subnets: ReadonlyMap<string, Cidr>;
  /** Numbers of the /62 blocks inside the VPC's /56, beside `blocks`. Empty without IPv6. */
  readonly ipv6Blocks: readonly number[];
  /** Number of each zone's /64 inside the VPC's /56. Empty without IPv6. */
  readonly ipv6: ReadonlyMap<string, number>;
}

/** Every address of one network, from the ledger or as its author stated them. They never follow from positions. */
export interface NetworkAddresses {
  readonly vpc: Cidr;
  /** Further IPv4 ranges by name. */
  readonly ranges: ReadonlyMap<string, Cidr>;
  /** By tier, the reserved one of NAT included. */
  readonly tiers: ReadonlyMap<string, TierAddresses>;
  /** By `<tier> <in|out> <entry key>`. */
  readonly aclNumbers: ReadonlyMap<string, number>;
}

/** The key of a number in `aclNumbers`. */
export function aclNumberKey(tier: string, direction: 'in' | 'out', entryKey: string): string {
  return `${tier} ${direction} ${entryKey}`;
}
