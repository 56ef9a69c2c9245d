import type { Finding } from '../rules/rule';
import type { Level } from './pack';

/** A finding, and what it does to the run: by the pack that its rule was held in. */
export interface JudgedFinding extends Finding {
  readonly level: Level;
}
