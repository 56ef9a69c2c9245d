import type { Scenario, Trouble } from './scenario';

/** Numbers from 0 to 1 that a seed decides. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole run has 7 calls; its time is that of one alone, and several run at once. */
const CALLS = 7;
const MOST = 1.5;

function killAt(random: () => number): { readonly words: string; readonly trouble: Trouble } {
  if (random() < 0.5) {
    const share = random() * MOST;
    const trouble: Trouble = {
      happen: (child, usual) => void setTimeout(() => child.kill('SIGKILL'), share * usual),
    };
    return { words: `after ${(share * 100).toFixed(1)} % of a run`, trouble };
  }
  const [call, reaches] = [1 + Math.floor(random() * CALLS), random() < 0.5];
  const trouble: Trouble = {
    disturb: ({ position }, kill) => (position === call ? { reaches, answer: undefined, meanwhile: () => kill() } : undefined),
  };
  return { words: `${reaches ? 'after' : 'before'} call ${String(call)}`, trouble };
}

/** Runs that are killed at random points, one to three in a row. */
export function randomKills(count: number, seed: number): Scenario[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, n) => {
    const kills = Array.from({ length: 1 + Math.floor(random() * 3) }, () => killAt(random));
    return {
      name: `seed ${String(seed)} number ${String(n + 1)}, kill -9 ${kills.map(({ words }) => words).join(', then ')}`,
      troubles: kills.map(({ trouble }) => trouble),
    };
  });
}
