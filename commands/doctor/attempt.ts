/** What became of a call: its answer, or what it failed with. */
export type Attempt<T> = { readonly done: true; readonly value: T } | { readonly done: false; readonly error: unknown };

/** A call that wasn't answered in time. */
export class Overdue extends Error {
  constructor(seconds: number) {
    super(`no answer within ${seconds} s`);
    this.name = 'Overdue';
  }
}

/**
 * Waits for a call no longer than the limit. Some calls can't be ended, like the program that a profile names for its
 * credentials: what they hold open ends with the process.
 */
export async function attempt<T>(seconds: number, call: (signal: AbortSignal) => Promise<T>): Promise<Attempt<T>> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Overdue(seconds));
      abort.abort();
    }, seconds * 1000);
  });
  try {
    return { done: true, value: await Promise.race([call(abort.signal), overdue]) };
  } catch (error) {
    return { done: false, error };
  } finally {
    clearTimeout(timer);
  }
}

/** Does the work for each, a few at once, and answers in their order. */
export async function forEachOf<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>();
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.set(next[0], await work(next[1]));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return items.flatMap((_, n) => (results.has(n) ? [results.get(n) as R] : []));
}
