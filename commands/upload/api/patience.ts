/** How long is waited for what. */
export interface Patience {
  /** One answer. @unit seconds */
  readonly callSeconds: number;
  /** How often a call is made in all. */
  readonly attempts: number;
  /** Before the second attempt; twice as long before each further one. @unit seconds */
  readonly pauseSeconds: number;
  /** Between two looks at a run. @unit seconds */
  readonly pollSeconds: number;
}

/** What people and engines bear with. */
export const PATIENCE: Patience = { callSeconds: 60, attempts: 6, pauseSeconds: 1, pollSeconds: 2 };

const LONGEST_PAUSE_SECONDS = 30;

/** How long to wait after an attempt: as long as the server asks, else longer each time. */
export function pauseAfter(attempt: number, askedSeconds: number | undefined, { pauseSeconds }: Patience): number {
  const own = pauseSeconds * 2 ** (attempt - 1);
  return Math.min(LONGEST_PAUSE_SECONDS, Math.max(own, askedSeconds ?? 0));
}

/**
 * Waits.
 * @throws the reason of the signal once that is aborted
 */
export function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', end, { once: true });
  });
}
