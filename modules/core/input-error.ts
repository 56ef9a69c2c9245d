/** One mistake of the caller's: what was wrong, with what value, and what to do instead. */
export interface Problem {
  /** What the mistake is about: a construct, a file position with its path, an option. Empty while nobody named it. */
  readonly subject: string;
  readonly problem: string;
  /** The value as it was written. Left out where the mistake is an absence. */
  readonly got?: string | undefined;
  readonly remedy: string;
  /** Stable code, one row each in docs/errors.md. */
  readonly code: string;
}

/** A mistake before its subject is known: what pure parsers throw. */
export type Fault = Omit<Problem, 'subject'>;

/** `<subject>: <problem>, got <value>; <remedy> [CODE]`, on one line. */
export function renderProblem({ subject, problem, got, remedy, code }: Problem): string {
  const value = got === undefined ? '' : `, got ${got}`;
  return `${subject === '' ? '' : `${subject}: `}${problem}${value}; ${remedy} [${code}]`;
}

/** Everything the caller got wrong, all of it at once. The program's own defects are never InputErrors. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(renderProblem).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }

  /** An error of a single mistake. */
  static of(fault: Fault & { readonly subject?: string }): InputError {
    return new InputError([{ subject: '', ...fault }]);
  }
}

/** The value as its author wrote it, for the `got` of a problem: strings quoted, long values cut. */
export function asWritten(value: unknown): string {
  const text = typeof value === 'bigint' || value === undefined ? String(value) : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/**
 * Runs `work` and gives its mistakes a subject if they have none yet.
 * @throws InputError whatever `work` throws of that kind, now with the subject
 */
export function withSubject<T>(subject: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((p) => (p.subject === '' ? { ...p, subject } : p)));
  }
}

/** Gathers mistakes so that a reader gets all of them in one go. */
export class ProblemList {
  readonly #problems: Problem[] = [];

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** Runs `work`; its mistakes are kept under `subject` and the result is then undefined. */
  attempt<T>(subject: string, work: () => T): T | undefined {
    try {
      return withSubject(subject, work);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#problems.push(...error.problems);
      return undefined;
    }
  }

  /** @throws InputError when anything was gathered */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new InputError(this.#problems);
  }
}
