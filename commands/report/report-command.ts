import { basename, resolve } from 'node:path';

import { Command } from 'commander';

import { ProblemList } from '../../modules/core/input-error';
import { countsText, reportPage, review, type Review, type Subject } from '../../policies';
import { readDocuments } from '../../policies/difference';
import { type Request, requestOf } from '../check/check-request';
import { answering } from '../terminal/outcome';
import { Progress } from '../terminal/progress';
import { WATCHED, type Watched } from '../terminal/surroundings';
import { writeWhole } from '../terminal/whole-file';
import { beforeOf, type Former } from './before';

/** The command line as it was written. */
interface Flags {
  readonly out: string;
  readonly against?: string;
  readonly pack?: string;
  readonly suppressions?: string;
  readonly json?: true;
}

/** Where the page goes when nobody says. */
const FILE = 'plinth-report.html';

function documentOf(file: string, page: string, { stacks, resources, rules, failing }: Review): string {
  return `${JSON.stringify({ version: 1, file, bytes: Buffer.byteLength(page), stacks, resources, rules, failing }, null, 2)}\n`;
}

/**
 * Reads everything that the command line names.
 * @throws InputError everything that is wrong with it, at once
 */
function readAll(path: string, { against, pack, suppressions }: Flags): { readonly request: Request; readonly former?: Former } {
  const problems = new ProblemList();
  const asked = { ...(pack === undefined ? {} : { pack }), ...(suppressions === undefined ? {} : { suppressions }) };
  const request = problems.attempt('', () => requestOf(path, asked, process.env));
  const documents = against === undefined ? undefined : problems.attempt('', () => readDocuments(against));
  problems.throwIfAny();
  if (request === undefined) throw new Error('what is not there was not told');
  return { request, ...(against === undefined || documents === undefined ? {} : { former: { name: against, documents } }) };
}

function report(path: string, flags: Flags, { terminal, progress }: Watched): void {
  const { out, json } = flags;
  const watch = new Progress(progress, () => Date.now());
  watch.tell(`reading ${path}`);
  const { request, former } = readAll(path, flags);
  const { universe, today } = request;
  const before = beforeOf(path, former, universe);
  const judged = review(universe, request.pack, {
    today,
    suppressions: request.suppressions,
    onRule: (id, number, of) => watch.tell(`rule ${String(number)} of ${String(of)}: ${id}`),
  });
  const title = universe.intent?.organization.name ?? basename(resolve(path));
  const subject: Subject = { title, today, universe, review: judged, ...(before === undefined ? {} : { before }) };
  watch.tell('writing the page');
  const page = [...reportPage(subject)].join('');
  writeWhole(resolve(out), page);
  watch.end();
  terminal.out(json === true ? documentOf(out, page, judged) : `${out}: ${countsText(judged)}\n`);
  terminal.exit(0);
}

/** `plinth report`: one page that shows Terraform and what is proven of it; 0 once it is made, whatever it shows. */
export function reportCommand(surroundings: Watched = WATCHED): Command {
  return new Command('report')
    .description(
      'Makes one HTML page of any Terraform JSON: what it builds, who reaches what, who may do what, what is unproven.',
    )
    .argument('<path>', 'a directory of stacks, a cdk.tf.json, or the JSON of a plan or state')
    .option('--against <path>', 'tells what differs from this: another synth, a plan or a state, in the same form')
    .option('--out <file>', 'the page', FILE)
    .option('--pack <id>', 'the rules to hold, as for plinth check')
    .option('--suppressions <file>', 'a YAML list of accepted findings: rule, scope, reason, until')
    .option('--json', 'prints one JSON document about the page')
    .allowExcessArguments(false)
    .exitOverride()
    .action((path: string, flags: Flags) => {
      answering(
        () => {
          report(path, flags, surroundings);
        },
        flags.json === true,
        surroundings.terminal,
      );
    });
}
