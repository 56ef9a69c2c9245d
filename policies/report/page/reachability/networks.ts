import { type Html, html } from '../html';
import type { Grid, Topic } from './grid';

/** More names than these are counted. */
export const MOST_NAMED = 3;

/** Networks in a line: all of a few, else the first and how many others. */
export function namesPart(names: readonly string[]): Html {
  const [first, ...others] = names;
  if (names.length <= MOST_NAMED) return html`${names.join(', ')}`;
  return html`${first} and ${String(others.length)} others`;
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
