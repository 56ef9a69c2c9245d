import { dirname } from 'node:path';

import { lastLines, runChild, type ChildResult } from './child';
import { OperationError } from '../../modules/core/operation-error';
import { forgetHashes } from './lock-file';
import { planActions, type PlanAction } from './plan-actions';

/** One stack's directory and the world Terraform sees from it. */
export interface TerraformOptions {
  readonly directory: string;
  /** The CLI configuration that says where providers come from. */
  readonly cliConfiguration: string;
  /** What speaks to the emulator: `Emulator.clientEnvironment`. */
  readonly clientEnvironment: NodeJS.ProcessEnv;
  /**
   * Shared by working copies of one stack, so that `init` need not run again.
   * @default - `.terraform` in the directory
   */
  readonly dataDirectory?: string;
  /**
   * For each command.
   * @default 900
   * @unit seconds
   */
  readonly timeLimitSeconds?: number;
  /** @default - commands run to their end */
  readonly signal?: AbortSignal | undefined;
}

/** How many resources a command touched. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
}

/** A network setting of the machine is right for downloads and wrong for an emulator. */
const DOWNLOAD_SETTINGS = /^(https?_proxy|no_proxy|ssl_cert_(file|dir))$/i;
/** Who runs it, and how much of the machine Go programs may take. */
const BASIC_SETTINGS = /^(PATH|HOME|USER|LOGNAME|LANG|LC_ALL|GOGC|GOMEMLIMIT|GOMAXPROCS)$/;

/** Real Terraform in one stack's directory. */
export class Terraform {
  readonly #options: TerraformOptions;

  constructor(options: TerraformOptions) {
    this.#options = options;
  }

  /** Installs the provider, and checks it this once. */
  async init(): Promise<void> {
    await this.#run(['init', '-input=false', '-no-color'], [0], select(DOWNLOAD_SETTINGS));
    forgetHashes(this.#options.directory);
  }

  /** Writes a plan to `file`; answers whether it changes nothing, outputs included. */
  async plan(file = 'plan.tfplan', ...flags: string[]): Promise<boolean> {
    const command = ['plan', '-input=false', '-no-color', '-detailed-exitcode', `-out=${file}`, ...flags];
    return (await this.#run(command, [0, 2])).exitCode === 0;
  }

  /** The plan in `file` as Terraform's JSON. */
  async planJson(file = 'plan.tfplan'): Promise<string> {
    return (await this.#run(['show', '-json', '-no-color', file], [0])).stdout;
  }

  /** What the plan in `file` would do, moves included. */
  async actions(file = 'plan.tfplan'): Promise<PlanAction[]> {
    return planActions(await this.planJson(file));
  }

  /** Applies the configuration as it stands. */
  async apply(): Promise<Counts> {
    return counts((await this.#run(['apply', '-auto-approve', '-input=false', '-no-color'], [0])).stdout);
  }

  /** Destroys everything in the state. */
  async destroy(): Promise<Counts> {
    return counts((await this.#run(['destroy', '-auto-approve', '-input=false', '-no-color'], [0])).stdout);
  }

  async #run(args: readonly string[], good: readonly number[], network = this.#options.clientEnvironment): Promise<ChildResult> {
    const { directory, cliConfiguration, dataDirectory, timeLimitSeconds = 900, signal } = this.#options;
    const env = {
      ...select(BASIC_SETTINGS),
      ...network,
      TF_CLI_CONFIG_FILE: cliConfiguration,
      // Providers that are killed leave their sockets there: they go with the folder of this run.
      TMPDIR: dirname(cliConfiguration),
      ...(dataDirectory === undefined ? {} : { TF_DATA_DIR: dataDirectory }),
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
    };
    const result = await runChild('terraform', args, { cwd: directory, env, timeLimitSeconds, signal });
    if (!good.includes(result.exitCode)) throw failure(directory, args, result);
    return result;
  }
}

/** Only what is named gets through: profiles, other credentials and TF_VAR_s of the machine would change the result. */
function select(names: RegExp): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => names.test(name)));
}

function counts(text: string): Counts {
  const number = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0);
  const summary = /^(Apply|Destroy) complete! Resources: .*$/m.exec(text)?.[0] ?? '';
  return { added: number('added'), changed: number('changed'), destroyed: number('destroyed') };
}

function failure(directory: string, args: readonly string[], result: ChildResult): OperationError {
  return new OperationError({
    subject: directory,
    problem: `terraform ${args[0] ?? ''} failed with exit code ${result.exitCode}:\n${lastLines(result.stderr || result.stdout, 60)}\n`,
    remedy: 'the text above is Terraform\'s; "EmulatorDefect" or "not implemented" in it means the emulator, not the stack',
    code: 'LZ-SANDBOX-5',
  });
}
