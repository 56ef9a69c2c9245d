import { reachPairMultiple } from './measurement/reach-pair';
import type { Usage } from './measurement/usage';
import type { Workplace } from './workplace';

/** How far a round goes. */
export interface Extent {
  /** Accounts of the smaller and the larger organisation. */
  readonly small: number;
  readonly large: number;
  /** Starts that are compared: each is short, so its noise is large. */
  readonly starts: number;
}

/** The figures of one round: ratios of runs that were made side by side, and a peak. */
export interface Figures {
  readonly module_overhead: number;
  readonly scale_exponent: number;
  readonly startup_vs_raw: number;
  readonly rss_mb_1000: number;
  readonly proof_share: number;
  readonly reach_pair_ms: number;
}

/** Two programs one after the other, in turns: whoever comes first has the colder machine. */
function pair(first: () => Usage, second: () => Usage, swapped: boolean): [Usage, Usage] {
  if (!swapped) return [first(), second()];
  const later = second();
  return [first(), later];
}

/** One round: every run next to the one that it is compared with. */
export function measureRound(place: Workplace, { small, large, starts }: Extent, round: number): Figures {
  const swapped = round % 2 === 1;
  const [ours, theirs] = pair(
    () => place.modules(small),
    () => place.handWritten('account-stack', small),
    swapped,
  );
  const [some, many] = pair(
    () => place.whole(small),
    () => place.whole(large),
    swapped,
  );
  const judged = place.judged(large);
  const pairs = Array.from({ length: starts }, (_, index) =>
    pair(
      () => place.whole(1),
      () => place.handWritten('terraform-stack', 1),
      index % 2 === 1,
    ),
  );
  const start = (side: 0 | 1): number => pairs.reduce((sum, usages) => sum + usages[side].cpuSeconds, 0) / starts;
  return {
    module_overhead: ours.workSeconds / theirs.workSeconds,
    scale_exponent: Math.log((many.cpuSeconds - start(0)) / (some.cpuSeconds - start(0))) / Math.log(large / small),
    startup_vs_raw: start(0) / start(1),
    rss_mb_1000: many.peakMegabytes,
    proof_share: judged.workSeconds / many.cpuSeconds,
    reach_pair_ms: reachPairMultiple(),
  };
}
