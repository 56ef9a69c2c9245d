import { Command } from 'commander';

import { answering } from '../terminal/outcome';
import { PROCESS, type Surroundings } from '../terminal/surroundings';
import { failed } from './gate';
import { renderMarkdown } from './markdown';
import { type Flags, FORMATS, requestOf } from './request';
import { renderText } from './text';

function answer(before: string, after: string | undefined, flags: Flags, { terminal, colours }: Surroundings): void {
  const { difference, format, gates, limit } = requestOf(before, after, flags);
  const stopped = failed(difference, gates);
  const { source, counts, changes, doubts } = difference;
  if (format === 'json') {
    const document = { version: 1, source, total: changes.length, counts, failed: stopped, changes, doubts };
    terminal.out(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    terminal.out(format === 'markdown' ? renderMarkdown(difference, limit) : renderText(difference, colours));
  }
  terminal.exit(stopped.length > 0 ? 1 : 0);
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** `plinth diff`: what a plan does, or what differs between two documents; 1 where `--fail-on` stops it. */
export function diffCommand(surroundings: Surroundings = PROCESS): Command {
  return new Command('diff')
    .description('Says what a plan does, or what differs between two documents, what is lost first; 1 when --fail-on stops it.')
    .argument('<before>', 'a directory of stacks, a cdk.tf.json, or the JSON of plans or states; alone: of plans')
    .argument('[after]', 'what it is compared with, in the same form')
    .option('--format <format>', `${FORMATS.join(', ')} (default: text)`)
    .option('--json', 'the same as --format json')
    .option('--fail-on <what>', 'replace, destroy or security, or several: ends with 1 where one is there', collected)
    .option('--limit <characters>', 'how long Markdown may be (default: 65536, as GitHub takes it)')
    .allowExcessArguments(false)
    .exitOverride()
    .action((before: string, after: string | undefined, flags: Flags) => {
      answering(
        () => {
          answer(before, after, flags, surroundings);
        },
        flags.json === true || flags.format === 'json',
        surroundings.terminal,
      );
    });
}
