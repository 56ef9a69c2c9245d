import { OperationError } from '../../../modules/core/operation-error';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether somebody wants the run to end. It does so between two steps, never in the middle of one. */
export class Interruption {
  readonly #abort = new AbortController();

  request(reason: string): void {
    this.#abort.abort(reason);
  }

  /** @throws OperationError LZ-ROTATE-20 when the run is to end */
  throwIfRequested(before: string): void {
    if (!this.#abort.signal.aborted) return;
    throw new OperationError({
      subject: 'rotate-access-key',
      problem: `stopped before this step: ${before}`,
      got: String(this.#abort.signal.reason),
      remedy: 'run the same command again: it goes on from there',
      code: 'LZ-ROTATE-20',
    });
  }

  /** Waits, but no longer than until somebody wants the run to end. */
  sleep(seconds: number): Promise<void> {
    const { signal } = this.#abort;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, seconds * 1000);
      signal.addEventListener('abort', wake);
    });
  }
}

/** Runs with signals as interruptions. They stay caught to the end: who waits for a lock file's removal kills otherwise. */
export async function interruptible<T>(work: (interruption: Interruption) => Promise<T>): Promise<T> {
  const interruption = new Interruption();
  const listener = (signal: NodeJS.Signals): void => interruption.request(signal);
  for (const signal of SIGNALS) process.on(signal, listener);
  try {
    return await work(interruption);
  } finally {
    for (const signal of SIGNALS) process.off(signal, listener);
  }
}
