import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import { extract } from 'tar';

import type { ApplyResult, Executor, Phase, PlanJson, PlanPhase, PlanResult, RunOptions, Variable } from './executor';

const [PLAN, STATE] = ['engine.tfplan', 'engine.tfstate'];
/** Of a backend and a cloud block, the one in an override file counts: nothing of the configuration is touched. */
const OWN_STATE = JSON.stringify({ terraform: { backend: { local: { path: STATE } } } });
/** A client drops the first three lines of an apply's log, which are those of the plan's. */
const GREETING = 'Terraform\non an engine of the tests\nInitializing plugins and modules...\n';

function flagsOf({ isDestroy, refresh, refreshOnly, targets, replacements }: RunOptions): string[] {
  return [
    ...(isDestroy ? ['-destroy'] : []),
    ...(refresh ? [] : ['-refresh=false']),
    ...(refreshOnly ? ['-refresh-only'] : []),
    ...targets.map((address) => `-target=${address}`),
    ...replacements.map((address) => `-replace=${address}`),
  ];
}

function variableFile(variables: readonly Variable[]): string {
  const lines = variables.filter(({ category }) => category === 'terraform');
  return lines.map(({ key, value, hcl }) => `${key} = ${hcl ? value : JSON.stringify(value)}\n`).join('');
}

const environmentOf = (variables: readonly Variable[]): NodeJS.ProcessEnv =>
  Object.fromEntries(variables.filter(({ category }) => category === 'env').map(({ key, value }) => [key, value]));

/** Runs real Terraform on what was uploaded, as the workers of an engine do. */
export class TerraformExecutor implements Executor {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #running = new Set<ChildProcess>();
  readonly #variables = new Map<string, NodeJS.ProcessEnv>();

  /** @param environment everything that Terraform gets to see beside PATH and HOME */
  constructor(environment: NodeJS.ProcessEnv) {
    const { PATH, HOME } = process.env;
    this.#environment = { PATH, HOME, ...environment, TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
    process.once('exit', this.#kill);
  }

  async plan(phase: PlanPhase): Promise<PlanResult> {
    const { folder, configuration, options, say, state, variables } = phase;
    const failed = { good: false, hasChanges: false };
    mkdirSync(folder, { recursive: true });
    await finished(Readable.from(configuration).pipe(extract({ cwd: folder })));
    const directory = directoryOf(phase);
    if (!existsSync(directory)) {
      say(`Error: there is no working directory ${phase.workingDirectory}\n`);
      return failed;
    }
    writeFileSync(join(directory, 'zz_engine_override.tf.json'), OWN_STATE);
    writeFileSync(join(directory, 'zz_engine.auto.tfvars'), variableFile(variables));
    if (state !== undefined) writeFileSync(join(directory, STATE), state);
    this.#variables.set(folder, environmentOf(variables));
    say(GREETING);
    if ((await this.#terraform(phase, ['init', '-no-color'], () => undefined, say)) !== 0) return failed;
    const plan = ['plan', '-no-color', '-detailed-exitcode', `-out=${PLAN}`, ...flagsOf(options)];
    const exitCode = await this.#terraform(phase, plan);
    if (exitCode !== 0 && exitCode !== 2) return failed;
    let json = '';
    await this.#terraform(phase, ['show', '-json', PLAN], (part) => (json += part.toString()));
    return { good: json !== '', hasChanges: exitCode === 2, json: JSON.parse(json) as PlanJson };
  }

  async apply(phase: Phase): Promise<ApplyResult> {
    phase.say(GREETING);
    const good = (await this.#terraform(phase, ['apply', '-no-color', PLAN])) === 0;
    const file = join(directoryOf(phase), STATE);
    return { good, ...(existsSync(file) ? { state: readFileSync(file) } : {}) };
  }

  /** Ends what is still running. */
  stop(): void {
    this.#kill();
    process.off('exit', this.#kill);
  }

  readonly #kill = (): void => {
    for (const child of this.#running) signalGroup(child, 'SIGKILL');
  };

  #terraform(
    phase: Phase,
    args: readonly string[],
    out: (part: Buffer) => void = phase.say,
    err: (part: Buffer) => void = phase.say,
  ): Promise<number> {
    const env = { ...this.#environment, ...this.#variables.get(phase.folder) };
    const child = spawn('terraform', args, { cwd: directoryOf(phase), env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#running.add(child);
    child.stdout.on('data', out);
    child.stderr.on('data', err);
    const interrupt = (): void => signalGroup(child, 'SIGINT');
    if (phase.signal.aborted) interrupt();
    phase.signal.addEventListener('abort', interrupt);
    return new Promise((resolve, reject) => {
      child.once('error', reject).once('close', (code) => {
        this.#running.delete(child);
        phase.signal.removeEventListener('abort', interrupt);
        resolve(code ?? -1);
      });
    });
  }
}

const directoryOf = ({ folder, workingDirectory }: Phase): string => join(folder, workingDirectory);

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It ended by itself in between.
  }
}
