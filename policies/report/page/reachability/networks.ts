import { type Html, html } from '../html';
import type { Grid, Topic } from './grid';

/** More names than these are counted. */
export const MOST_NAMED = 3;

/** Something that is said of one network, or of several alike. */
export interface Alike<T> {
  readonly first: T;
  /** At least one: that of the first is the first. */
  readonly networks: readonly string[];
}

/** Networks in a line: all of a few, else the first and how many others. */
export function namesPart(names: readonly string[]): Html {
  const [first, ...others] = names;
  if (names.length <= MOST_NAMED) return html`${names.join(', ')}`;
  return html`${first} and ${String(others.length)} others`;
}

/** What differs in nothing but the network, in the order in which it is first met. Of each kind only the first is kept. */
export function byNetwork<T>(all: Iterable<T>, networkOf: (one: T) => string, keyOf: (one: T) => string): readonly Alike<T>[] {
  const found = new Map<string, { readonly first: T; readonly networks: string[] }>();
  for (const one of all) {
    const key = keyOf(one);
    const known = found.get(key);
    if (known === undefined) found.set(key, { first: one, networks: [networkOf(one)] });
    else known.networks.push(networkOf(one));
  }
  return [...found.values()];
}

function topicKey(topic: Topic): unknown {
  switch (topic.kind) {
    case 'flow': {
      const { flow, works, pairs, answer } = topic.proof;
      const { from, to, port, clientPorts, why, position } = flow;
      return [from, to, port, clientPorts, why, position, works, pairs, answer?.verdict];
    }
    case 'undeclared':
      return topic.found.certain;
    default:
      return topic;
  }
}

/** Equal for matrices in which the same passes for the same reasons. */
export function gridKey({ rows, columns, cells, notes }: Grid): string {
  const passages = cells.map((cell) => cell.passages.map(({ family, parts, topics }) => [family, parts, topics.map(topicKey)]));
  const ends = [rows, columns].map((peers) => peers.map(({ name, ends: { length } }) => [name, length]));
  return JSON.stringify([ends, passages, notes]);
}
