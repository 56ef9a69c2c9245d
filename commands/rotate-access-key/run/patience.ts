/** How long the command waits for what. */
export interface Patience {
  /** For one answer of AWS. */
  readonly callSeconds: number;
  /** How often a call is tried that AWS throttles or doesn't answer. */
  readonly attempts: number;
  /** Before the second attempt; doubled each time, up to ten times this. */
  readonly pauseSeconds: number;
  /** Until IAM knows a new key everywhere. */
  readonly proofSeconds: number;
  /** Until the lock of a run that was killed counts as left. */
  readonly staleSeconds: number;
}

/** IAM takes some seconds to tell all its parts of a new key, a minute is far above what was seen. */
export const PATIENCE: Patience = { callSeconds: 10, attempts: 5, pauseSeconds: 0.5, proofSeconds: 60, staleSeconds: 5 };

/** The pause after the nth attempt, counted from 1. */
export function pauseAfter(attempt: number, { pauseSeconds }: Patience): number {
  return pauseSeconds * Math.min(2 ** (attempt - 1), 10);
}
