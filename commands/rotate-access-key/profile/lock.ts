import { lock } from 'proper-lockfile';

import { OperationError } from '../../../modules/core/operation-error';

/** How a lock is held. */
export interface LockTerms {
  /** A lock that wasn't renewed for so long was left by a run that is gone. */
  readonly staleSeconds: number;
  /** Called when somebody else took the lock, since this process stood still for too long. */
  readonly onLost: () => void;
}

const POLL_SECONDS = 0.25;

/**
 * Works alone on a file: two runs at once would each make a key and delete the other's. One that was killed leaves its
 * lock, which is taken over once it is stale.
 * @throws OperationError LZ-ROTATE-17 another run holds it
 */
export async function alone<T>(file: string, { staleSeconds, onLost }: LockTerms, work: () => Promise<T>): Promise<T> {
  const pause = POLL_SECONDS * 1000;
  const retries = { retries: Math.ceil((staleSeconds + 1) / POLL_SECONDS), factor: 1, minTimeout: pause, maxTimeout: pause };
  let release: () => Promise<void>;
  try {
    release = await lock(file, { realpath: false, stale: staleSeconds * 1000, retries, onCompromised: onLost });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    throw new OperationError({
      subject: file,
      problem: code === 'ELOCKED' ? 'another run is at work on the file' : "the file can't be locked",
      got: `${file}.lock (${code})`,
      remedy: 'wait for the other run to end, then run the command again',
      code: 'LZ-ROTATE-17',
    });
  }
  try {
    return await work();
  } finally {
    // One that was lost is somebody else's now.
    await release().catch(() => undefined);
  }
}
