import fc from 'fast-check';

import { fightClosed, fightOpen, Score } from '../../policies/iam/evaluate/random/duel';
import { scenarios } from '../../policies/iam/evaluate/random/scenario';

const MINUTES = 60_000;

/** Other ones each time; what a run prints repeats it: IAM_SEED=<number> npm run test:deep. */
const seed = Number(process.env.IAM_SEED ?? Date.now() % 1_000_000_000);

/** fast-check may refuse too many runs at a time: each thousand has a seed of its own. */
const BATCH = 1000;

function told(score: Score): string {
  console.log(`seed ${String(seed)}\n${score.told()}`);
  return score.told();
}

test(
  `of 400,000 random requests under random policies the evaluator says what the oracle says, by the same statement (seed ${String(seed)})`,
  () => {
    const score = new Score();
    for (let own = seed; score.decisions < 400_000; own++) {
      const property = fc.property(scenarios(false, 16), (scenario) => {
        fightClosed(scenario, score);
      });
      fc.assert(property, { seed: own, numRuns: BATCH, endOnFailure: true });
    }
    expect(told(score)).toContain('allowed');
    expect(score.imprecise).toBeLessThan(score.decisions / 20);
  },
  60 * MINUTES,
);

test(
  `of 150,000 random requests of which parts aren't told, what is said surely holds in 12 completions of each (seed ${String(seed)})`,
  () => {
    const score = new Score();
    for (let own = seed; score.decisions < 150_000; own++) {
      const property = fc.property(scenarios(true, 16), fc.integer(), (scenario, dice) => {
        fightOpen(scenario, dice, 12, score);
      });
      fc.assert(property, { seed: own, numRuns: BATCH, endOnFailure: true });
    }
    expect(told(score)).toContain('unknown');
    expect(score.answers.get('unknown')).toBeLessThan(score.decisions / 2);
  },
  60 * MINUTES,
);
