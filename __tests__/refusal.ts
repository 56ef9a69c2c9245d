import { InputError } from '../modules/core/input-error';

/** The message that the work is refused with. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) {
      return error.message;
    }
    throw error;
  }
  throw new Error('nothing was refused');
}
