import type { Decision } from '../../policies/iam/decision';

/** What `--expect` can ask for. */
export const EXPECTATIONS = ['allowed', 'denied'] as const;

/** That AWS lets it happen, or that it doesn't. */
export type Expected = (typeof EXPECTATIONS)[number];

/** Whether what was expected holds; what isn't known never does. */
export interface Expectation {
  readonly expected: Expected;
  readonly holds: boolean;
  /** Why it doesn't. @default - it holds */
  readonly reason?: string;
}

/** Holds a decision against what was expected. */
export function hold(expected: Expected, { decision }: Decision): Expectation {
  if (decision === expected) return { expected, holds: true };
  return { expected, holds: false, reason: decision === 'unknown' ? 'what is not known never passes' : `it is ${decision}` };
}
