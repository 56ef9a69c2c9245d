import { Command } from 'commander';

import { main } from '../../main';

interface Flags {
  readonly config: string;
  readonly out: string;
  readonly only?: readonly string[];
  readonly frozen?: true;
  readonly json?: true;
}

/** `plinth synth`: what `npm start` does, with its places as options. */
export function synthCommand(): Command {
  return new Command('synth')
    .description('synthesise a configuration, judge the result, and replace the former output')
    .option('--config <file>', 'the configuration', process.env.LANDING_ZONE ?? 'landing-zone.yaml')
    .option('--out <folder>', 'the output folder', process.env.CDKTF_OUTDIR ?? 'cdktf.out')
    .option('--only <stack...>', 'replace the files of these stacks only')
    .option('--frozen', 'fail rather than change the ledger (also with CI=true)')
    .option('--json', 'print one JSON document')
    .exitOverride()
    .action(({ config, out, only, frozen, json }: Flags) => {
      process.exitCode = main({
        config,
        out,
        frozen: frozen === true || process.env.CI === 'true',
        json: json === true,
        ...(only === undefined ? {} : { only }),
      });
    });
}
