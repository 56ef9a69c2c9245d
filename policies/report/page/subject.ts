import type { Difference } from '../../difference';
import type { Universe } from '../../model/universe';
import type { Review } from '../review';

/** What is said of what was there before: what differs, or why that can't be told. */
export type Before =
  | {
      /** What it is compared with, as a noun: `the synth before`, `main.tfplan.json`. A plan alone is compared with what is there. */
      readonly name: string;
      readonly difference: Difference;
    }
  | { readonly name: string; readonly why: string };

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
