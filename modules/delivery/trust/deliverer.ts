/** A plan reads, an apply changes. */
export type Phase = 'plan' | 'apply';

/** Both, in the order in which they happen. */
export const PHASES: readonly Phase[] = ['plan', 'apply'];

/** Whoever runs Terraform on the stacks, as its tokens say so. */
export interface Deliverer {
  /** Host of the issuer, with a path if it has one: how condition keys begin. */
  readonly issuer: string;
  /** Whom its tokens are for. */
  readonly audience: (phase: Phase) => string;
  /** Whose tokens may do a phase of a stack: exact, never a pattern. */
  readonly subjects: (stack: string, phase: Phase) => readonly string[];
}
