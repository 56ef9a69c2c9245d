import type { Family } from '../../../../modules/core/cidr';
import { counted } from '../../../../modules/core/text/counted';
import type { Intent, IntentNetwork } from '../../../../modules/core/intent';
import type { Cell as Passing, Undeclared } from '../../../reachability/proof/matrix/passages-between';
import { findUntold } from '../../../reachability/proof/matrix/untold';
import type { Surveyed } from '../../../rules/reachability/proven';
import { opens, type Sides } from '../../../reachability/proof/matrix/sides';
import { keyIn } from '../../../reachability/proof/names/peer-ends';
import { familiesBetween } from '../../../reachability/proof/names/stations';
import type { Proofs } from '../../../reachability/proof/prove';
import { type Cell, type Grid, pairsOf, type Part, type Passage, type Peer, type Topic } from './grid';
import { portsOf, StatedFlows } from './stated-flows';

/** Of more groups of joined networks only those to which something passes have a column. */
const MOST_JOINED = 8;
/** A table of more columns is no table: what passes beyond is named. */
const MOST_COLUMNS = 40;

interface Column {
  readonly peer: Peer;
  readonly families: readonly Family[];
}

function nameOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function askedOf(network: IntentNetwork, name: string): string {
  const endpoint = network.endpoints.find(({ service }) => name === `endpoint:${service}`);
  if (endpoint !== undefined) return keyIn(network, endpoint.address);
  return name === 'internet' || name.startsWith('onprem:') ? name : `${network.network}/${name}`;
}

/** Makes the matrices of an organisation's networks: of what was proven, nothing is asked again. */
export class OrganizationGrids {
  readonly #flows: StatedFlows;
  readonly #undeclared: ReadonlyMap<string, Undeclared>;

  constructor(
    private readonly intent: Intent,
    private readonly proofs: Proofs,
    private readonly sides: Sides,
    private readonly surveyed: Surveyed,
  ) {
    this.#flows = new StatedFlows(proofs.flows);
    this.#undeclared = new Map(
      proofs.undeclared.map((found) => [nameOf(found.network.network, found.fromName, found.toName, found.family), found]),
    );
  }

  *all(): Generator<Grid> {
    const passing = new Map(this.proofs.matrices.map(({ network, cells }) => [network, cells]));
    for (const network of this.intent.networks) yield this.#grid(network, passing.get(network.network) ?? []);
  }

  #grid(network: IntentNetwork, passing: readonly Passing[]): Grid {
    const found = new Map(passing.map((cell) => [nameOf(cell.from, cell.to, cell.family), cell]));
    const peer = (name: string, ends: Peer['ends']): Peer => ({ name, ends, asked: askedOf(network, name) });
    const own = this.sides.own(network).map(({ name, ends }) => peer(name, ends));
    const outside = this.sides.outside(network).map(({ name, ends }) => peer(name, ends));
    const families = familiesBetween(network, network);
    const passage = (from: Peer, to: Peer, family: Family): Passage =>
      this.#doubted(from, to, this.#passage(network, from, to, family, found.get(nameOf(from.name, to.name, family))));
    const joined = this.#joined(network, (to, theirs) =>
      own.some((from) => theirs.some((family) => passage(from, to, family).parts.some(({ state }) => state !== 'nothing'))),
    );
    const strangers = this.sides.strangers(network).length;
    const rows = [...own, ...outside.filter(opens)];
    const columns: readonly Column[] = [...[...own, ...outside].map((each) => ({ peer: each, families })), ...joined.columns];
    const cells = rows.flatMap((from, row) =>
      columns.map(({ peer: to, families: theirs }, column): Cell => {
        const isAsked = row < own.length || column < own.length;
        const passages = isAsked ? theirs.map((family) => passage(from, to, family)) : [];
        return { row, column, from, to, passages: this.#told(passages, { from, to }) };
      }),
    );
    return {
      names: [network.network],
      rows,
      columns: columns.map(({ peer: each }) => each),
      cells,
      notes: [
        ...(families.length === 1 ? ['Asked over IPv4 alone: the network declares no IPv6.'] : []),
        ...joined.notes,
        ...(strangers === 0
          ? []
          : [
              `Not asked about: ${counted(strangers, 'VPC')} that it is joined with and that ${strangers === 1 ? 'declares' : 'declare'} nothing.`,
            ]),
      ],
    };
  }

  /** Groups of other networks that have a column, and what is said of the others. */
  #joined(
    network: IntentNetwork,
    isMet: (peer: Peer, families: readonly Family[]) => boolean,
  ): { columns: Column[]; notes: string[] } {
    const all = this.sides.joined(network).flatMap(({ network: other, groups }): Column[] => {
      const families = familiesBetween(network, other);
      const own = this.sides.own(other);
      return groups.map(({ name, ends }, place) => ({
        peer: { name, ends, asked: askedOf(other, own[place]?.name ?? name) },
        families,
      }));
    });
    if (all.length === 0) return { columns: [], notes: [] };
    const elsewhere = 'What opens in a joined network stands in the matrix of that one.';
    if (all.length <= MOST_JOINED) return { columns: all, notes: [elsewhere] };
    const met = all.filter(({ peer, families }) => isMet(peer, families));
    const columns = met.slice(0, MOST_COLUMNS);
    const [quiet, more] = [all.length - met.length, met.length - columns.length];
    return {
      columns,
      notes: [
        elsewhere,
        ...(quiet === 0 ? [] : [`Nothing passes from here to ${counted(quiet, 'more group')} of joined networks.`]),
        ...(more === 0
          ? []
          : [
              `Something passes, or is declared, to ${counted(more, 'more group')} that have no column: reachability.json lists it.`,
            ]),
      ],
    };
  }

  /** Of two families the one that both ends have, unless something passes in the other all the same. */
  #told(passages: readonly Passage[], cell: Pick<Cell, 'from' | 'to'>): readonly Passage[] {
    const told = passages.filter(
      ({ family, parts }) =>
        pairsOf(cell, family, this.surveyed.facts).length > 0 || parts.some(({ state }) => state !== 'nothing'),
    );
    return told.length === 0 ? passages.slice(0, 1) : told;
  }

  /** Where nothing can be told of some end, what was found isn't all. */
  #doubted({ ends: sources }: Peer, { ends: targets }: Peer, passage: Passage): Passage {
    const { facts, prover } = this.surveyed;
    const why = [...sources, ...targets].map((end) => findUntold(end, facts, prover)).find((one) => one !== undefined);
    if (why === undefined) return passage;
    const parts = passage.parts.filter(({ state }) => state !== 'nothing');
    const topics = passage.topics.filter(({ kind }) => kind !== 'nothing');
    return { ...passage, parts: [...parts, { state: 'unknown', ports: [] }], topics: [...topics, { kind: 'unknown', why }] };
  }

  #passage(network: IntentNetwork, from: Peer, to: Peer, family: Family, cell: Passing | undefined): Passage {
    const flows = this.#flows.between(from.ends, to.ends, family);
    const stated = flows.map((proof): Topic => ({ kind: 'flow', proof }));
    const { works = [], arrives = [] } = cell ?? {};
    const found = this.#undeclared.get(nameOf(network.network, from.name, to.name, family));
    if (found !== undefined) {
      const state = found.certain ? 'undeclared' : 'perhaps';
      return { family, parts: [{ state, ports: [...works, ...arrives] }], topics: [{ kind: 'undeclared', found }, ...stated] };
    }
    const proven = portsOf(
      flows.filter((proof) => proof.works),
      family,
    );
    const failed = flows.filter((proof) => !proof.works);
    const failing = portsOf(failed, family);
    const covered = works.filter((ports) => !proven.includes(ports) && !failing.includes(ports));
    const isUnknown = failed.some(({ answer }) => answer?.verdict === 'unknown');
    const ports = (state: 'covered' | 'unanswered', some: readonly string[]): Topic[] =>
      some.length === 0 ? [] : [{ kind: 'ports', ports: some, state }];
    const parts: readonly Part[] = [
      { state: isUnknown ? 'unproven' : 'failing', ports: failing },
      { state: 'proven', ports: works.filter((each) => proven.includes(each) && !failing.includes(each)) },
      { state: 'covered', ports: covered },
      { state: 'unanswered', ports: arrives.filter((each) => !failing.includes(each)) },
    ];
    const said = parts.filter((part) => part.ports.length > 0);
    if (said.length === 0) return { family, parts: [{ state: 'nothing', ports: [] }], topics: [{ kind: 'nothing' }] };
    return { family, parts: said, topics: [...stated, ...ports('covered', covered), ...ports('unanswered', arrives)] };
  }
}
