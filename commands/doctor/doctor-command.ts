import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Command } from 'commander';

import { wantsColours } from '../terminal/colours';
import { examine } from './doctor';
import { renderReport } from './report';

interface Flags {
  readonly config: string;
  readonly out: string;
  readonly json?: true;
  readonly emulator?: true;
  readonly accounts?: true;
}

/** Calls that were given up may hold their connections open; the process waits no longer for them. */
const PATIENCE_SECONDS = 0.5;

/** The nearest folder above that holds a package.json, in the repository and installed. */
function packageRoot(from = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : packageRoot(dirname(from));
}

async function run({ config, out, json, emulator, accounts }: Flags): Promise<void> {
  const report = await examine({
    root: packageRoot(),
    config,
    out,
    env: process.env,
    emulator: emulator === true,
    accounts: accounts === true,
  });
  const colours = wantsColours(process.env, process.stdout.isTTY);
  process.stdout.write(json === true ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report, colours));
  process.exitCode = report.ok ? 0 : 1;
  setTimeout(() => process.exit(), PATIENCE_SECONDS * 1000).unref();
}

/** `plinth doctor`: 0 where this machine and account can run Plinth, 1 where something stands in the way. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description("Says whether this machine and account can run Plinth, and what to do where not; 1 when they can't.")
    .option('--config <file>', 'the configuration', process.env.LANDING_ZONE ?? 'landing-zone.yaml')
    .option('--out <folder>', 'the output folder', process.env.CDKTF_OUTDIR ?? 'cdktf.out')
    .option('--emulator', 'start the emulator for a moment, too')
    .option('--accounts', 'assume the role in each account, too')
    .option('--json', 'print one JSON document on standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .action(run);
}
