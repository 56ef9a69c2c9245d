import { isReplaced } from '../entry';
import type { Ledger } from '../ledger';

/** One of two networks that are peered. */
export interface PeeringEnd {
  /** account/region/network. */
  readonly network: string;
  /** Twelve digits. */
  readonly accountId: string;
}

/** A peering that stands or stood: its requester's stack holds things in the accepter's account. */
export interface RecordedPeering {
  /** account/region/network. */
  readonly requester: string;
  /** Where the accepter is. */
  readonly account: { readonly name: string; readonly id: string };
}

/** `dev/eu-west-1/three-tier to network/shared`: both ends lie in the same region. */
export function peeringKey(requester: string, accepter: string): string {
  const [account = '', , network = ''] = accepter.split('/');
  return `${requester} to ${account}/${network}`;
}

/** Every peering of the ledger, tombstones included. */
export function recordedPeerings({ entries }: Ledger): RecordedPeering[] {
  return entries
    .filter((entry) => entry.kind === 'peering' && !isReplaced(entry))
    .map(({ key, value: id }) => {
      const [requester = '', accepter = ''] = key.split(' to ');
      return { requester, account: { name: accepter.split('/')[0] ?? '', id } };
    });
}
