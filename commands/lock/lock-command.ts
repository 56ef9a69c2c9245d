import { Command } from 'commander';

import { asWritten, InputError } from '../../modules/core/input-error';
import { OperationError } from '../../modules/core/operation-error';
import { type Outcome, outcomeOf, type Terminal } from '../terminal/outcome';
import { PROCESS_TERMINAL } from '../terminal/surroundings';
import { type LockedSet, lockProviders } from './lock-providers';

/** What teams plan on and pipelines apply on. */
const PLATFORMS = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'];

/** What `plinth lock` takes. */
interface Flags {
  readonly out: string;
  readonly platform?: readonly string[];
  readonly mirror?: string;
  readonly upgrade?: boolean;
  readonly json?: boolean;
}

function checkPlatforms(platforms: readonly string[]): void {
  const wrong = platforms.filter((platform) => !/^[a-z0-9]+_[a-z0-9]+$/.test(platform));
  if (wrong.length === 0) return;
  throw new InputError(
    wrong.map((platform) => ({
      subject: '--platform',
      problem: 'a platform is an operating system and an architecture',
      got: asWritten(platform),
      remedy: `write them like ${PLATFORMS.join(', ')}`,
      code: 'LZ-LOCK-3',
    })),
  );
}

function goodOutcome(sets: readonly LockedSet[], platforms: readonly string[]): Outcome {
  const lines = sets.flatMap(({ versions, stacks, changed }) =>
    Object.entries(versions).map(
      ([provider, version]) =>
        `${provider} ${version}: ${String(stacks)} stacks, ${changed === 0 ? 'unchanged' : `${String(changed)} changed`}`,
    ),
  );
  return { exitCode: 0, lines: [...lines, `for ${platforms.join(', ')}`], document: { ok: true, platforms, sets } };
}

async function lock({ out, platform = PLATFORMS, mirror, upgrade = false }: Flags, env: NodeJS.ProcessEnv): Promise<Outcome> {
  try {
    checkPlatforms(platform);
    return goodOutcome(
      await lockProviders({ out, platforms: platform, upgrade, env, ...(mirror === undefined ? {} : { mirror }) }),
      platform,
    );
  } catch (error) {
    if (error instanceof InputError) return outcomeOf(error.problems, error.message, 2);
    if (error instanceof OperationError) return outcomeOf([error.problem], error.message, 3);
    throw error;
  }
}

/** `plinth lock`: gives all stacks the lock file of their providers, for every platform that they are planned or applied on. */
export function lockCommand(terminal: Terminal = PROCESS_TERMINAL, env: NodeJS.ProcessEnv = process.env): Command {
  return new Command('lock')
    .description('Writes .terraform.lock.hcl of every stack, for all platforms; asks the registry once for all stacks.')
    .option('--out <folder>', 'the output folder', 'cdktf.out')
    .option('--platform <os_arch...>', `platforms (default: ${PLATFORMS.join(' ')})`)
    .option('--mirror <folder>', 'a folder with the packages, where no registry can be reached')
    .option('--upgrade', 'take the newest versions instead of those that are locked')
    .option('--json', 'print one JSON document on standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .action(async (flags: Flags) => {
      const outcome = await lock(flags, env);
      if (flags.json === true) terminal.out(`${JSON.stringify(outcome.document)}\n`);
      else (outcome.exitCode === 0 ? terminal.out : terminal.err)(outcome.lines.map((line) => `${line}\n`).join(''));
      terminal.exit(outcome.exitCode);
    });
}
