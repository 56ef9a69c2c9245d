import { asWritten, InputError } from '../../input-error';
import { type Entry, isReplaced, lastSegment, tierOf } from '../entry';
import type { Draft, Slot } from './draft';
import { ownerPath } from './names';

/** A rename as `formerly` says it, of one instance of a network: `network` is account/region/network. */
export type Rename =
  | { readonly kind: 'network'; readonly account: string; readonly region: string; readonly from: string; readonly to: string }
  | { readonly kind: 'tier' | 'range'; readonly network: string; readonly from: string; readonly to: string };

/** What the entry is called afterwards; its own key when the rename doesn't reach it. */
type Mapping = (entry: Entry) => string;

function replaceStart(key: string, from: string, to: string): string {
  const follows = key.charAt(from.length);
  return key.startsWith(from) && ['', '/', ' ', '~'].includes(follows) ? to + key.slice(from.length) : key;
}

/** NACL entries name their peer before the port: a tier of the same network, or account/network/tier in the same region. */
function mapPeer(
  key: string,
  toPeer: (peer: string, entry: { readonly network: string; readonly region: string }) => string,
): string {
  const [tier = '', direction = '', peer = '', ...port] = key.split(' ');
  const [account = '', region = '', network = ''] = tier.split('/');
  return [tier, direction, toPeer(peer, { network: `${account}/${region}/${network}`, region }), ...port].join(' ');
}

function mapTier(network: string, from: string, to: string): Mapping {
  const [account = '', region = '', name = ''] = network.split('/');
  return (entry) => {
    const kinds = ['tier', 'subnet', 'ipv6', 'name', 'acl'];
    const own = kinds.includes(entry.kind) ? replaceStart(entry.key, `${network}/${from}`, `${network}/${to}`) : entry.key;
    if (entry.kind !== 'acl') return own;
    return mapPeer(own, (peer, at) => {
      if (at.network === network && peer === from) return to;
      return at.region === region && peer === `${account}/${name}/${from}` ? `${account}/${name}/${to}` : peer;
    });
  };
}

function mapNetwork(account: string, region: string, from: string, to: string): Mapping {
  return (entry) => {
    if (entry.kind === 'account') return entry.key;
    const own = replaceStart(entry.key, `${account}/${region}/${from}`, `${account}/${region}/${to}`);
    if (entry.kind === 'peering') {
      const [requester = '', accepter = ''] = own.split(' to ');
      return requester.split('/')[1] === region
        ? `${requester} to ${replaceStart(accepter, `${account}/${from}`, `${account}/${to}`)}`
        : own;
    }
    if (entry.kind !== 'acl') return own;
    return mapPeer(own, (peer, at) =>
      at.region === region && peer.split('/').length === 3 ? replaceStart(peer, `${account}/${from}`, `${account}/${to}`) : peer,
    );
  };
}

function mappingOf(rename: Rename): Mapping {
  if (rename.kind === 'network') return mapNetwork(rename.account, rename.region, rename.from, rename.to);
  if (rename.kind === 'tier') return mapTier(rename.network, rename.from, rename.to);
  const [from, to] = [ownerPath(rename, rename.from), ownerPath(rename, rename.to)];
  return (entry) => (entry.kind === 'range' ? replaceStart(entry.key, from, to) : entry.key);
}

/** The entries that say whether a network, tier or range exists. */
export function ownEntries(draft: Draft, kind: Rename['kind'], path: string): Slot[] {
  if (kind === 'tier') {
    return draft.group(`blocks ${path}`).filter((slot) => tierOf(slot.entry) === path && !isReplaced(slot.entry));
  }
  const slot = draft.find(kind === 'network' ? 'vpc' : 'range', path);
  return slot === undefined ? [] : [slot];
}

const isAlive = (slot: Slot): boolean => slot.entry.state !== 'freed';

function move(draft: Draft, slot: Slot, key: string): void {
  const inTheWay = draft.find(slot.entry.kind, key);
  if (inTheWay === undefined) draft.rekey(slot, key);
  else if (isAlive(inTheWay)) draft.retire(slot);
  else {
    draft.retire(inTheWay);
    draft.rekey(slot, key);
  }
}

/**
 * A tombstone that bears the new name makes way. What holds addresses is set aside; the rest stood for a VPC or NACL that
 * is no more, and its numbers must not mix with the new bearer's.
 */
function clear(draft: Draft, { kind }: Rename, path: string): void {
  const holding = kind === 'network' ? ['vpc', 'range'] : kind === 'tier' ? ['tier', 'subnet', 'ipv6'] : ['range'];
  const below = [...draft.slots].filter(
    ({ entry }) => entry.kind !== 'account' && replaceStart(entry.key, path, '') !== entry.key,
  );
  for (const slot of below.filter(({ entry }) => kind === 'network' || (entry.kind === 'range') === (kind === 'range'))) {
    if (!holding.includes(slot.entry.kind)) draft.remove(slot);
    else if (!isReplaced(slot.entry)) draft.retire(slot);
  }
}

/** AWS names stay as they were: the first name is written down, through chains of renames and back. */
function keepName(draft: Draft, to: string, formerName: string): void {
  const recorded = draft.find('name', to);
  const name = recorded?.entry.value ?? formerName;
  if (name === lastSegment(to)) {
    if (recorded !== undefined) draft.remove(recorded);
  } else if (recorded === undefined) draft.add('name', to, name);
}

/**
 * Moves everything recorded under a former name to the new one. Nothing happens when that was done before.
 * @throws InputError LZ-LEDGER-17 when both names are in use
 */
export function rename(draft: Draft, wish: Rename): void {
  const [from, to] = [ownerPath(wish, wish.from), ownerPath(wish, wish.to)];
  const [old, present] = [ownEntries(draft, wish.kind, from), ownEntries(draft, wish.kind, to)];
  if (present.some(isAlive)) {
    if (!old.some(isAlive)) return;
    const problem = `"${wish.from}" and "${wish.to}" are both in the ledger, so neither can become the other`;
    const remedy = 'remove formerly, or end one of the two first';
    throw InputError.of({
      subject: `${wish.kind} ${to}`,
      problem,
      got: `formerly: ${asWritten(wish.from)}`,
      remedy,
      code: 'LZ-LEDGER-17',
    });
  }
  if (old.length === 0) return;
  clear(draft, wish, to);
  const newKey = mappingOf(wish);
  for (const slot of [...draft.slots]) {
    const key = newKey(slot.entry);
    if (key !== slot.entry.key) move(draft, slot, key);
  }
  // A further range has no name in AWS.
  if (wish.kind !== 'range') keepName(draft, to, wish.from);
}
