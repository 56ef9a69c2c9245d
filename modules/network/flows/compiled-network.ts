import type { Cidr, Family } from '../../core/cidr';
import type { Port } from '../../core/port';

/** Whom a security-group rule admits. */
export type RulePeer =
  | { readonly kind: 'group'; readonly group: string; readonly network: string }
  | { readonly kind: 'anywhere'; readonly family: Family }
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'prefix-list'; readonly id: string }
  /** The prefix list of a gateway endpoint's service. */
  | { readonly kind: 'service'; readonly service: string };

/** One rule of one security group. `group` is `tier`, `tier/group` or `endpoint:<service>`. */
export interface GroupRule {
  readonly network: string;
  readonly group: string;
  readonly direction: 'ingress' | 'egress';
  readonly peer: RulePeer;
  readonly port: Port;
  readonly why: string;
}

/** Whom a network ACL entry admits. A tier stands for its blocks, which have addresses only later. */
export type AclPeer =
  | { readonly kind: 'anywhere'; readonly family: Family }
  | { readonly kind: 'tier'; readonly network: string; readonly tier: string; readonly family: Family }
  | { readonly kind: 'cidr'; readonly cidr: Cidr };

/** Why an entry is there: it opens a flow, lets its replies back, or is what AWS needs everywhere. */
export type AclPurpose = 'flow' | 'reply' | 'path-mtu';

/** One allow entry of one tier's network ACL. Equal entries of several flows are one. */
export interface AclEntry {
  readonly network: string;
  readonly tier: string;
  readonly direction: 'in' | 'out';
  readonly peer: AclPeer;
  readonly port: Port;
  /** What names it within its tier and direction: the ledger's key. */
  readonly key: string;
  readonly purposes: readonly AclPurpose[];
  /** The flows that need it, as text. */
  readonly flows: readonly string[];
  /** Wider than its flows: ports or addresses that only a stateful filter could close (groups do). */
  readonly residue: boolean;
}

/** Where packets of a tier must find a way to. */
export type RouteNeed =
  | { readonly kind: 'internet'; readonly tier: string; readonly family: Family }
  | { readonly kind: 'nat'; readonly tier: string }
  | { readonly kind: 'egress-only'; readonly tier: string }
  | {
      readonly kind: 'on-premises';
      readonly tier: string;
      readonly name: string;
      readonly range: string;
      readonly family: Family;
    }
  | { readonly kind: 'gateway-endpoint'; readonly tier: string; readonly service: string }
  | { readonly kind: 'peering'; readonly tier: string; readonly network: string; readonly peerTier: string };

/** What the flows of a network, and those of others that end in it, come to. */
export interface CompiledNetwork {
  /** Every security group: the tiers' default ones, the named ones, those of interface endpoints. */
  readonly groups: readonly string[];
  /** Rules between groups of this network and with addresses. */
  readonly rules: readonly GroupRule[];
  /** Rules of this network's groups that name a group of a peered network: they need the peering first. */
  readonly peeringRules: readonly GroupRule[];
  readonly aclEntries: readonly AclEntry[];
  readonly routes: readonly RouteNeed[];
}
