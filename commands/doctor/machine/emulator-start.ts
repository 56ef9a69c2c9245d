import { Emulator, type EmulatorOptions } from '../../sandbox/emulator';
import { OperationError } from '../../../modules/core/operation-error';
import { attempt } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject } from '../check';
import { reasonOf } from '../reason';

const START: Subject = { id: 'emulator', title: 'emulator' };

/** A new account and a user in it take no longer, unless the emulator is stuck. */
const CALL_SECONDS = 20;

/** Says that nobody asked, or that there is nothing to start. */
export function emulatorUnchecked(environment: Check, asked: boolean): Check | undefined {
  if (!asked) return notChecked(START, 'only with --emulator: its start takes some seconds');
  return environment.level === 'ok' ? undefined : notChecked(START, `${environment.title}: ${environment.found}`);
}

/** Starts the emulator, waits for its answer, and ends it. */
export async function emulatorCheck(options: EmulatorOptions): Promise<Check> {
  const before = performance.now();
  try {
    const emulator = await Emulator.start(options);
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    const called = await attempt(CALL_SECONDS, () => emulator.homeCredentials('123456789012'));
    await emulator.stop();
    if (called.done) return ok(START, `answers after ${seconds} s, with ${emulator.corrections.length} corrections`);
    const remedy = "delete .emulator/ to have its environment made anew; if that doesn't help, npm run sandbox shows its words";
    return problem(START, { found: `it starts, but a call fails: ${reasonOf(called.error)}`, remedy });
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return problem(START, { found: error.problem.problem.trim(), remedy: error.problem.remedy });
  }
}
