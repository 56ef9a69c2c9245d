import { Command } from 'commander';

import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, InputError } from '../../modules/core/input-error';
import { STANDARDS } from '../../policies/controls/catalogue';
import type { Standard } from '../../policies/controls/control';
import { type Outcome, run, type Terminal } from '../terminal/outcome';
import { PROCESS_TERMINAL } from '../terminal/surroundings';
import { answerTexts, coverageTable, renderCoverage } from './coverage-table';

/** What `plinth controls` takes. */
interface Flags {
  readonly standard?: string;
  readonly json?: boolean;
}

function isStandard(text: string): text is Standard {
  return Object.hasOwn(STANDARDS, text);
}

function standardsOf(asked: string | undefined): readonly Standard[] {
  const all = Object.keys(STANDARDS).filter(isStandard);
  if (asked === undefined) return all;
  if (isStandard(asked)) return [asked];
  throw InputError.of({
    subject: '--standard',
    problem: 'there is no catalogue of this name',
    got: asWritten(asked),
    remedy: suggestName(asked, all),
    code: 'LZ-CONTROL-1',
  });
}

function outcomeOf({ standard }: Flags): Outcome {
  const tables = standardsOf(standard).map(coverageTable);
  const standards = tables.map(({ rows, ...table }) => ({
    ...table,
    controls: rows.map((row) => ({
      id: row.id,
      titles: row.controls.map(({ title }) => title),
      coverage: row.coverage,
      answers: answerTexts(row),
    })),
  }));
  const lines = renderCoverage(tables, standard !== undefined)
    .trimEnd()
    .split('\n');
  return { exitCode: 0, lines, document: { version: 1, standards } };
}

/** `plinth controls`: which controls of CIS and AWS are answered, by which rule, proof or resource, and which aren't. */
export function controlsCommand(terminal: Terminal = PROCESS_TERMINAL): Command {
  return new Command('controls')
    .description('Says which controls of CIS and AWS are answered, and by what.')
    .option('--standard <id>', `one catalogue, control by control: ${Object.keys(STANDARDS).join(', ')}`)
    .option('--json', 'print one JSON document on standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .action((flags: Flags) => {
      run(() => outcomeOf(flags), flags.json === true, terminal);
    });
}
