import { Cidr, type Family } from '../../../../modules/core/cidr';
import { parsePeer, type Peer, type TierPeer } from '../../../../modules/core/flow';
import type { Intent, IntentNetwork } from '../../../../modules/core/intent';
import type { Key, NetworkFacts } from '../../../model/network';
import type { End } from '../../query';

/** What the names in the flows and claims of an organisation stand for. */
export class PeerEnds {
  readonly #networks: ReadonlyMap<string, IntentNetwork>;
  readonly #ends = new Map<string, readonly End[]>();

  constructor(
    { networks }: Pick<Intent, 'networks'>,
    private readonly facts: NetworkFacts,
  ) {
    this.#networks = new Map(networks.map((network) => [network.network, network]));
  }

  /** The network of that key. */
  network(key: string): IntentNetwork {
    const network = this.#networks.get(key);
    if (network === undefined) throw new Error(`intent.json has no network ${key}`);
    return network;
  }

  /** The ends that a peer's text stands for in the flows of a network, in one family. */
  of(network: string, peer: string, family: Family): readonly End[] {
    const key = `${network} ${peer} ${family}`;
    const ends = this.#ends.get(key) ?? this.#resolve(this.network(network), parsePeer(peer), family);
    this.#ends.set(key, ends);
    return ends;
  }

  #resolve(home: IntentNetwork, peer: Peer, family: Family): readonly End[] {
    switch (peer.kind) {
      case 'internet':
        return [{ kind: 'internet' }];
      case 'tier':
        return groupEnds(this.#owner(home, peer), peer.group === undefined ? peer.tier : `${peer.tier}/${peer.group}`);
      case 'cidr':
        return outside(peer.cidr.toString(), [peer.cidr], family);
      case 'onprem': {
        const network = home.onPremises.find(({ name }) => name === peer.name);
        return outside(
          `onprem:${peer.name}`,
          (network?.cidrs ?? []).map((text) => Cidr.parse(text)),
          family,
        );
      }
      case 'endpoint':
        return this.#endpoint(home, peer.service);
      case 'prefix-list':
        return [{ kind: 'service', name: `prefix-list:${peer.id}`, list: peer.id, takenForPublic: true }];
    }
  }

  #endpoint(home: IntentNetwork, service: string): readonly End[] {
    const endpoint = home.endpoints.find((candidate) => candidate.service === service);
    if (endpoint === undefined) throw new Error(`network ${home.network} has no endpoint ${service}`);
    const name = `endpoint:${service}`;
    const { interface: own } = endpoint;
    if (own === undefined) {
      const gateway = this.facts.gatewayEndpoints.get(keyIn(home, endpoint.address));
      return gateway === undefined ? [] : [{ kind: 'service', name, list: gateway.list.key }];
    }
    const tier = home.tiers.find((candidate) => candidate.tier === own.tier);
    return (tier?.subnets ?? []).map((subnet) => ({
      kind: 'interface',
      name,
      subnet: keyIn(home, subnet),
      groups: [keyIn(home, own.group)],
      publicIpv4: false,
      ipv6: false,
    }));
  }

  #owner(home: IntentNetwork, { network }: TierPeer): IntentNetwork {
    if (network === undefined) return home;
    const [, region = ''] = home.network.split('/');
    return this.network(`${network.account}/${region}/${network.network}`);
  }
}

function outside(name: string, cidrs: readonly Cidr[], family: Family): End[] {
  return cidrs
    .filter((cidr) => cidr.family === family)
    .map((cidr) => ({ kind: 'outside', name, block: { kind: 'literal', cidr } }));
}

/** A resource of a network's stack. */
export function keyIn({ stack }: IntentNetwork, address: string): Key {
  return `${stack}:${address}`;
}

/**
 * A group of a tier stands for a hypothetical interface in each subnet of the tier that carries exactly that group. In a
 * public tier the internet can meet it; elsewhere nobody says that it can't.
 */
export function groupEnds(network: IntentNetwork, group: string): End[] {
  const tier = network.tiers.find(({ groups }) => groups.some(({ name }) => name === group));
  const address = tier?.groups.find(({ name }) => name === group)?.address;
  if (tier === undefined || address === undefined) throw new Error(`network ${network.network} has no group ${group}`);
  return tier.subnets.map((subnet) => ({
    kind: 'interface',
    name: group,
    subnet: keyIn(network, subnet),
    groups: [keyIn(network, address)],
    publicIpv4: tier.kind === 'public' ? true : 'unknown',
    ipv6: network.dualStack,
  }));
}
