import { OperationError } from '../../../modules/core/operation-error';
import { CallFailure } from '../account/call-failure';
import type { Credential } from '../profile/credential';
import { readProfile, subjectOfProfile } from '../profile/profile';
import { ChangedMeanwhile, exchange, oldAccount, unlessGone, type Work } from './steps';

/** How far a rotation could be taken back. */
export type Undone = 'all' | 'all but the new key' | 'nothing';

const LATER = 'run the command again later';
const OUTCOMES: Readonly<Record<Undone, string>> = {
  all: `the new key is out of the profile and deleted: ${LATER}`,
  'all but the new key': `the new key is out of the profile, and the next run deletes it: ${LATER}`,
  nothing: `the profile stays as it is now, and so does the old key: ${LATER}`,
};

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    // What failed first is what is told; this only decides how it is told.
    return false;
  }
}

/** Takes the new pair out of the profile, if it is there, for the old one: that works, since only a proven key disables it. */
async function restore(work: Work, newPair: Credential, oldPair: Credential): Promise<void> {
  const { pair } = readProfile(work.request.profile, work.ground.files);
  if (pair.isSameAs(newPair)) await exchange(work, newPair, oldPair);
}

/** Takes back what was done, as far as that can be. */
export async function undo(work: Work, newPair: Credential): Promise<Undone> {
  const { request, survey, oldPair } = work;
  if (oldPair === undefined || !(await succeeds(() => restore(work, newPair, oldPair)))) return 'nothing';
  const isClean = await succeeds(async () => {
    await unlessGone('delete it', () => oldAccount(work).deleteKey(request.user, newPair.id), work, false);
    await survey.journal.remove();
  });
  return isClean ? 'all' : 'all but the new key';
}

function reasonOf(cause: unknown): string {
  if (cause instanceof CallFailure) return `${cause.failure.action} ${cause.failure.reason}`;
  if (cause instanceof ChangedMeanwhile) return cause.message;
  return (cause as NodeJS.ErrnoException).code ?? 'another profile than before';
}

/** Why a rotation was taken back, in words without secrets. */
export function takenBack({ survey, ground }: Work, newKey: string, undone: Undone, cause: unknown): OperationError {
  const problem =
    cause instanceof CallFailure
      ? `the new key ${newKey} wasn't accepted within ${ground.patience.proofSeconds} s`
      : `the new key ${newKey} couldn't be written into ${survey.target}`;
  const subject = subjectOfProfile(survey.profile.name);
  return new OperationError({ subject, problem, got: reasonOf(cause), remedy: OUTCOMES[undone], code: 'LZ-ROTATE-19' });
}
