import { renderPort } from '../../core/port';
import type { AclEntry, AclPeer, AclPurpose, CompiledNetwork, GroupRule, RouteNeed, RulePeer } from './compiled-network';

/**
 * The text of an ACL peer: part of the ledger's key, so it names tiers and never their addresses. The name comes first
 * and alone, for the ledger to find it when the tier is renamed.
 */
export function renderAclPeer(peer: AclPeer, ownNetwork: string): string {
  if (peer.kind === 'cidr') return peer.cidr.toString();
  const own = peer.kind === 'anywhere' || peer.network === ownNetwork;
  const name = peer.kind === 'anywhere' ? 'anywhere' : own ? peer.tier : `${nameInFlows(peer.network)}/${peer.tier}`;
  return peer.family === 'v4' ? name : `${name} v6`;
}

/** `account/region/network` as flows name it: `account/network`. */
export function nameInFlows(networkKey: string): string {
  const [account = '', , network] = networkKey.split('/');
  return network === undefined ? networkKey : `${account}/${network}`;
}

/** The text of a rule's peer: part of its Terraform address. */
export function renderRulePeer(peer: RulePeer, ownNetwork: string): string {
  switch (peer.kind) {
    case 'group':
      return peer.network === ownNetwork ? peer.group : `${nameInFlows(peer.network)}/${peer.group}`;
    case 'anywhere':
      return peer.family === 'v4' ? 'anywhere' : 'anywhere-v6';
    case 'cidr':
      return peer.cidr.toString();
    case 'prefix-list':
      return `prefix-list:${peer.id}`;
    case 'service':
      return `service:${peer.service}`;
  }
}

function union<T>(old: readonly T[], more: readonly T[]): T[] {
  return [...new Set([...old, ...more])];
}

/** An entry as a flow asks for it; the sink adds the key and shares it with equal ones. */
export type WantedEntry = Omit<AclEntry, 'key' | 'purposes' | 'flows' | 'network'> & {
  readonly purpose: AclPurpose;
  readonly flow: string;
};

/** Collects what flows need of one network; equal needs are kept once, and the result is sorted by name. */
export class FlowSink {
  readonly #groups = new Set<string>();
  readonly #rules = new Map<string, GroupRule>();
  readonly #entries = new Map<string, AclEntry>();
  readonly #routes = new Map<string, RouteNeed>();

  constructor(readonly network: string) {}

  group(name: string): void {
    this.#groups.add(name);
  }

  rule(rule: Omit<GroupRule, 'network'>): void {
    this.group(rule.group);
    const key = [rule.group, rule.direction, renderRulePeer(rule.peer, this.network), renderPort(rule.port)].join(' ');
    this.#rules.set(key, { ...rule, network: this.network });
  }

  entry({ purpose, flow, ...wanted }: WantedEntry): void {
    const key = `${renderAclPeer(wanted.peer, this.network)} ${renderPort(wanted.port)}`;
    const place = `${wanted.tier} ${wanted.direction} ${key}`;
    const old = this.#entries.get(place);
    this.#entries.set(place, {
      ...wanted,
      network: this.network,
      key,
      purposes: union(old?.purposes ?? [], [purpose]),
      flows: union(old?.flows ?? [], [flow]),
      residue: wanted.residue && (old?.residue ?? true),
    });
  }

  route(need: RouteNeed): void {
    this.#routes.set(JSON.stringify(need), need);
  }

  result(): CompiledNetwork {
    const sorted = <T>(map: ReadonlyMap<string, T>): T[] =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    const rules = sorted(this.#rules);
    const crosses = (rule: GroupRule): boolean => rule.peer.kind === 'group' && rule.peer.network !== this.network;
    return {
      groups: [...this.#groups].sort(),
      rules: rules.filter((rule) => !crosses(rule)),
      peeringRules: rules.filter(crosses),
      aclEntries: sorted(this.#entries),
      routes: sorted(this.#routes),
    };
  }
}
