import type { Answer, Ask } from '../../../commands/doctor/machine/program';
import type { Attempt } from '../../../commands/doctor/attempt';

/** A program that printed this and ended well. */
export function printed(stdout: string): Answer {
  return { kind: 'answered', exitCode: 0, stdout, stderr: '' };
}

/** A program that failed with these words. */
export function failed(stderr: string): Answer {
  return { kind: 'answered', exitCode: 1, stdout: '', stderr };
}

/** A machine on which only the named programs are. */
export function machineWith(programs: Readonly<Record<string, Answer>>): Ask {
  return (command) => Promise.resolve(programs[command] ?? { kind: 'missing' });
}

/** A call that was answered. */
export function done<T>(value: T): Attempt<T> {
  return { done: true, value };
}

/** A call that failed as AWS lets calls fail: with a name, words and a status. */
export function refused(name: string, message: string, httpStatusCode?: number): Attempt<never> {
  const error = Object.assign(new Error(message), { name });
  return { done: false, error: httpStatusCode === undefined ? error : Object.assign(error, { $metadata: { httpStatusCode } }) };
}

/** A call that failed on its way. */
export function unreached(code: string): Attempt<never> {
  return { done: false, error: Object.assign(new Error(`connect ${code}`), { code }) };
}
