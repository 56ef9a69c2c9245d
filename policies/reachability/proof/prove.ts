import type { Intent, IntentNetwork } from '../../../modules/core/intent';
import type { NetworkFacts } from '../../model/network';
import type { Prover } from '../prover';
import type { End } from '../query';
import { AclTermBook } from './flows/acl-terms';
import { type ClaimProof, ClaimProofs } from './claims';
import { Coverage } from './flows/coverage';
import { type DeclaredFlow, declaredFlows } from './names/declared-flows';
import { type Exposure, exposureOf } from './matrix/exposure';
import { type FlowProof, FlowProofs } from './flows/flow-proofs';
import { GroupScreen } from './matrix/group-screen';
import { type RuleUses, ruleUses } from './flows/rule-uses';
import { type Cell, PassagesBetween, type Side, type Undeclared } from './matrix/passages-between';
import { keyIn, PeerEnds } from './names/peer-ends';
import { familiesBetween, Neighbours, type Station, stationsOf } from './names/stations';
import { type WideRule, WideRules } from './flows/wide-rules';

/** What passes in one network, between its groups and to and from outside. */
export interface Matrix {
  readonly network: string;
  /** Cells through which something passes; between all other groups nothing does. */
  readonly cells: readonly Cell[];
  /** The groups that were asked about, both ways. */
  readonly groups: readonly string[];
}

/** Everything that is proven about the networks of an organisation. */
export interface Proofs {
  readonly claims: readonly ClaimProof[];
  readonly flows: readonly FlowProof[];
  readonly undeclared: readonly Undeclared[];
  readonly wide: readonly WideRule[];
  readonly uses: RuleUses;
  readonly matrices: readonly Matrix[];
  readonly exposures: readonly Exposure[];
}

const INTERNET: Side = { name: 'internet', ends: [{ kind: 'internet' }] };

/** Proves claims and flows of an organisation over the facts of its Terraform. */
export class ProofRun {
  readonly #peers: PeerEnds;
  readonly #flows: readonly DeclaredFlow[];
  readonly #coverage: Coverage;
  readonly #passages: PassagesBetween;
  readonly #neighbours: Neighbours;
  readonly #networksByVpc: ReadonlyMap<string, IntentNetwork>;
  readonly #stations: ReadonlyMap<string, readonly Station[]>;

  constructor(
    private readonly intent: Intent,
    private readonly facts: NetworkFacts,
    private readonly prover: Prover,
  ) {
    this.#peers = new PeerEnds(intent, facts);
    this.#flows = declaredFlows(intent, this.#peers, facts);
    this.#coverage = new Coverage(this.#flows, facts, (family) => prover.space(family));
    this.#passages = new PassagesBetween(prover, this.#coverage, new GroupScreen(facts));
    this.#neighbours = new Neighbours(facts);
    this.#networksByVpc = new Map(intent.networks.map((network) => [keyIn(network, network.vpc), network]));
    this.#stations = new Map(intent.networks.map((network) => [network.network, stationsOf(network, this.#peers)]));
  }

  /** All of it. */
  run(): Proofs {
    const { intent, facts, prover } = this;
    const flowProofs = new FlowProofs(prover);
    const flows = this.#flows.map((flow) => flowProofs.prove(flow));
    const matrices = intent.networks.map((network) => this.#matrix(network));
    return {
      claims: new ClaimProofs(prover, facts, this.#peers).all(intent),
      flows,
      undeclared: this.#passages.undeclared,
      wide: this.#wide(),
      uses: ruleUses(intent.networks, facts, flowProofs.uses, flowProofs.broken),
      matrices,
      exposures: [...facts.hosts.values()].map((host) => exposureOf(host, facts, prover)),
    };
  }

  #matrix(network: IntentNetwork): Matrix {
    const own = this.#stationsIn(network.network);
    const inside = own.flatMap((from) => own.flatMap((to) => this.#cells(network, from, to, network, network)));
    const outside = own.flatMap((station) =>
      this.#outsides(network).flatMap((side) => [
        ...this.#cells(network, station, side, network, network),
        ...(side.ends.some(({ kind }) => kind === 'service') ? [] : this.#cells(network, side, station, network, network)),
      ]),
    );
    const cells = [...inside, ...outside, ...this.#across(network, own)];
    return { network: network.network, groups: own.map(({ name }) => name), cells };
  }

  /** From and to the groups of networks that this one is joined with: each from the side of its own network. */
  #across(network: IntentNetwork, own: readonly Station[]): Cell[] {
    const others = this.#neighbours.of(network).flatMap((vpc) => this.#networksByVpc.get(vpc) ?? []);
    return others.flatMap((other) => {
      const theirs = this.#stationsIn(other.network).map((station) => ({ ...station, name: nameFrom(network, station) }));
      return own.flatMap((from) => theirs.flatMap((to) => this.#cells(network, from, to, network, other)));
    });
  }

  #cells(home: IntentNetwork, from: Side, to: Side, a: IntentNetwork, b: IntentNetwork): Cell[] {
    return familiesBetween(a, b)
      .map((family) => this.#passages.cell(home, from, to, family))
      .filter(({ works, arrives = [] }) => works.length + arrives.length > 0);
  }

  /** The internet, services with gateway endpoints, and whatever else lies outside where a gateway leads there. */
  #outsides(network: IntentNetwork): Side[] {
    const services = network.endpoints
      .filter((endpoint) => endpoint.interface === undefined)
      .map(({ service }): Side => ({
        name: `endpoint:${service}`,
        ends: this.#peers.of(network.network, `endpoint:${service}`, 'v4'),
      }));
    const beyond = network.onPremises.map(({ name }): Side => {
      const ends: End[] = (['v4', 'v6'] as const).flatMap((family) => [
        ...this.#peers.of(network.network, `onprem:${name}`, family),
      ]);
      return { name: `onprem:${name}`, ends };
    });
    return [INTERNET, ...services, ...beyond];
  }

  #wide(): readonly WideRule[] {
    const { intent, facts, prover } = this;
    const space = (family: 'v4' | 'v6'): ReturnType<Prover['space']> => prover.space(family);
    const wide = new WideRules(facts, this.#coverage, space);
    const terms = new AclTermBook(intent, this.#flows, this.#peers, facts, space);
    for (const network of intent.networks) {
      const families = familiesBetween(network, network);
      for (const station of this.#stationsIn(network.network)) wide.addGroup(station, families);
      for (const family of families) {
        for (const tier of network.tiers) wide.addAcls(network, tier, terms.of(network, tier, family), family);
      }
    }
    return wide.found;
  }

  #stationsIn(network: string): readonly Station[] {
    return this.#stations.get(network) ?? [];
  }
}

/** A group of another network as flows of this one name it. */
function nameFrom(home: IntentNetwork, { network, name }: Station): string {
  const [account = '', region, other = ''] = network.network.split('/');
  return region === home.network.split('/')[1] ? `${account}/${other}/${name}` : `${network.network}/${name}`;
}
