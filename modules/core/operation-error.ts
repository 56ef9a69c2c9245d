import { renderProblem, type Problem } from './input-error';

/** An operation that failed though the input was right: exit code 3, where an InputError is 2. */
export class OperationError extends Error {
  constructor(readonly problem: Problem) {
    super(renderProblem(problem));
    this.name = 'OperationError';
  }
}
