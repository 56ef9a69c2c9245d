/** ok, or how much it matters; what couldn't be looked at is neither. */
export type Level = 'ok' | 'warning' | 'problem' | 'not checked';

/** What was looked at. */
export interface Subject {
  /** Stable, for programs. */
  readonly id: string;
  /** For people. */
  readonly title: string;
}

/** One thing that was looked at, and what came of it. */
export interface Check extends Subject {
  readonly level: Level;
  /** What there is; or, where it wasn't checked, why. */
  readonly found: string;
  /** What there should be. @default - whatever is there does */
  readonly expected?: string;
  /** What to do. @default - nothing */
  readonly remedy?: string;
}

/** What differs from what should be. */
export type Finding = Required<Pick<Check, 'found' | 'remedy'>> & Pick<Check, 'expected'>;

/** It is as it should be. */
export function ok({ id, title }: Subject, found: string): Check {
  return { id, title, level: 'ok', found };
}

/** It works, or does for now; it should be mended. */
export function warning({ id, title }: Subject, finding: Finding): Check {
  return { id, title, level: 'warning', ...finding };
}

/** Plinth can't do its work like this. */
export function problem({ id, title }: Subject, finding: Finding): Check {
  return { id, title, level: 'problem', ...finding };
}

/** It wasn't looked at; a remedy only where one is at hand. */
export function notChecked({ id, title }: Subject, why: string, remedy?: string): Check {
  return { id, title, level: 'not checked', found: why, ...(remedy === undefined ? {} : { remedy }) };
}
