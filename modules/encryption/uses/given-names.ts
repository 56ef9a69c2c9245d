import { asWritten, InputError, ProblemList } from '../../core/input-error';

/** What names of one kind look like, and what to say where one doesn't. */
export interface NameForm {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly remedy: string;
}

/** Runs a check for each; all mistakes are told. */
export function checkEach(names: readonly string[], check: (name: string) => void): void {
  const problems = new ProblemList();
  for (const name of names) problems.attempt('', () => check(name));
  problems.throwIfAny();
}

/**
 * Names that conditions are made of. One that AWS wouldn't take never matches anything: the use would be shut, or, where a
 * star slipped in, open to more than was meant.
 * @throws InputError LZ-KEY-13 all that have another form
 */
export function checkNames(names: readonly string[], { pattern, problem, remedy }: NameForm): void {
  checkEach(names, (name) => {
    if (!pattern.test(name)) throw InputError.of({ problem, got: asWritten(name), remedy, code: 'LZ-KEY-13' });
  });
}

/** @throws InputError LZ-KEY-12 where a use names nobody and nothing */
export function checkSomething(use: string, what: string, given: readonly unknown[]): void {
  if (given.length > 0) return;
  const remedy = `name at least one, or leave the use out`;
  throw InputError.of({ problem: `the use ${use} lets nobody in: it has no ${what}`, remedy, code: 'LZ-KEY-12' });
}
