import { InputError } from '../../modules/core/input-error';
import { differenceSince } from '../difference';
import type { Universe } from '../model/universe';
import type { Before } from './page/subject';

/** What a synth into `folder` changes of what `former` holds. An output that can't be read any more stops no synth. */
export function synthBefore(former: string, folder: string, universe: Universe): Before | undefined {
  const name = 'the synth before';
  try {
    const difference = differenceSince(former, folder, universe);
    return difference === undefined ? undefined : { name, difference };
  } catch (error) {
    if (error instanceof InputError) return { name, why: error.message };
    throw error;
  }
}
