import type { Intent, IntentNetwork } from '../../../modules/core/intent';
import type { NetworkFacts } from '../../model/network';
import type { Prover } from '../prover';
import { AclTermBook } from './flows/acl-terms';
import { type ClaimProof, ClaimProofs } from './claims';
import { Coverage } from './flows/coverage';
import { type DeclaredFlow, declaredFlows } from './names/declared-flows';
import { type Exposure, exposureOf } from './matrix/exposure';
import { type FlowProof, FlowProofs } from './flows/flow-proofs';
import { GroupScreen } from './matrix/group-screen';
import { type RuleUses, ruleUses } from './flows/rule-uses';
import { type Cell, PassagesBetween, type Side, type Undeclared } from './matrix/passages-between';
import { opens, Sides } from './matrix/sides';
import { findUntold } from './matrix/untold';
import { PeerEnds } from './names/peer-ends';
import { familiesBetween } from './names/stations';
import { type WideRule, WideRules } from './flows/wide-rules';

/** A group, or something outside, of which it can't be told what passes there. */
export interface UntoldSide {
  readonly name: string;
  readonly why: string;
}

/** What passes in one network, between its groups and to and from outside. */
export interface Matrix {
  readonly network: string;
  /** Cells through which something passes; between all other groups nothing does. */
  readonly cells: readonly Cell[];
  /** The groups that were asked about, both ways. */
  readonly groups: readonly string[];
  /** Through whose cells more may pass than they say. @default - there are none */
  readonly untold?: readonly UntoldSide[];
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
  /** What the cells of the matrices are about. @default - nothing is stated */
  readonly sides?: Sides;
}

/** Proves claims and flows of an organisation over the facts of its Terraform. */
export class ProofRun {
  readonly #peers: PeerEnds;
  readonly #flows: readonly DeclaredFlow[];
  readonly #coverage: Coverage;
  readonly #passages: PassagesBetween;
  readonly #sides: Sides;

  constructor(
    private readonly intent: Intent,
    private readonly facts: NetworkFacts,
    private readonly prover: Prover,
  ) {
    this.#peers = new PeerEnds(intent, facts);
    this.#flows = declaredFlows(intent, this.#peers, facts);
    this.#coverage = new Coverage(this.#flows, facts, (family) => prover.space(family));
    this.#passages = new PassagesBetween(prover, this.#coverage, new GroupScreen(facts));
    this.#sides = new Sides(intent, this.#peers, facts);
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
      sides: this.#sides,
    };
  }

  #matrix(network: IntentNetwork): Matrix {
    const own = this.#sides.own(network);
    const beyond = this.#sides.outside(network);
    const inside = own.flatMap((from) => own.flatMap((to) => this.#cells(network, from, to, network)));
    const outside = own.flatMap((station) =>
      beyond.flatMap((side) => [
        ...this.#cells(network, station, side, network),
        ...(opens(side) ? this.#cells(network, side, station, network) : []),
      ]),
    );
    // Each from the side of its own network: what opens from there stands in the matrix of the other one.
    const across = this.#sides
      .joined(network)
      .flatMap((other) => own.flatMap((from) => other.groups.flatMap((to) => this.#cells(network, from, to, other.network))));
    const untold = [...own, ...beyond].flatMap((side) => this.#untold(side));
    return {
      network: network.network,
      groups: own.map(({ name }) => name),
      cells: [...inside, ...outside, ...across],
      ...(untold.length === 0 ? {} : { untold }),
    };
  }

  #untold({ name, ends }: Side): readonly UntoldSide[] {
    const why = ends.map((end) => findUntold(end, this.facts, this.prover)).find((one) => one !== undefined);
    return why === undefined ? [] : [{ name, why }];
  }

  #cells(home: IntentNetwork, from: Side, to: Side, other: IntentNetwork): Cell[] {
    return familiesBetween(home, other)
      .map((family) => this.#passages.cell(home, from, to, family))
      .filter(({ works, arrives = [] }) => works.length + arrives.length > 0);
  }

  #wide(): readonly WideRule[] {
    const { intent, facts, prover } = this;
    const space = (family: 'v4' | 'v6'): ReturnType<Prover['space']> => prover.space(family);
    const wide = new WideRules(facts, this.#coverage, space);
    const terms = new AclTermBook(intent, this.#flows, this.#peers, facts, space);
    for (const network of intent.networks) {
      const families = familiesBetween(network, network);
      for (const station of this.#sides.own(network)) wide.addGroup(station, families);
      for (const family of families) {
        for (const tier of network.tiers) wide.addAcls(network, tier, terms.of(network, tier, family), family);
      }
    }
    return wide.found;
  }
}
