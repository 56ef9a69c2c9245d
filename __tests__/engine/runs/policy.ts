/** The outcome of one policy, as the next runs will have it. */
export interface PolicyOutcome {
  readonly set: string;
  readonly policy: string;
  readonly level: 'mandatory' | 'advisory';
  readonly status: 'passed' | 'failed';
  /** @default "" */
  readonly description?: string;
}

export type PolicyStatus = 'pending' | 'passed' | 'failed';

/** The stage after a plan in which policies are evaluated. */
export interface PolicyStage {
  readonly id: string;
  readonly evaluation: string;
  readonly outcomes: readonly PolicyOutcome[];
  status: PolicyStatus;
}

export const hasMandatoryFailure = (outcomes: readonly PolicyOutcome[]): boolean =>
  outcomes.some(({ level, status }) => level === 'mandatory' && status === 'failed');
