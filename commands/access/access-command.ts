import { Command } from 'commander';

import { accessDocument, readUniverse, whoCanEntry } from '../../policies';
import { Inquiry } from '../../policies/iam/inquiry/inquiry';
import { whoCan } from '../../policies/iam/inquiry/who-can';
import { accessProofsOf } from '../../policies/rules/access/proven';
import { answering, type Terminal } from '../terminal/outcome';
import { PROCESS_TERMINAL } from '../terminal/surroundings';
import { harmless } from '../terminal/harmless';
import { accessText } from './access-text';

/** What `plinth access` takes. */
interface Flags {
  readonly json?: true;
}

function show(path: string, { json }: Flags, terminal: Terminal): void {
  const universe = readUniverse(path);
  const inquiry = Inquiry.of(universe);
  const abilities = [...whoCan(inquiry)];
  if (json === true) {
    terminal.out(`${JSON.stringify({ ...accessDocument(universe), whoCan: abilities.map(whoCanEntry) }, null, 2)}\n`);
  } else {
    const { lives, escalations } = accessProofsOf(universe);
    terminal.out(
      accessText({ abilities, lives, escalations, actors: inquiry.actors.length }).split('\n').map(harmless).join('\n'),
    );
  }
  terminal.exit(0);
}

/** `plinth access`: who can do what few should, how credentials live, and who comes by more rights; it judges nothing. */
export function accessCommand(terminal: Terminal = PROCESS_TERMINAL): Command {
  return new Command('access')
    .description('Shows who can do what few should, how credentials live, and who comes by more rights than were given.')
    .argument('<path>', 'a directory of stacks, a cdk.tf.json, or the JSON of a plan or state')
    .option('--json', 'print one JSON document on standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .action((path: string, flags: Flags) => {
      answering(
        () => {
          show(path, flags, terminal);
        },
        flags.json === true,
        terminal,
      );
    });
}
