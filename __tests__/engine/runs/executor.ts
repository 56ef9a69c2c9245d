/** What a run is to do. */
export interface RunOptions {
  readonly isDestroy: boolean;
  readonly refresh: boolean;
  readonly refreshOnly: boolean;
  readonly targets: readonly string[];
  readonly replacements: readonly string[];
}

/** A variable of a workspace or a run, its value as Terraform writes it. */
export interface Variable {
  readonly key: string;
  readonly value: string;
  readonly category: 'terraform' | 'env';
  /** Whether the value is an expression. */
  readonly hcl: boolean;
}

/** A phase of a run, as whoever executes it gets it. */
export interface Phase {
  /** Where the run's files lie: the same for its plan and its apply. */
  readonly folder: string;
  readonly workingDirectory: string;
  readonly say: (text: string | Buffer) => void;
  /** Aborted when the run is canceled. */
  readonly signal: AbortSignal;
}

export interface PlanPhase extends Phase {
  /** The uploaded tar.gz. */
  readonly configuration: Buffer;
  /** The current state. @default - none yet */
  readonly state?: Buffer;
  readonly options: RunOptions;
  readonly variables: readonly Variable[];
}

/** The part of a plan's JSON that an engine itself looks at. */
export interface PlanJson {
  readonly resource_changes?: readonly { readonly change: { readonly actions: readonly string[] } }[];
}

export interface PlanResult {
  readonly good: boolean;
  readonly hasChanges: boolean;
  /** @default - there is no plan */
  readonly json?: PlanJson;
}

export interface ApplyResult {
  readonly good: boolean;
  /** The state afterwards, also of an apply that failed half way. @default - as it was */
  readonly state?: Buffer;
}

/** Whoever plans and applies. */
export interface Executor {
  plan(phase: PlanPhase): Promise<PlanResult>;
  apply(phase: Phase): Promise<ApplyResult>;
  /** Ends what is still running. */
  stop?(): void;
}
