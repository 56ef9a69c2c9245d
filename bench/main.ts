import { median } from './measurement/median';
import { type Extent, type Figures, measureRound } from './round';
import { Workplace } from './workplace';

/** What each figure should stay below; `reach_pair_ms` is only told. */
const GOALS: Omit<Figures, 'reach_pair_ms'> = {
  module_overhead: 1.15,
  scale_exponent: 1.05,
  startup_vs_raw: 1.1,
  rss_mb_1000: 450,
  proof_share: 0.25,
};

function figures(of: (name: keyof Figures) => number): Figures {
  const ratio = (name: keyof Figures): number => Number(of(name).toFixed(3));
  return {
    module_overhead: ratio('module_overhead'),
    scale_exponent: ratio('scale_exponent'),
    startup_vs_raw: ratio('startup_vs_raw'),
    rss_mb_1000: Math.round(of('rss_mb_1000')),
    proof_share: ratio('proof_share'),
    reach_pair_ms: ratio('reach_pair_ms'),
  };
}

/** Measures in rounds; `--quick` only shows that everything runs. Prints one JSON document; words go to stderr. */
function bench(args: readonly string[]): void {
  const quick = args.includes('--quick');
  const extent: Extent = quick ? { small: 20, large: 100, starts: 1 } : { small: 100, large: 1000, starts: 3 };
  const rounds = quick ? 1 : 5;
  const place = new Workplace();
  try {
    for (const accounts of [1, extent.small, extent.large]) place.prepare(accounts);
    for (const accounts of [1, extent.small]) place.assertSame(accounts);
    const measured = Array.from({ length: rounds }, (_, round) => {
      const found = measureRound(place, extent, round);
      console.error(`round ${round + 1} of ${rounds}: ${JSON.stringify(figures((name) => found[name]))}`);
      return found;
    });
    const medians = figures((name) => median(measured.map((found) => found[name])));
    const { small, large } = extent;
    console.log(JSON.stringify({ ...medians, goals: GOALS, rounds, accounts: { small, large } }, null, 2));
  } finally {
    place.clear();
  }
}

bench(process.argv.slice(2));
