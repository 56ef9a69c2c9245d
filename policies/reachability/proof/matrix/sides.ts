import type { Intent, IntentNetwork } from '../../../../modules/core/intent';
import type { Key, NetworkFacts } from '../../../model/network';
import { keyIn, type PeerEnds } from '../names/peer-ends';
import { Neighbours, type Station, stationsOf } from '../names/stations';
import type { Side } from './passages-between';

/** A network that another one is joined with: its groups, named as flows of that other one name them. */
export interface Joined {
  readonly network: IntentNetwork;
  readonly groups: readonly Side[];
}

const INTERNET: Side = { name: 'internet', ends: [{ kind: 'internet' }] };

/** What the matrix of each network is about: its own groups, what lies outside, and the groups of networks it is joined with. */
export class Sides {
  readonly #neighbours: Neighbours;
  readonly #networksByVpc: ReadonlyMap<string, IntentNetwork>;
  readonly #stations: ReadonlyMap<string, readonly Station[]>;

  constructor(
    { networks }: Pick<Intent, 'networks'>,
    private readonly peers: PeerEnds,
    facts: NetworkFacts,
  ) {
    this.#neighbours = new Neighbours(facts);
    this.#networksByVpc = new Map(networks.map((network) => [keyIn(network, network.vpc), network]));
    this.#stations = new Map(networks.map((network) => [network.network, stationsOf(network, peers)]));
  }

  own({ network }: IntentNetwork): readonly Station[] {
    return this.#stations.get(network) ?? [];
  }

  /** The internet, services with gateway endpoints, and whatever else lies outside where a gateway leads there. */
  outside({ network, endpoints, onPremises }: IntentNetwork): readonly Side[] {
    const services = endpoints
      .filter((endpoint) => endpoint.interface === undefined)
      .map(({ service }): Side => ({ name: `endpoint:${service}`, ends: this.peers.of(network, `endpoint:${service}`, 'v4') }));
    const beyond = onPremises.map(({ name }): Side => ({
      name: `onprem:${name}`,
      ends: (['v4', 'v6'] as const).flatMap((family) => this.peers.of(network, `onprem:${name}`, family)),
    }));
    return [INTERNET, ...services, ...beyond];
  }

  /** VPCs that it is joined with and that are no network of the configuration: nothing is asked about there. */
  strangers(home: IntentNetwork): readonly Key[] {
    return this.#neighbours.of(home).filter((vpc) => !this.#networksByVpc.has(vpc));
  }

  joined(home: IntentNetwork): readonly Joined[] {
    const others = this.#neighbours.of(home).flatMap((vpc) => this.#networksByVpc.get(vpc) ?? []);
    return others.map((network) => ({
      network,
      groups: this.own(network).map(({ name, ends }) => ({ name: nameFrom(home, network, name), ends })),
    }));
  }
}

/** Whether something can open connections from there: a service behind a gateway endpoint only answers. */
export function opens({ ends }: Side): boolean {
  return !ends.some(({ kind }) => kind === 'service');
}

/** A group of another network as flows of this one name it. */
function nameFrom(home: IntentNetwork, other: IntentNetwork, group: string): string {
  const [account = '', region, name = ''] = other.network.split('/');
  return region === home.network.split('/')[1] ? `${account}/${name}/${group}` : `${other.network}/${group}`;
}
