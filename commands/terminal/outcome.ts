import { InputError, type Problem } from '../../modules/core/input-error';
import { OperationError } from '../../modules/core/operation-error';

/** What a subcommand found or did: said to people in lines, to programs as one document. */
export interface Outcome {
  /** 0 good, 1 findings, 2 wrong usage or unreadable input, 3 the operation failed. */
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly lines: readonly string[];
  readonly document: Readonly<Record<string, unknown>>;
}

/** Where words go; tests listen in. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly exit: (code: number) => void;
}

/** The outcome of mistakes. */
export function outcomeOf(problems: readonly Problem[], message: string, exitCode: 1 | 2 | 3): Outcome {
  return { exitCode, lines: message.split('\n'), document: { ok: false, problems } };
}

/** Runs a subcommand; what can't be read is 2, what can't be done is 3. */
export function run(work: () => Outcome, json: boolean, terminal: Terminal): void {
  const outcome = attempt(work);
  if (json) terminal.out(`${JSON.stringify(outcome.document)}\n`);
  else (outcome.exitCode === 0 ? terminal.out : terminal.err)(outcome.lines.map((line) => `${line}\n`).join(''));
  terminal.exit(outcome.exitCode);
}

function refusalOf(error: unknown): Outcome {
  if (error instanceof InputError) return outcomeOf(error.problems, error.message, 2);
  if (error instanceof OperationError) return outcomeOf([error.problem], error.message, 3);
  throw error;
}

function attempt(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    return refusalOf(error);
  }
}

/** Runs what writes its answer by itself; only refusals are said here, as `run` says them. */
export function answering(work: () => void, json: boolean, terminal: Terminal): void {
  try {
    work();
  } catch (error) {
    const refusal = refusalOf(error);
    run(() => refusal, json, terminal);
  }
}
