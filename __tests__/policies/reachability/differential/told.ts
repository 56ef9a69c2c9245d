import { randomWorld } from '../oracle/random/random-world';
import type { World } from '../oracle/world';
import type { Score } from './duel';
import { mismatchText } from './smallest';

/** What a run comes to, with the first mismatches in worlds as small as they get. */
export function toldOf(score: Score, make: (seed: number) => World = randomWorld): string {
  const { mismatches } = score;
  const seen = new Set<string>();
  const kinds = mismatches.filter(({ problem, from, to, kind }) => {
    const alike = `${from.kind} ${to.kind} ${kind} ${problem.replace(/\d+/g, 'n')}`;
    return !seen.has(alike) && seen.add(alike);
  });
  return [score.told(), ...kinds.slice(0, 3).map((mismatch) => mismatchText(make(mismatch.seed), mismatch))].join('\n\n');
}
