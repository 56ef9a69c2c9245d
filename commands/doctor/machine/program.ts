import { runChild } from '../../sandbox/child';
import { OperationError } from '../../../modules/core/operation-error';
import { attempt } from '../attempt';
import { reasonOf } from '../reason';

/** What a program said when it was asked, or that it isn't there. */
export type Answer =
  | { readonly kind: 'answered'; readonly exitCode: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks a program something. */
export type Ask = (command: string, ...args: string[]) => Promise<Answer>;

/** Asks programs of this machine, each for no longer than the limit. */
export function askingWithin(seconds: number, env: NodeJS.ProcessEnv): Ask {
  return async (command, ...args) => {
    const options = { cwd: process.cwd(), env: { ...env, CHECKPOINT_DISABLE: '1' }, timeLimitSeconds: seconds };
    const asked = await attempt(seconds, () => runChild(command, args, options));
    if (asked.done) return { kind: 'answered', ...asked.value };
    if (asked.error instanceof OperationError && asked.error.problem.code === 'LZ-SANDBOX-1') return { kind: 'missing' };
    if (asked.error instanceof OperationError) return { kind: 'failed', reason: `no answer within ${seconds} s` };
    return { kind: 'failed', reason: reasonOf(asked.error) };
  };
}

/** The first line that a program printed: its reason where it failed. */
export function firstLine({ stdout, stderr }: Extract<Answer, { kind: 'answered' }>): string {
  return (
    `${stderr}\n${stdout}`
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? 'no word'
  );
}
