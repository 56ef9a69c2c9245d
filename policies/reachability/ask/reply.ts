import type { Family } from '../../../modules/core/cidr';
import type { Answer } from '../query';

/** What is known about two spots in one family. */
export interface PairAnswer extends Answer {
  readonly from: string;
  readonly to: string;
  readonly family: Family;
  /** Whether the question is about this pair at all isn't known, and why. @default - it is */
  readonly doubt?: string;
}

/** The answer to a question about places: that of all pairs together. */
export interface Reply extends Answer {
  /** The families that were asked about. */
  readonly families: readonly Family[];
  /** What was taken for granted, a clause each. */
  readonly assumed: readonly string[];
  /** Every spot of one place with every spot of the other, in order of their names. */
  readonly pairs: readonly PairAnswer[];
}
