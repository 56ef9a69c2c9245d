import { type NamePart, resourceName, type ResourceName, type Undone } from '../core/resource-name';
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
    return resourceName(
      part((undone) => lastSegment(this.#keyAt(this.key, undone))),
      ...parts,
    );
  }

  tier(tier: string): NamePart {
    return part((undone) => this.#tierAt(this.key, tier, undone));
  }

  range(range: string): NamePart {
    const former = this.renames.get(this.key)?.ranges[range];
    return part((undone) => (former !== undefined && undone.has(`range ${this.key}/${range}`) ? former : range));
  }

  /** `tier`, `tier/group` or `endpoint:<service>`. */
  group(group: string): NamePart {
    return part((undone) => this.#groupAt(this.key, group, undone));
  }

  rulePeer(peer: RulePeer): NamePart {
    if (peer.kind !== 'group') return renderRulePeer(peer, this.key);
    return part((undone) => {
      const [network, group] = [this.#keyAt(peer.network, undone), this.#groupAt(peer.network, peer.group, undone)];
      return renderRulePeer({ ...peer, network, group }, this.#keyAt(this.key, undone));
    });
  }

  /** A tier of several blocks has one entry for each: the second and later ones carry their number. */
  aclPeer(peer: AclPeer, block: number): NamePart {
    const suffix = block === 1 ? '' : `.${String(block)}`;
    if (peer.kind !== 'tier') return `${renderAclPeer(peer, this.key)}${suffix}`;
    return part((undone) => {
      const [network, tier] = [this.#keyAt(peer.network, undone), this.#tierAt(peer.network, peer.tier, undone)];
      return `${renderAclPeer({ ...peer, network, tier }, this.#keyAt(this.key, undone))}${suffix}`;
    });
  }

  /** This network as flows of others name it: `account/network`. */
  inFlows(): NamePart {
    return part((undone) => nameInFlows(this.#keyAt(this.key, undone)));
  }

  /** A group of a network as flows of others name it. */
  remoteGroup(network: string, group: string): NamePart {
    return part((undone) => `${nameInFlows(this.#keyAt(network, undone))}/${this.#groupAt(network, group, undone)}`);
  }

  /** A tier of a network as flows of others name it. */
  remoteTier(network: string, tier: string): NamePart {
    return part((undone) => `${nameInFlows(this.#keyAt(network, undone))}/${this.#tierAt(network, tier, undone)}`);
  }

  #keyAt(network: string, undone: Undone): string {
    const former = this.renames.get(network)?.network;
    if (former === undefined || !undone.has(`network ${network}`)) return network;
    return `${network.slice(0, network.lastIndexOf('/') + 1)}${former}`;
  }

  #tierAt(network: string, tier: string, undone: Undone): string {
    const former = this.renames.get(network)?.tiers[tier];
    return former !== undefined && undone.has(`tier ${network}/${tier}`) ? former : tier;
  }

  #groupAt(network: string, group: string, undone: Undone): string {
    const [tier = '', name] = group.split('/');
    if (name === undefined) return group.startsWith('endpoint:') ? group : this.#tierAt(network, tier, undone);
    const former = this.renames.get(network)?.groups[group];
    const isUndone = former !== undefined && undone.has(`group ${network}/${group}`);
    return `${this.#tierAt(network, tier, undone)}/${isUndone ? former : name}`;
  }
}

/** The text, which asks for every rename that could be undone in it. */
function part(render: (undone: Undone) => string): NamePart {
  const renames: string[] = [];
  const current = render({ has: (rename) => renames.push(rename) < 0 });
  return renames.length === 0 ? current : { renames, render };
}
