import type { Family } from '../../../../modules/core/cidr';
import { hasFamily } from '../../../reachability/ask/place';
import type { FlowProof } from '../../../reachability/proof/flows/flow-proofs';
import type { Undeclared } from '../../../reachability/proof/matrix/passages-between';
import type { NetworkFacts } from '../../../model/network';
import type { End } from '../../../reachability/query';

/** A row or a column: something that stands at some ends. */
export interface Peer {
  readonly name: string;
  readonly ends: readonly End[];
  /** What `plinth reach` calls it. */
  readonly asked: string;
  /** It may stand elsewhere, and why. @default - it stands at these ends */
  readonly open?: string;
}

/** How something that passes, or doesn't, stands. */
export type State =
  /** A flow of just these two declares it, and is proven for all pairs. */
  | 'proven'
  /** A flow of just these two declares it, and doesn't work for all pairs. */
  | 'failing'
  /** A flow of just these two declares it, and whether it works isn't known. */
  | 'unproven'
  /** It surely passes, and no flow declares it. */
  | 'undeclared'
  /** It may pass, and no flow declares it. */
  | 'perhaps'
  /** It may pass, and lies within flows, none of which is of just these two. */
  | 'covered'
  /** It may arrive, and isn't answered. */
  | 'unanswered'
  /** It surely passes; nothing was declared at all. */
  | 'passes'
  /** It may pass; nothing was declared at all. */
  | 'may'
  | 'unknown'
  | 'nothing';

/** A part of what passes, as flows write ports. */
export interface Part {
  readonly state: State;
  readonly ports: readonly string[];
}

/** What is known of a cell for a reason of its own, and can be asked about. */
export type Topic =
  | { readonly kind: 'flow'; readonly proof: FlowProof }
  | { readonly kind: 'undeclared'; readonly found: Undeclared }
  /** What passes, or may: the first of these ports is asked about. */
  | { readonly kind: 'ports'; readonly ports: readonly string[]; readonly state: 'covered' | 'unanswered' | 'passes' | 'may' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly why: string };

/** One family of a cell. */
export interface Passage {
  readonly family: Family;
  /** At least one. */
  readonly parts: readonly Part[];
  readonly topics: readonly Topic[];
}

/** From a row to a column. */
export interface Cell {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly from: Peer;
  readonly to: Peer;
  /** By family. Empty: the question makes no sense. */
  readonly passages: readonly Passage[];
}

/** What passes in one network, or in several that are alike. */
export interface Grid {
  /** The network that is explained first, and those that are alike. */
  readonly names: readonly string[];
  readonly rows: readonly Peer[];
  readonly columns: readonly Peer[];
  /** Row by row. */
  readonly cells: readonly Cell[];
  /** What isn't in it, a sentence each. */
  readonly notes: readonly string[];
}

/** The ends of two peers that have addresses of the family, every one with every one. */
export function pairsOf(
  { from, to }: Pick<Cell, 'from' | 'to'>,
  family: Family,
  facts: NetworkFacts,
): readonly (readonly [End, End])[] {
  const within = ({ ends }: Peer): readonly End[] => ends.filter((end) => hasFamily(end, family, facts));
  const targets = within(to);
  return within(from).flatMap((source) => targets.map((target) => [source, target] as const));
}

/** The worst first: what was never meant, then what isn't known, then everything else as it comes. */
const URGENCY: readonly (readonly State[])[] = [
  ['undeclared', 'failing'],
  ['perhaps', 'unproven', 'unknown', 'may'],
  ['covered', 'unanswered', 'passes'],
  ['proven'],
];

/** How much a cell needs an explanation: less is more. */
export function urgencyOf({ passages }: Cell): number {
  const states = new Set(passages.flatMap(({ parts }) => parts.map(({ state }) => state)));
  const place = URGENCY.findIndex((some) => some.some((state) => states.has(state)));
  return place < 0 ? URGENCY.length : place;
}
