import fc from 'fast-check';

import { fightClosed, fightOpen, Score } from './random/duel';
import { scenarios } from './random/scenario';

/** Of a machine that has other things to do. */
const MINUTES = 180_000;

/** The fast lane has one seed; FC_SEED=<number> tries another. */
const seed = Number(process.env.FC_SEED ?? 20_261_129);

test(
  `of 12,000 random requests under random policies the evaluator says what the oracle says, by the same statement (seed ${String(seed)})`,
  () => {
    const score = new Score();
    fc.assert(
      fc.property(scenarios(false, 8), (scenario) => {
        fightClosed(scenario, score);
      }),
      { seed, endOnFailure: true, numRuns: 1500 },
    );
    console.log(`seed ${String(seed)}\n${score.told()}`);
    expect(score.decisions).toBe(12_000);
    expect(score.answers.get('allowed')).toBeGreaterThan(1000);
    expect(score.imprecise).toBeLessThan(score.decisions / 20);
  },
  MINUTES,
);

test(
  `of 8,000 random requests of which parts aren't told, what is said surely holds in 6 completions of each (seed ${String(seed)})`,
  () => {
    const score = new Score();
    fc.assert(
      fc.property(scenarios(true, 8), fc.integer(), (scenario, own) => {
        fightOpen(scenario, own, 6, score);
      }),
      { seed, endOnFailure: true, numRuns: 1000 },
    );
    console.log(`seed ${String(seed)}\n${score.told()}`);
    expect(score.decisions).toBe(8000);
    expect([...score.answers.keys()].sort()).toEqual(['allowed', 'denied', 'unknown']);
  },
  MINUTES,
);
