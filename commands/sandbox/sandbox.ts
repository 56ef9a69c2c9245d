import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Emulator } from './emulator';
import { ensureEnvironment } from './environment';
import { findProviderSource, writeCliConfiguration } from './plugin-mirror';
import { keepStateHere, managementAccount, type Synthesise } from './synthesis';
import { Terraform } from './terraform';
import { inWaves, readWaves, reversed, selectWaves, type Waves } from './waves';

/** What a run of the sandbox is asked to do. */
export interface SandboxOptions {
  /** The directory that holds emulator/. */
  readonly root: string;
  readonly synthesise: Synthesise;
  /** Names of stacks; none for all. */
  readonly stacks: readonly string[];
  /** Whether everything is destroyed in the end, by way of `closing`. */
  readonly destroy: boolean;
  /** Whether the working tree stays, with its states. */
  readonly keep: boolean;
  /** Takes the lines of the progress. */
  readonly report: (line: string) => void;
  /** Ends the run early; nothing is left running. */
  readonly signal: AbortSignal;
}

/** What became of one stack. */
export interface StackResult {
  readonly name: string;
  /** Resources added by the first apply. */
  readonly added: number;
  /** Resources that a plan after every apply would still change; 1 where only outputs would. */
  readonly secondPlanChanges: number;
  /** Resources destroyed; 0 unless that was asked for. */
  readonly destroyed: number;
}

/** What a run of the sandbox found. */
export interface SandboxResult {
  readonly stacks: readonly StackResult[];
  readonly seconds: number;
  readonly emulator: { readonly corrections: readonly string[] };
}

/**
 * Applies every stack with real Terraform to an emulated AWS, plans each again, and destroys them if asked.
 * @throws OperationError when Terraform, the emulator or the synthesis fails
 * @throws InputError for a stack that isn't there
 */
export async function runSandbox(options: SandboxOptions): Promise<SandboxResult> {
  const started = performance.now();
  const tree = await mkdtemp(join(tmpdir(), 'plinth-sandbox-'));
  let emulator: Emulator | undefined;
  try {
    const python = await ensureEnvironment(options);
    const output = join(tree, 'cdktf.out');
    await mkdir(output);
    await options.synthesise(output, 'living', options.signal);
    const waves = selectWaves(await readWaves(output), options.stacks);
    emulator = await Emulator.start({ root: options.root, python });
    options.report(`emulator on 127.0.0.1:${emulator.port}, corrections in use: ${emulator.corrections.join(', ')}`);
    const stacks = await live(waves, await terraforms(options, tree, output, waves, emulator), output, options);
    return {
      stacks,
      seconds: Math.round((performance.now() - started) / 100) / 10,
      emulator: { corrections: emulator.corrections },
    };
  } finally {
    await emulator?.stop();
    if (options.keep) options.report(`working tree kept in ${tree}`);
    else await rm(tree, { recursive: true, force: true });
  }
}

type Stacks = ReadonlyMap<string, Terraform>;

async function terraforms(
  options: SandboxOptions,
  tree: string,
  output: string,
  waves: Waves,
  emulator: Emulator,
): Promise<Stacks> {
  const cache = join(options.root, '.emulator', 'plugins');
  const source = findProviderSource(process.env);
  if (source.kind === 'registry') await mkdir(cache, { recursive: true });
  const cliConfiguration = await writeCliConfiguration(source, tree, cache);
  const clientEnvironment = emulator.clientEnvironment(await emulator.homeCredentials(await managementAccount(output)));
  const start = async (stack: string): Promise<Terraform> => {
    const directory = await keepStateHere(output, stack);
    const terraform = new Terraform({ directory, cliConfiguration, clientEnvironment, signal: options.signal });
    await terraform.init();
    return terraform;
  };
  // Terraform's plug-in cache isn't safe for several downloads at once.
  return inWaves([waves.flat()], start, source.kind === 'registry' ? 1 : undefined);
}

/** The life of the stacks: born, looked at again, ended. */
async function live(waves: Waves, stacks: Stacks, output: string, options: SandboxOptions): Promise<StackResult[]> {
  const run = <T>(order: Waves, work: (terraform: Terraform, stack: string) => Promise<T>): Promise<Map<string, T>> =>
    inWaves(order, (stack) => work(get(stacks, stack), stack));
  const added = await run(waves, async (terraform, stack) => {
    const counts = await terraform.apply();
    options.report(`${stack}: ${counts.added} added`);
    return counts.added;
  });
  const changes = await run([waves.flat()], async (terraform, stack) => {
    const count = await secondPlanChanges(terraform, stack, options.report);
    options.report(`${stack}: second plan ${count === 0 ? 'empty' : `changes ${count}`}`);
    return count;
  });
  const destroyed = options.destroy ? await close() : new Map<string, number>();
  return waves.flat().map((name) => ({
    name,
    added: get(added, name),
    secondPlanChanges: get(changes, name),
    destroyed: destroyed.get(name) ?? 0,
  }));

  async function close(): Promise<ReadonlyMap<string, number>> {
    await options.synthesise(output, 'closing', options.signal);
    await run(waves, async (_, stack) => keepStateHere(output, stack));
    // Closing takes protections away, some of which are resources: a bucket's lock is one.
    const closed = await run(waves, (terraform) => terraform.apply());
    return run(reversed(waves), async (terraform, stack) => {
      const destroyed = get(closed, stack).destroyed + (await terraform.destroy()).destroyed;
      options.report(`${stack}: ${destroyed} destroyed`);
      return destroyed;
    });
  }
}

async function secondPlanChanges(terraform: Terraform, stack: string, report: (line: string) => void): Promise<number> {
  if (await terraform.plan()) return 0;
  const actions = await terraform.actions();
  for (const { address, actions: verbs } of actions) report(`${stack}: ${verbs.join('+')} ${address}`);
  return Math.max(1, actions.length);
}

function get<T>(results: ReadonlyMap<string, T>, stack: string): T {
  const result = results.get(stack);
  if (result === undefined) throw new Error(`${stack} was passed over`);
  return result;
}
