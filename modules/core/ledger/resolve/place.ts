import { groupBy } from '../collisions';
import { type Entry, idOf, type State } from '../entry';
import type { Precedence } from './precedence';

/** An entry that lost its key to another line, with that line. */
export interface Lost {
  readonly loser: Entry;
  readonly winner: Entry;
}

const PROGRESS: readonly State[] = ['living', 'closing', 'closed', 'freed'];

/** Of lines that differ in state only, the one that is further on: the next synth takes every way back by itself. */
function furtherOn(a: Entry, b: Entry): Entry {
  const most = PROGRESS.indexOf(b.state) > PROGRESS.indexOf(a.state) ? b : a;
  return { ...most, generation: Math.min(a.generation, b.generation) };
}

/**
 * Leaves one entry of each key. Where the precedence can't tell, one that lies in what stays (`isHome`) does: the lines
 * below a network that two branches added both follow the network's own.
 */
export function settleKeys(
  entries: readonly Entry[],
  precedence: Precedence,
  isHome: (entry: Entry) => boolean = () => false,
): { readonly settled: Entry[]; readonly lost: Lost[] } {
  const lost: Lost[] = [];
  const order = (a: Entry, b: Entry): number => precedence.compare(a, b) || Number(isHome(b)) - Number(isHome(a));
  const settled = [...groupBy(entries, idOf).values()].flatMap((lines) => {
    const distinct = [...groupBy(lines, (entry) => entry.value).values()].map((same) => same.reduce(furtherOn));
    const [winner, ...losers] = distinct.sort(order);
    if (winner === undefined) return [];
    const [second] = losers;
    if (second !== undefined && order(winner, second) === 0) precedence.reportTie(winner, second);
    lost.push(...losers.map((loser) => ({ loser, winner })));
    return [winner];
  });
  return { settled, lost };
}

/** Puts entries down one after the other, those that stay first. What collides with one that is there already loses. */
export function place(
  entries: readonly Entry[],
  precedence: Precedence,
  rivals: (entry: Entry, standing: readonly Entry[]) => readonly Entry[],
): { readonly standing: Entry[]; readonly losing: Entry[] } {
  const standing: Entry[] = [];
  const losing: Entry[] = [];
  for (const entry of [...entries].sort((a, b) => precedence.compare(a, b))) {
    const found = rivals(entry, standing);
    const [rival] = found;
    (rival === undefined ? standing : losing).push(entry);
    if (rival !== undefined && found.every((other) => precedence.compare(other, entry) === 0)) precedence.reportTie(rival, entry);
  }
  return { standing, losing };
}
