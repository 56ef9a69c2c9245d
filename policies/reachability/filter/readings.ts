import type { DecisionList } from './decision-list';

/**
 * How what isn't known is read. `strict`: what may not pass doesn't; `lenient`: what may pass does. Nothing passes the
 * first that doesn't pass the second.
 */
export type Reading = 'strict' | 'lenient';

/** A filter in both readings: one object where nothing in it is unknown. */
export interface Readings {
  readonly strict: DecisionList;
  readonly lenient: DecisionList;
  /** Clauses for people: what isn't known here. */
  readonly doubts: readonly string[];
}
