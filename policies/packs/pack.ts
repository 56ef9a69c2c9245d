import type { Rule } from '../rules/rule';

/** What a finding does: an error fails the run, a warning and a note are only told. */
export type Level = 'error' | 'warning' | 'note';

/** A rule, and what its findings do. */
export interface PackEntry {
  readonly rule: Rule;
  readonly level: Level;
}

/** Rules that are held together, by a name that `--pack` takes. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PackEntry[];
}
