import { spawn, type ChildProcess } from 'node:child_process';
import { OperationError } from '../../modules/core/operation-error';

/** How a program is run. */
export interface ChildOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** @unit seconds */
  readonly timeLimitSeconds: number;
  /**
   * Ends the program early.
   * @default - it runs until it is done or its time is over
   */
  readonly signal?: AbortSignal | undefined;
}

/** What a program left behind. */
export interface ChildResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Terraform writes its state when it is interrupted, and gets this long for it. */
const GRACE_SECONDS = 5;

const running = new Set<ChildProcess>();

// Whatever ends this process must not leave a Terraform behind; only SIGKILL gets past here.
process.on('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));

/**
 * Runs a program to its end, in a process group of its own so that what it starts ends with it.
 * @throws OperationError LZ-SANDBOX-1 when it can't be started, LZ-SANDBOX-2 after the time limit
 * @throws the reason of `signal` once that is aborted
 */
export async function runChild(command: string, args: readonly string[], options: ChildOptions): Promise<ChildResult> {
  options.signal?.throwIfAborted();
  const child = spawn(command, args, { cwd: options.cwd, env: options.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const overdue = AbortSignal.timeout(options.timeLimitSeconds * 1000);
  const ended = AbortSignal.any([overdue, ...(options.signal ? [options.signal] : [])]);
  const interrupt = (): void => endGroup(child);
  ended.addEventListener('abort', interrupt, { once: true });
  try {
    const exitCode = await closing(child, command);
    options.signal?.throwIfAborted();
    if (overdue.aborted) throw outOfTime(command, args, options.timeLimitSeconds);
    return { exitCode, ...output };
  } finally {
    running.delete(child);
    ended.removeEventListener('abort', interrupt);
  }
}

function closing(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(
        new OperationError({
          subject: command,
          problem: `can't be started: ${error.message}`,
          remedy: `install ${command} and put it on the PATH`,
          code: 'LZ-SANDBOX-1',
        }),
      ),
    );
    child.once('close', (code) => resolve(code ?? -1));
  });
}

function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGINT');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_SECONDS * 1000);
  child.once('close', () => clearTimeout(timer));
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group ended by itself in between.
  }
}

function outOfTime(command: string, args: readonly string[], limit: number): OperationError {
  return new OperationError({
    subject: `${command} ${args[0] ?? ''}`.trim(),
    problem: `took longer than ${limit} s`,
    remedy: 'see whether the machine is overloaded, or the emulator leaves a resource waiting',
    code: 'LZ-SANDBOX-2',
  });
}

/** The last lines of a program's words: where its reason stands. */
export function lastLines(text: string, count = 20): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
