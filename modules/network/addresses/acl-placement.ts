import type { Cidr } from '../../core/cidr';
import type { Port } from '../../core/port';
import type { AclEntry, AclPeer } from '../flows/compiled-network';

/** The addresses that a placed entry admits. An IPv6 tier is part of a block that only Amazon knows. */
export type AclAddresses = { readonly cidr: Cidr } | { readonly ipv6Block: number };

/** One entry as it stands in the network ACL: a tier of several blocks takes one for each. */
export interface PlacedAclEntry {
  readonly tier: string;
  readonly direction: 'in' | 'out';
  readonly peer: AclPeer;
  /** Which of the peer's blocks, counted from 1. */
  readonly block: number;
  /** The key of its number in the ledger. */
  readonly key: string;
  readonly port: Port;
}

/** The places that the entries need, given how many blocks each tier has. */
export function placeAclEntries(
  entries: readonly AclEntry[],
  blocksOf: (network: string, tier: string) => number,
): PlacedAclEntry[] {
  return entries.flatMap(({ tier, direction, peer, port, key }) => {
    const count = peer.kind === 'tier' ? blocksOf(peer.network, peer.tier) : 1;
    return Array.from({ length: count }, (_, i) => ({
      tier,
      direction,
      peer,
      port,
      block: i + 1,
      key: i === 0 ? key : `${key}#${String(i + 1)}`,
    }));
  });
}
