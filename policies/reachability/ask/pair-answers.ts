import type { Family } from '../../../modules/core/cidr';
import type { NetworkFacts } from '../../model/network';
import type { Answer, End, Query } from '../query';
import { hasFamily, shapeOf, type Spot } from './place';
import type { PairAnswer } from './reply';
import { sharedByEach } from './together';

/** What answers questions about two ends. */
export interface Answerer {
  answer(query: Query): Answer;
}

/** What is asked of every pair. */
export type AskedOfEach = Pick<Query, 'traffic' | 'clientPorts'>;

/** Both, in order. */
export const FAMILIES: readonly Family[] = ['v4', 'v6'];

function settled(verdict: Answer['verdict'], arrives: Answer['arrives'], why: string): Answer {
  return { verdict, arrives, lostPorts: [], path: [], blockers: [], why };
}

function listOf(families: readonly Family[]): string {
  return families.length === 0 ? 'no addresses' : `IP${families.join(' and IP')} alone`;
}

/** The pairs of one question, each asked once for each family and shape. */
export class PairAnswers {
  readonly #known = new Map<string, Answer>();

  constructor(
    private readonly each: AskedOfEach,
    private readonly facts: NetworkFacts,
    private readonly prover: Answerer,
  ) {}

  /** The families that two spots share, of those that the question is about. */
  families(from: Spot, to: Spot, families: readonly Family[]): readonly Family[] {
    const has = ({ ends, open }: Spot, family: Family): boolean =>
      open !== undefined || ends.some((end) => hasFamily(end, family, this.facts));
    const common = families.filter((family) => has(from, family) && has(to, family));
    return common.length === 0 ? families : common;
  }

  of(from: Spot, to: Spot, family: Family): PairAnswer {
    const doubt = from.doubt ?? to.doubt;
    const names = { from: from.name, to: to.name, family, ...(doubt === undefined ? {} : { doubt }) };
    return { ...names, ...this.#answer(from, to, family) };
  }

  #answer(from: Spot, to: Spot, family: Family): Answer {
    const open = from.open ?? to.open;
    if (open !== undefined) return settled('unknown', 'unknown', `It can't be told: ${open}.`);
    const answers = from.ends.flatMap((source) => to.ends.map((destination) => this.#ask(source, destination, family)));
    const [first, ...others] = answers;
    if (first === undefined) throw new Error(`${from.name} or ${to.name} has neither an end nor a reason`);
    if (others.length === 0) return first;
    const verdict = sharedByEach(answers.map((answer) => answer.verdict));
    const arrives = sharedByEach(answers.map((answer) => answer.arrives));
    const lostPorts = [...new Set(answers.flatMap((answer) => answer.lostPorts))];
    if (verdict !== 'unknown') return { ...first, arrives, lostPorts };
    return settled(
      verdict,
      arrives,
      `It stands in one of several places, and the documents don't say in which: ${from.name}, ${to.name}.`,
    );
  }

  #ask(from: End, to: End, family: Family): Answer {
    const plain = this.#plain(from, to, family);
    if (plain !== undefined) return plain;
    const shape = JSON.stringify([family, shapeOf(from), shapeOf(to)]);
    const known = this.#known.get(shape) ?? this.#prove(from, to, family);
    this.#known.set(shape, known);
    return known;
  }

  /** What needs no proof. */
  #plain(from: End, to: End, family: Family): Answer | undefined {
    if (from.kind === 'service') return settled('unreachable', 'none', `${from.name} answers, and opens no connections.`);
    if (from.kind !== 'interface' && to.kind !== 'interface') {
      return settled('unknown', 'unknown', 'Neither end stands in a network of the documents: what lies between is not judged.');
    }
    const without = [from, to].find((end) => !hasFamily(end, family, this.facts));
    if (without === undefined) return undefined;
    const has = FAMILIES.filter((each) => hasFamily(without, each, this.facts));
    const name = without.kind === 'internet' ? 'The internet' : without.name;
    return settled('unreachable', 'none', `${name} has ${listOf(has)}.`);
  }

  #prove(from: End, to: End, family: Family): Answer {
    return this.prover.answer({ from, to, family, ...this.each });
  }
}
