import { InputError } from '../../modules/core/input-error';
import { OperationError } from '../../modules/core/operation-error';
import { type Outcome, outcomeOf } from '../terminal/outcome';
import type { RotationResult } from './run/rotation';

/** What became of it, to people and to programs. */
export function outcomeOfRotation(result: RotationResult, { dryRun }: { readonly dryRun: boolean }): Outcome {
  const { profile, oldKey, newKey, user, steps, ...rest } = result;
  const subject = `profile ${JSON.stringify(profile)}`;
  const deleted = steps.some(({ step }) => step === 'delete');
  const lines = dryRun
    ? [`${subject}: this would be done`, ...steps.map(({ text }) => `  ${text}`)]
    : [`${subject}: ${user} has ${newKey ?? ''} now; ${oldKey} is ${deleted ? 'deleted' : 'disabled'}`];
  const state = dryRun ? {} : { oldKeyIs: deleted ? 'deleted' : 'inactive' };
  const document = { ok: true, dryRun, user, profile, oldKey, newKey, ...state, ...rest, steps: steps.map(({ step }) => step) };
  return { exitCode: 0, lines, document };
}

/** Runs the command; what can't be used is 2, what failed is 3. What is neither is a defect, and is told by its name only. */
export async function outcomeOfRun(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return outcomeOf(error.problems, error.message, 2);
    if (error instanceof OperationError) return outcomeOf([error.problem], error.message, 3);
    throw error;
  }
}
