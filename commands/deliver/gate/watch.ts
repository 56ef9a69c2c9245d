import { setTimeout as pause } from 'node:timers/promises';

import { OperationError } from '../../../modules/core/operation-error';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const MINUTE = 60_000;

/** How long something is watched, and how it is told of. */
export interface Watching {
  readonly minutes: number;
  /** Between two looks. @unit seconds */
  readonly pollSeconds: number;
  /** Where signals come from. */
  readonly signals: NodeJS.EventEmitter;
  /** Called once a minute with how long it still takes. */
  readonly tell: (minutesLeft: number) => void;
}

/**
 * Looks until a look is enough or the time is over; the last look is at the end of the time.
 * @throws OperationError LZ-DELIVER-17 there was a signal
 */
export async function watch<T>(look: () => Promise<T>, isEnough: (seen: T) => boolean, watching: Watching): Promise<T> {
  const { minutes, pollSeconds, signals, tell } = watching;
  const abort = new AbortController();
  const interrupt = (got: string): void => {
    const remedy = 'run it again';
    abort.abort(new OperationError({ subject: 'gate', problem: 'it was interrupted', got, remedy, code: 'LZ-DELIVER-17' }));
  };
  for (const signal of SIGNALS) signals.on(signal, interrupt);
  const end = Date.now() + minutes * MINUTE;
  let told = Infinity;
  try {
    for (;;) {
      const left = end - Date.now();
      const seen = await look();
      abort.signal.throwIfAborted();
      if (left <= 0 || isEnough(seen)) return seen;
      const minutesLeft = Math.ceil(left / MINUTE);
      if (minutesLeft < told) tell(minutesLeft);
      told = Math.min(told, minutesLeft);
      await pause(Math.min(pollSeconds * 1000, Math.max(end - Date.now(), 0)), undefined, { signal: abort.signal }).catch(() =>
        abort.signal.throwIfAborted(),
      );
    }
  } finally {
    for (const signal of SIGNALS) signals.off(signal, interrupt);
  }
}
