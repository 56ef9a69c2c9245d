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
  /** The number of the peer's block, 1 where it isn't a tier. */
  readonly block: number;
  /** The key of its number in the ledger. */
  readonly key: string;
  readonly port: Port;
}

/** The places that the entries need, given the numbers of each tier's blocks. */
export function placeAclEntries(
  entries: readonly AclEntry[],
  blocksOf: (network: string, tier: string) => readonly number[],
): PlacedAclEntry[] {
  return entries.flatMap(({ tier, direction, peer, port, key }) => {
    const blocks = peer.kind === 'tier' ? blocksOf(peer.network, peer.tier) : [1];
    return blocks.map((block) => ({
      tier,
      direction,
      peer,
      port,
      block,
      key: block === 1 ? key : `${key}#${String(block)}`,
    }));
  });
}
