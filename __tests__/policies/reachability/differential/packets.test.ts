import { Dice } from '../oracle/random/dice';
import { withHoles } from '../oracle/random/holes';
import { randomWorld } from '../oracle/random/random-world';
import type { World } from '../oracle/world';
import { fightFrom } from './duel';
import { toldOf } from './told';

const MINUTE = 60_000;
const EFFORT = { pairs: 6, packets: 20, questions: 2, classes: 400 } as const;

/** The fast lane has one seed; FC_SEED=<number> tries another. */
const seed = Number(process.env.FC_SEED ?? 1);

function holed(own: number): World {
  return withHoles(randomWorld(own), new Dice(own), 16);
}

test(
  'of 20,000 random packets in three renderings of 90 random networks, the prover says what the oracle walks',
  () => {
    const score = fightFrom(seed, 90, randomWorld, EFFORT);
    expect({ told: toldOf(score), mismatches: score.mismatches.length }).toEqual({ told: score.told(), mismatches: 0 });
    expect(score.packets).toBeGreaterThan(20_000);
    expect([...score.verdicts.keys()].sort()).toEqual(['partial', 'proven', 'unknown', 'unreachable']);
    expect(score.witnesses).toBeGreaterThan(200);
  },
  MINUTE,
);

test(
  'where networks leave values open, what is said surely holds however they are filled: 25 networks, up to 16 worlds each',
  () => {
    const score = fightFrom(seed, 25, holed, { ...EFFORT, classes: 60 });
    expect({ told: toldOf(score, holed), mismatches: score.mismatches.length }).toEqual({ told: score.told(), mismatches: 0 });
    expect(score.packets).toBeGreaterThan(2500);
  },
  MINUTE,
);
