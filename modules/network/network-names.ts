import { type NamePart, resourceName, type ResourceName } from '../core/resource-name';
import type { AclPeer, RulePeer } from './flows/compiled-network';
import { nameInFlows, renderAclPeer, renderRulePeer } from './flows/flow-sink';

/** The former names in one network. */
export interface NetworkRenames {
  /** Left out: it was never renamed. */
  readonly network?: string;
  /** By tier. */
  readonly tiers: Readonly<Record<string, string>>;
  /** By `tier/group`: the group's former name. */
  readonly groups: Readonly<Record<string, string>>;
  /** By range. */
  readonly ranges: Readonly<Record<string, string>>;
}

/** Former names by network key. */
export type RenameBook = ReadonlyMap<string, NetworkRenames>;

function part(current: string, former: string): NamePart {
  return current === former ? current : { current, former };
}

function lastSegment(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Terraform names of one network's resources, made from what they mean, with the names they had. */
export class NetworkNames {
  constructor(
    /** `account/region/network`, or a library user's name. */
    readonly key: string,
    private readonly renames: RenameBook,
  ) {}

  /** The network's name. */
  get network(): string {
    return lastSegment(this.key);
  }

  /** The name of a resource: the network's, then these parts. */
  of(...parts: readonly NamePart[]): ResourceName {
    return resourceName(part(this.network, lastSegment(this.#formerKey(this.key))), ...parts);
  }

  tier(tier: string): NamePart {
    return part(tier, this.#formerTier(this.key, tier));
  }

  range(range: string): NamePart {
    return part(range, this.renames.get(this.key)?.ranges[range] ?? range);
  }

  /** `tier`, `tier/group` or `endpoint:<service>`. */
  group(group: string): NamePart {
    return part(group, this.#formerGroup(this.key, group));
  }

  rulePeer(peer: RulePeer): NamePart {
    const current = renderRulePeer(peer, this.key);
    if (peer.kind !== 'group') return current;
    const former = { ...peer, network: this.#formerKey(peer.network), group: this.#formerGroup(peer.network, peer.group) };
    return part(current, renderRulePeer(former, this.#formerKey(this.key)));
  }

  /** A tier of several blocks has one entry for each: the second and later ones carry their number. */
  aclPeer(peer: AclPeer, block: number): NamePart {
    const suffix = block === 1 ? '' : `.${String(block)}`;
    const current = `${renderAclPeer(peer, this.key)}${suffix}`;
    if (peer.kind !== 'tier') return current;
    const former = { ...peer, network: this.#formerKey(peer.network), tier: this.#formerTier(peer.network, peer.tier) };
    return part(current, `${renderAclPeer(former, this.#formerKey(this.key))}${suffix}`);
  }

  /** This network as flows of others name it: `account/network`. */
  inFlows(): { readonly current: string; readonly former: string } {
    return { current: nameInFlows(this.key), former: nameInFlows(this.#formerKey(this.key)) };
  }

  /** A group of a network as flows of others name it. */
  remoteGroup(network: string, group: string): NamePart {
    return part(
      `${nameInFlows(network)}/${group}`,
      `${nameInFlows(this.#formerKey(network))}/${this.#formerGroup(network, group)}`,
    );
  }

  /** A tier of a network as flows of others name it. */
  remoteTier(network: string, tier: string): NamePart {
    const former = `${nameInFlows(this.#formerKey(network))}/${this.#formerTier(network, tier)}`;
    return part(`${nameInFlows(network)}/${tier}`, former);
  }

  #formerKey(network: string): string {
    const former = this.renames.get(network)?.network;
    return former === undefined ? network : `${network.slice(0, network.lastIndexOf('/') + 1)}${former}`;
  }

  #formerTier(network: string, tier: string): string {
    return this.renames.get(network)?.tiers[tier] ?? tier;
  }

  #formerGroup(network: string, group: string): string {
    const [tier = '', name] = group.split('/');
    if (name === undefined) return group.startsWith('endpoint:') ? group : this.#formerTier(network, tier);
    return `${this.#formerTier(network, tier)}/${this.renames.get(network)?.groups[group] ?? name}`;
  }
}
