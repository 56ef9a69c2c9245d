import { InputError } from '../../../modules/core/input-error';

/** The lines of the InputError that `work` throws; none where it throws nothing. */
export function linesOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}
