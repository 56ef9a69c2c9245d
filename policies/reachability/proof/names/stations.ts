import type { Family } from '../../../../modules/core/cidr';
import type { IntentNetwork } from '../../../../modules/core/intent';
import type { Key, NetworkFacts, OneOf } from '../../../model/network';
import type { End } from '../../query';
import { groupEnds, keyIn, type PeerEnds } from './peer-ends';

/** A group of a network, with an end in each of its subnets. */
export interface Station {
  readonly network: IntentNetwork;
  /** As flows name it: `tier`, `tier/group` or `endpoint:<service>`. */
  readonly name: string;
  readonly ends: readonly End[];
}

/** Every group that something can carry in a network: those of tiers and of interface endpoints. */
export function stationsOf(network: IntentNetwork, peers: PeerEnds): readonly Station[] {
  const groups = network.tiers.flatMap(({ groups: named }) => named.map(({ name }) => name));
  const services = network.endpoints
    .filter((endpoint) => endpoint.interface !== undefined)
    .map(({ service }) => `endpoint:${service}`);
  return [
    ...groups.map((name): Station => ({ network, name, ends: groupEnds(network, name) })),
    ...services.map((name): Station => ({ network, name, ends: peers.of(network.network, name, 'v4') })),
  ];
}

/** What tells stations and the places outside apart. */
export function identityOf(end: End): string {
  switch (end.kind) {
    case 'interface':
      return String(end.groups);
    case 'service':
      return end.list;
    case 'internet':
    case 'outside':
      return end.kind;
  }
}

/** The families that both networks have. */
export function familiesBetween(a: IntentNetwork, b: IntentNetwork): readonly Family[] {
  return a.dualStack && b.dualStack ? ['v4', 'v6'] : ['v4'];
}

/** Networks that packets may reach without the internet: by peerings and transit gateways, whoever made them. */
export class Neighbours {
  readonly #joined = new Map<Key, Set<Key>>();

  constructor(facts: NetworkFacts) {
    for (const { requester, accepter } of facts.peerings.values()) this.#join([requester, accepter]);
    const attached = new Map<Key, OneOf<Key>[]>();
    for (const { gateway, vpc } of facts.transitAttachments.values()) {
      for (const key of gateway.choices) if (vpc !== undefined) attached.set(key, [...(attached.get(key) ?? []), vpc]);
    }
    for (const vpcs of attached.values()) this.#join(vpcs);
  }

  #join(sides: readonly OneOf<Key>[]): void {
    const vpcs = sides.flatMap(({ choices }) => choices);
    for (const vpc of vpcs) {
      const joined = this.#joined.get(vpc) ?? new Set();
      for (const other of vpcs) joined.add(other);
      this.#joined.set(vpc, joined);
    }
  }

  /** The VPCs that are joined with the network's, by their keys, itself left out. */
  of(network: IntentNetwork): readonly Key[] {
    const own = keyIn(network, network.vpc);
    return [...(this.#joined.get(own) ?? [])].filter((vpc) => vpc !== own);
  }
}
