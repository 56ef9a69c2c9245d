import { Command } from 'commander';

import { ledgerFileOf } from '../../modules/landing-zone';
import { checkLedger } from './check';
import { run, type Terminal } from '../terminal/outcome';
import { PROCESS_TERMINAL } from '../terminal/surroundings';
import { pruneLedger } from './prune';
import { resolveCollisions } from './resolve';

interface Flags {
  readonly config: string;
  readonly json?: true;
}

function subcommand(name: string, description: string): Command {
  return (
    new Command(name)
      .description(description)
      .option('--config <file>', 'the configuration that the ledger lies beside', process.env.LANDING_ZONE ?? 'landing-zone.yaml')
      .option('--json', 'print one JSON document on standard output')
      .allowExcessArguments(false)
      // Wrong usage is for the whole command line to turn into its exit code.
      .exitOverride()
  );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** `plinth ledger`: checks, repairs and prunes addresses.lock.json. */
export function ledgerCommand(terminal: Terminal = PROCESS_TERMINAL): Command {
  const check = subcommand('check', 'Says whether the ledger can be used; 1 when entries collide.').action(
    ({ config, json }: Flags) => {
      run(() => checkLedger(ledgerFileOf(config)), json === true, terminal);
    },
  );
  const resolve = subcommand('resolve', 'Moves the newer of two entries that collide after a merge.')
    .option('--base <file or revision>', 'the ledger whose entries stay, as a file or a git branch or commit')
    .option(
      '--keep <key>',
      'an entry that stays, as "vpc dev/eu-west-1/shop", with =<value> where two lines have the key',
      collect,
      [],
    )
    .action(({ json, ...flags }: Flags & { readonly base?: string; readonly keep: readonly string[] }) => {
      run(() => resolveCollisions(flags), json === true, terminal);
    });
  const prune = subcommand('prune', 'Drops tombstones; for after the apply that destroyed what they stood for.').action(
    ({ config, json }: Flags) => {
      run(() => pruneLedger(ledgerFileOf(config)), json === true, terminal);
    },
  );
  return new Command('ledger')
    .description('Checks, repairs and prunes addresses.lock.json.')
    .addCommand(check)
    .addCommand(resolve)
    .addCommand(prune)
    .exitOverride();
}
