import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Command, CommanderError } from 'commander';

import { uploadCommand } from '../../../commands/upload';
import { type Engine, type EngineOptions, startEngine } from '../../engine/engine';
import { ScriptedExecutor } from '../../engine/runs/scripted-executor';

/** What a run of the command left behind. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with stacks, an engine, and the command that uploads from one to the other. */
export class UploadWorld {
  readonly signals = new EventEmitter();
  /** Called with everything that is said, while it is said. */
  #listen: (text: string) => void = () => undefined;

  private constructor(
    readonly folder: string,
    readonly engine: Engine,
    /** What the engine runs in place of Terraform, unless it was started otherwise. */
    readonly executor: ScriptedExecutor,
  ) {}

  /** One whose engine runs scripts. */
  static async open(): Promise<UploadWorld> {
    const executor = new ScriptedExecutor();
    return UploadWorld.#open(executor, { executor });
  }

  /** One whose engine runs real Terraform. */
  static openWithTerraform(): Promise<UploadWorld> {
    return UploadWorld.#open(new ScriptedExecutor(), {});
  }

  static async #open(executor: ScriptedExecutor, options: Pick<EngineOptions, 'executor'>): Promise<UploadWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'plinth-upload-'));
    return new UploadWorld(folder, await startEngine({ directory: join(folder, 'engine'), ...options }), executor);
  }

  /** Writes files, seen from the folder of stacks. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
  }

  /** A stack with a workspace of its name. */
  stack(name: string, files: Readonly<Record<string, string>> = { 'cdk.tf.json': '{}' }): string {
    this.engine.world.newWorkspace(name);
    this.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])));
    return join(this.folder, name);
  }

  get environment(): NodeJS.ProcessEnv {
    return { HOME: this.folder, SSL_CERT_FILE: this.engine.authorityFile, TFE_TOKEN: this.engine.token };
  }

  /** Sends a signal once something is said that begins so. */
  interruptAt(words: string, signal: NodeJS.Signals): void {
    this.#listen = (text) => {
      if (!text.startsWith(words)) return;
      this.#listen = () => undefined;
      this.signals.emit(signal, signal);
    };
  }

  /** Runs the command, by default for this engine and its organization. */
  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}, isWatched = false): Promise<Run> {
    const said = { status: -1, stdout: '', stderr: '' };
    const say = (where: 'stdout' | 'stderr') => (text: string) => {
      said[where] += text;
      this.#listen(text);
    };
    const terminal = { out: say('stdout'), err: say('stderr'), exit: (code: number) => (said.status = code) };
    const patience = { callSeconds: 5, attempts: 3, pauseSeconds: 0.02, pollSeconds: 0.03 };
    const all = { ...this.environment, TF_CLOUD_HOSTNAME: this.engine.host, TF_CLOUD_ORGANIZATION: 'acme', ...env };
    const upload = uploadCommand({ env: all, terminal, patience, signals: this.signals, isWatched, now: () => Date.now() });
    upload.configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
    try {
      await new Command('plinth')
        .addCommand(upload)
        .exitOverride()
        .parseAsync(['upload', ...args], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      said.status = 2;
    }
    return said;
  }

  async close(): Promise<void> {
    await this.engine.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
