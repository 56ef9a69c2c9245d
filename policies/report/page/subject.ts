import type { Difference } from '../../difference';
import type { Universe } from '../../model/universe';
import type { Review } from '../review';

/** What a report compares with: what was there before. */
export interface Before {
  /** What it is called: `the synth before`, `../main/cdktf.out`. */
  readonly name: string;
  readonly difference: Difference;
}

/** What a report is about. */
export interface Subject {
  /** What it is called: the organisation's name, or the path that was read. */
  readonly title: string;
  /** The day of the report, YYYY-MM-DD. */
  readonly today: string;
  readonly universe: Universe;
  readonly review: Review;
  /** @default - it is compared with nothing */
  readonly before?: Before;
}
