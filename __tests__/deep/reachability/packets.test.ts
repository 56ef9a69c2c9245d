import { fightFrom, Score } from '../../policies/reachability/differential/duel';
import { toldOf } from '../../policies/reachability/differential/told';
import { Dice } from '../../policies/reachability/oracle/random/dice';
import { withHoles } from '../../policies/reachability/oracle/random/holes';
import { randomWorld } from '../../policies/reachability/oracle/random/random-world';
import type { World } from '../../policies/reachability/oracle/world';

const MINUTES = 60_000;
const EFFORT = { pairs: 12, packets: 60, questions: 4, classes: 4000 } as const;
const WORLDS = 1000;

/** Other ones each time; what a run prints repeats it: REACH_SEED=<number> npm run test:deep. */
const seed = Number(process.env.REACH_SEED ?? Date.now() % 1_000_000_000);

function holed(own: number): World {
  return withHoles(randomWorld(own), new Dice(own));
}

/** Until as many packets were compared. */
function fight(packets: number, make: (own: number) => World): Score {
  const score = new Score();
  for (let own = seed; score.packets < packets; own += WORLDS) fightFrom(own, WORLDS / 10, make, EFFORT, score);
  console.log(`seed ${String(seed)}\n${score.told()}\n${score.hits.table()}`);
  return score;
}

test(
  `of 1,000,000 random packets the prover says what the oracle walks, and every branch of the laws is taken (seed ${String(seed)})`,
  () => {
    const score = fight(1_000_000, randomWorld);
    expect({ told: toldOf(score), missed: score.hits.missed }).toEqual({ told: score.told(), missed: [] });
    expect(score.mismatches).toEqual([]);
  },
  15 * MINUTES,
);

test(
  `of 100,000 random packets in networks with values left open nothing is said surely that may be otherwise (seed ${String(seed)})`,
  () => {
    const score = fight(100_000, holed);
    expect(toldOf(score, holed)).toBe(score.told());
  },
  10 * MINUTES,
);
