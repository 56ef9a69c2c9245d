type PrepareStack = (error: Error, frames: readonly unknown[]) => unknown;

const SETTING = 'prepareStackTrace';

/** As V8 does it where nobody prepares stacks. */
function usualStack(error: Error, frames: readonly unknown[]): string {
  return [error.toString(), ...frames.map(String)].join('\n    at ');
}

/**
 * Does `work` without the stack traces that cdktf keeps for every token (for each `vpc.id`) in case it can't be resolved.
 * No option of cdktf switches them off, and they are a fifth of the time of a synth and half of its memory. It captures
 * them on an object that is no error, so errors keep theirs.
 */
export function withoutTokenTraces<Result>(work: () => Result): Result {
  const before = Reflect.get(Error, SETTING) as PrepareStack | undefined;
  const prepare: PrepareStack = (target, frames) => (target instanceof Error ? (before ?? usualStack)(target, frames) : '');
  Reflect.set(Error, SETTING, prepare);
  try {
    return work();
  } finally {
    if (before === undefined) Reflect.deleteProperty(Error, SETTING);
    else Reflect.set(Error, SETTING, before);
  }
}
