import { InputError } from '../../modules/core/input-error';

/** The message of the InputError that `work` throws; undefined where it throws nothing. */
export function lineOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return undefined;
}
