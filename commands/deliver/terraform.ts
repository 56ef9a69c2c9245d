import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

import { OperationError } from '../../modules/core/operation-error';
import { lastLines } from '../sandbox/child';

/** What a command of Terraform left behind. */
interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Programs that a signal is passed on to, and waited for: a Terraform that is killed leaves its lock and loses its state. */
export class Foreground {
  #child: ChildProcess | undefined;
  #interruptedBy: NodeJS.Signals | undefined;
  readonly #onSignal = (signal: NodeJS.Signals): void => {
    this.#interruptedBy = signal;
    this.#child?.kill('SIGINT');
  };
  readonly #onExit = (): void => void this.#child?.kill('SIGINT');

  constructor(private readonly signals: NodeJS.EventEmitter) {
    for (const signal of ['SIGINT', 'SIGTERM']) signals.on(signal, this.#onSignal);
    process.once('exit', this.#onExit);
  }

  release(): void {
    for (const signal of ['SIGINT', 'SIGTERM']) this.signals.removeListener(signal, this.#onSignal);
    process.removeListener('exit', this.#onExit);
  }

  /** @throws OperationError LZ-DELIVER-9 once there was a signal */
  throwIfInterrupted(): void {
    if (this.#interruptedBy === undefined) return;
    throw new OperationError({
      subject: 'deliver',
      problem: 'it was interrupted; Terraform ended first',
      got: this.#interruptedBy,
      remedy: 'see what was applied, then run it again',
      code: 'LZ-DELIVER-9',
    });
  }

  /** @throws OperationError LZ-DELIVER-7 it can't be started, LZ-DELIVER-9 there was a signal */
  async run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
    this.throwIfInterrupted();
    // In a group of its own, so that Ctrl-C reaches it once: at a second one Terraform gives up without its state.
    const child = spawn('terraform', args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    const words = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (words.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (words.stderr += text));
    try {
      return { exitCode: await ending(child), ...words };
    } finally {
      this.#child = undefined;
      this.throwIfInterrupted();
    }
  }
}

function ending(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', ({ message }) => {
      const remedy = 'install Terraform and put it on the PATH';
      reject(
        new OperationError({ subject: 'terraform', problem: `it can't be started: ${message}`, remedy, code: 'LZ-DELIVER-7' }),
      );
    });
    child.once('close', (code, signal) => {
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}

/** Real Terraform in the folder of a stack. */
export class StackTerraform {
  constructor(
    private readonly stack: { readonly name: string; readonly folder: string },
    private readonly foreground: Foreground,
    private readonly env: NodeJS.ProcessEnv,
    private readonly renew: () => Promise<void>,
  ) {}

  init(): Promise<unknown> {
    return this.#run('init', ['-input=false']);
  }

  /** Writes a plan; answers whether there is something in it. */
  async plan(file: string, ...flags: readonly string[]): Promise<boolean> {
    return (await this.#run('plan', ['-input=false', '-detailed-exitcode', `-out=${file}`, ...flags], [0, 2])).exitCode === 2;
  }

  /** A plan as JSON. */
  async show(file: string): Promise<string> {
    return (await this.#run('show', ['-json', file])).stdout;
  }

  /** Applies a plan, that and no other. */
  apply(file: string): Promise<unknown> {
    return this.#run('apply', ['-input=false', file]);
  }

  /** @throws OperationError LZ-DELIVER-8 Terraform failed */
  async #run(verb: string, args: readonly string[], good: readonly number[] = [0]): Promise<Ended> {
    await this.renew();
    const ended = await this.foreground.run([verb, '-no-color', ...args], this.stack.folder, this.env);
    if (good.includes(ended.exitCode)) return ended;
    throw new OperationError({
      subject: `stack ${this.stack.name}`,
      problem: `terraform ${verb} failed with exit code ${String(ended.exitCode)}:\n${lastLines(ended.stderr || ended.stdout, 60)}\n`,
      remedy: "see what Terraform says above; where AWS denies something, the role's rights stand in docs/delivery.md",
      code: 'LZ-DELIVER-8',
    });
  }
}
