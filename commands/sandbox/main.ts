import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { InputError } from '../../modules/core/input-error';
import { projectRoot } from './environment';
import { OperationError } from '../../modules/core/operation-error';
import { runSandbox, type SandboxResult } from './sandbox';
import { SynthesisRefused, synthesisOf, type Synthesise } from './synthesis';

interface Flags {
  readonly config?: string;
  readonly stack: string[];
  readonly json?: true;
  readonly keep?: true;
  readonly destroy?: true;
}

/** Where the command's words go; tests listen in. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * `npm run sandbox`: 0 when every second plan is empty, 1 when one isn't or the synthesis has findings, 2 for wrong usage or a refused
 * configuration, 3 when an operation failed, 130 when interrupted.
 */
export async function sandboxCommand(
  root: string,
  args: readonly string[],
  terminal: Terminal,
  synthesise?: Synthesise,
): Promise<number> {
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('SIGHUP', interrupt);
  try {
    const flags = parse(args, terminal);
    const configuration = flags.config === undefined ? undefined : resolve(flags.config);
    const result = await runSandbox({
      root,
      synthesise: synthesise ?? synthesisOf(root, configuration),
      stacks: flags.stack,
      destroy: flags.destroy ?? false,
      keep: flags.keep ?? false,
      // One JSON document and nothing else is what --json promises.
      report: flags.json ? () => undefined : (line) => terminal.err(`${line}\n`),
      signal: interrupted.signal,
    });
    terminal.out(flags.json ? `${JSON.stringify(result)}\n` : table(result));
    return result.stacks.every((stack) => stack.secondPlanChanges === 0) ? 0 : 1;
  } catch (error) {
    if (interrupted.signal.aborted) return 130;
    return explain(error, terminal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt).off('SIGHUP', interrupt);
  }
}

function parse(args: readonly string[], terminal: Terminal): Flags {
  return new Command('sandbox')
    .description('Applies every stack with real Terraform to an emulated AWS, and plans each again.')
    .option('--config <file>', 'the configuration (default: $LANDING_ZONE, else landing-zone.yaml)')
    .option('--stack <names...>', 'only these, after whatever comes in the waves before them', [])
    .option('--destroy', 'in the end, synthesise again as closing, apply, and destroy')
    .option('--keep', 'keep the working tree, with its states')
    .option('--json', 'print one JSON document on standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .parse(args, { from: 'user' })
    .opts<Flags>();
}

function table({ stacks, seconds }: SandboxResult): string {
  const lines = stacks.map(
    ({ name, added, secondPlanChanges, destroyed }) =>
      `${name}: ${added} added, second plan ${secondPlanChanges === 0 ? 'empty' : `changes ${secondPlanChanges}`}` +
      (destroyed === 0 ? '' : `, ${destroyed} destroyed`),
  );
  return `${[...lines, `${stacks.length} stacks in ${seconds} s`].join('\n')}\n`;
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof InputError || error instanceof SynthesisRefused || error instanceof OperationError)) throw error;
  terminal.err(`${error.message}\n`);
  if (error instanceof SynthesisRefused) return error.exitCode;
  return error instanceof OperationError ? 3 : 2;
}

if (require.main === module) {
  const terminal = { out: (text: string) => process.stdout.write(text), err: (text: string) => process.stderr.write(text) };
  void sandboxCommand(projectRoot(), process.argv.slice(2), terminal).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
