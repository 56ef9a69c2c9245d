import { Cidr } from '../cidr';
import { asWritten, InputError } from '../input-error';

/** A security group of a tier: its default one, or one that services join by name. */
export interface TierPeer {
  readonly kind: 'tier';
  readonly tier: string;
  /** Left out: the tier's default group. */
  readonly group?: string;
  /** Left out: the network that the flow stands in. */
  readonly network?: { readonly account: string; readonly network: string };
}

/** One end of a flow. */
export type Peer =
  | TierPeer
  | { readonly kind: 'internet' }
  | { readonly kind: 'onprem'; readonly name: string }
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'endpoint'; readonly service: string }
  | { readonly kind: 'prefix-list'; readonly id: string };

const FORM =
  'write tier, tier/group, account/network/tier[/group], internet, onprem:<name>, a CIDR, endpoint:<service> or prefix-list:<id>';

function refuse(text: string): never {
  throw InputError.of({ problem: 'the peer is not of a known form', got: asWritten(text), remedy: FORM, code: 'LZ-FLOW-1' });
}

function tierPeer(text: string): Peer {
  const parts = text.split('/');
  if (parts.length > 4 || parts.some((part) => !/^[a-z][a-z0-9-]*$/.test(part))) refuse(text);
  const [a = '', b, c, d] = parts;
  if (c === undefined) return { kind: 'tier', tier: a, ...(b === undefined ? {} : { group: b }) };
  return { kind: 'tier', network: { account: a, network: b ?? '' }, tier: c, ...(d === undefined ? {} : { group: d }) };
}

/**
 * Reads one end of a flow.
 * @throws InputError LZ-FLOW-1 no known form, LZ-CIDR-n a block that isn't one
 */
export function parsePeer(text: string): Peer {
  if (text === 'internet') return { kind: 'internet' };
  const named = /^(onprem|endpoint|prefix-list):(.*)$/.exec(text);
  if (named !== null) {
    const [, kind, name = ''] = named;
    if (kind === 'prefix-list') return /^pl-[0-9a-f]{8,17}$/.test(name) ? { kind, id: name } : refuse(text);
    if (!/^[a-z][a-z0-9.-]*$/.test(name)) refuse(text);
    return kind === 'onprem' ? { kind, name } : { kind: 'endpoint', service: name };
  }
  if (/^[\d.]+(\/|$)/.test(text) || /^[0-9a-f]*:[0-9a-f:.]*(\/|$)/i.test(text)) return { kind: 'cidr', cidr: Cidr.parse(text) };
  return tierPeer(text);
}

/** The canonical text: the inverse of parsePeer. */
export function renderPeer(peer: Peer): string {
  switch (peer.kind) {
    case 'tier': {
      const network = peer.network === undefined ? [] : [peer.network.account, peer.network.network];
      return [...network, peer.tier, ...(peer.group === undefined ? [] : [peer.group])].join('/');
    }
    case 'internet':
      return 'internet';
    case 'onprem':
      return `onprem:${peer.name}`;
    case 'cidr':
      return peer.cidr.toString();
    case 'endpoint':
      return `endpoint:${peer.service}`;
    case 'prefix-list':
      return `prefix-list:${peer.id}`;
  }
}
