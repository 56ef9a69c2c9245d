import { join, resolve } from 'node:path';
import { styleText } from 'node:util';

import { Command } from 'commander';

import {
  adopted,
  filesFrom,
  findingsDocument,
  junitReport,
  packs,
  type PaintLevel,
  pagesIn,
  renderBaseline,
  renderReview,
  review,
  type Review,
  sarifLog,
} from '../../policies';
import { answering } from '../terminal/outcome';
import { Progress } from '../terminal/progress';
import { WATCHED, type Watched } from '../terminal/surroundings';
import { writeWhole } from '../terminal/whole-file';
import { type Flags, type Format, FORMATS, type Request, requestOf } from './check-request';

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const;
const painted: PaintLevel = (level) => styleText(COLOURS[level], level, { validateStream: false });

/** Pages stand beside their rules, in the sources as in what the build makes of them. */
const PAGES = join(__dirname, '..', '..', 'policies', 'rules');

function render(format: Format, judged: Review, { universe, baseline }: Request, colours: boolean): string {
  if (format === 'text') return renderReview(judged, colours ? painted : undefined);
  if (format === 'junit') return junitReport(judged);
  const fileOf = filesFrom(process.cwd(), universe);
  const document =
    format === 'sarif'
      ? sarifLog(judged, { pageOf: pagesIn(PAGES), fileOf, hasBaseline: baseline !== undefined })
      : findingsDocument(judged);
  return `${JSON.stringify(document, null, 2)}\n`;
}

function check(path: string, flags: Flags, { terminal, colours, progress }: Watched): void {
  const watch = new Progress(progress, () => Date.now());
  watch.tell(`reading ${path}`);
  const request = requestOf(path, flags, process.env);
  const { universe, pack, format, baseline, ...options } = request;
  const onRule = (id: string, number: number, of: number): void => {
    watch.tell(`rule ${String(number)} of ${String(of)}: ${id}`);
  };
  const found = review(universe, pack, { ...options, ...(baseline === undefined ? {} : { baseline }), onRule });
  watch.end();
  const { writeBaseline: kept, out } = flags;
  const judged = kept === undefined ? found : adopted(found);
  if (kept !== undefined) writeWhole(resolve(kept), renderBaseline(judged.known));
  if (out !== undefined) writeWhole(resolve(out), render(format, judged, request, false));
  // What is written to a file may be read by people here.
  terminal.out(render(out === undefined ? format : 'text', judged, request, colours));
  terminal.exit(judged.failing === 0 ? 0 : 1);
}

/** `plinth check`: holds a pack of rules against any Terraform JSON; 1 where an error stands that nobody accepted. */
export function checkCommand(surroundings: Watched = WATCHED): Command {
  return new Command('check')
    .description('Judges any Terraform JSON by the rules; 1 when there are findings of level error that nobody accepted.')
    .argument('<path>', 'a directory of stacks, a cdk.tf.json, or the JSON of a plan or state')
    .option('--format <format>', `${FORMATS.join(', ')} (default: text)`)
    .option('--json', 'the same as --format json')
    .option('--pack <id>', `the rules to hold: ${packs.map(({ id }) => id).join(', ')} (default: ${packs[0].id})`)
    .option('--suppressions <file>', 'a YAML list of accepted findings: rule, scope, reason, until')
    .option('--baseline <file>', 'findings that were there before: only others fail')
    .option('--write-baseline <file>', 'writes the findings that are there now, to be held against later')
    .option('--out <file>', 'writes the format to a file, and text to standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .action((path: string, flags: Flags) => {
      answering(
        () => {
          check(path, flags, surroundings);
        },
        flags.json === true || flags.format === 'json',
        surroundings.terminal,
      );
    });
}
