/** What isn't known, and why: a clause for people. */
export class Doubt {
  constructor(readonly why: string) {}
}

/** Yes, no, or not known. */
export type Truth = boolean | Doubt;

/** Whether all hold: one that surely doesn't decides, whatever isn't known of the others. */
export function every<T>(items: readonly T[], holds: (item: T) => Truth): Truth {
  let doubt: Truth = true;
  for (const item of items) {
    const truth = holds(item);
    if (truth === false) return false;
    if (truth !== true && doubt === true) doubt = truth;
  }
  return doubt;
}

/** Whether one holds: one that surely does decides. */
export function some<T>(items: readonly T[], holds: (item: T) => Truth): Truth {
  let doubt: Truth = false;
  for (const item of items) {
    const truth = holds(item);
    if (truth === true) return true;
    if (truth !== false && doubt === false) doubt = truth;
  }
  return doubt;
}

/** Whether all of several hold. */
export function all(...truths: readonly Truth[]): Truth {
  return every(truths, (truth) => truth);
}

/** Whether one of several holds. */
export function any(...truths: readonly Truth[]): Truth {
  return some(truths, (truth) => truth);
}

/** The opposite, as far as it is known. */
export function not(truth: Truth): Truth {
  return truth instanceof Doubt ? truth : !truth;
}
