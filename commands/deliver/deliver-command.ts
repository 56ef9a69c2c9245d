import { Command } from 'commander';

import { Secrets } from '../doctor/secrets';
import { run, type Outcome, type Terminal } from '../terminal/outcome';
import { PROCESS_TERMINAL } from '../terminal/surroundings';
import { deliverAll, type Flags, type Ground } from './deliver-all';
import { gate } from './gate/gate';
import type { GateFlags } from './gate/gate-request';
import type { Verb } from './stack-delivery';

/** What the command has of the process that runs it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly signals: NodeJS.EventEmitter;
  /** How often a gate looks. @default 30 @unit seconds */
  readonly pollSeconds?: number;
}

const PROCESS: Surroundings = { env: process.env, terminal: PROCESS_TERMINAL, signals: process };

const DESCRIPTIONS: Readonly<Record<Verb, string>> = {
  plan: 'Plans stacks by the roles that plan, and keeps the plans.',
  apply: 'Plans stacks and applies these very plans, by the roles that apply; 1 where something would be lost.',
  drift: 'Says what is otherwise in AWS than it was applied, by the roles that plan; 1 where something is.',
};

async function answer(
  asked: (ground: Ground) => Promise<Outcome>,
  json: boolean,
  { env, terminal, signals }: Surroundings,
): Promise<void> {
  const secrets = Secrets.of({ ...env, AWS_WEB_IDENTITY_TOKEN_FILE: undefined });
  // Terraform's words are passed on, whatever is in them.
  const clean: Terminal = {
    ...terminal,
    out: (text) => terminal.out(secrets.clean(text)),
    err: (text) => terminal.err(secrets.clean(text)),
  };
  const tell = (line: string): void => {
    if (!json) clean.err(`${line}\n`);
  };
  const work = await asked({ env, signals, tell }).then(
    (outcome) => (): Outcome => outcome,
    (error: unknown) => (): Outcome => {
      throw error;
    },
  );
  run(work, json, clean);
}

function subcommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('[stack...]', 'stacks (default: all that a pipeline delivers)')
    .option('--out <folder>', 'the output folder', process.env.CDKTF_OUTDIR ?? 'cdktf.out')
    .option('--token-file <file>', "the job's token (default: AWS_WEB_IDENTITY_TOKEN_FILE, or GitHub's by id-token: write)")
    .option('--json', 'print one JSON document on standard output')
    .exitOverride();
}

function verbCommand(verb: Verb, surroundings: Surroundings): Command {
  const command = subcommand(verb, DESCRIPTIONS[verb]);
  if (verb !== 'drift') command.option('--plans <folder>', 'where plans are kept', 'plans');
  if (verb === 'apply') command.option('--allow-loss', 'apply even what replaces or destroys something');
  return command.action((stacks: string[], flags: Flags) =>
    answer((ground) => deliverAll(verb, stacks, flags, ground), flags.json === true, surroundings),
  );
}

function gateCommand(surroundings: Surroundings): Command {
  const { pollSeconds = 30 } = surroundings;
  return subcommand('gate', 'Reads alarms and rules of AWS Config, by the roles that plan; 1 where one tells of something new.')
    .option('--since <instant>', 'when the apply began, like 2026-11-29T18:00:00Z (default: all that rings now counts)')
    .option('--known <file>', 'the JSON of a gate before the apply: what was violated then is not new')
    .option('--wait <minutes>', 'how long to go on looking while all is well', '0')
    .action((stacks: string[], flags: GateFlags) =>
      answer((ground) => gate(stacks, flags, { ...ground, pollSeconds }), flags.json === true, surroundings),
    );
}

/** `plinth deliver`: runs Terraform over the stacks as a pipeline does, each by its own roles. */
export function deliverCommand(surroundings: Surroundings = PROCESS): Command {
  const command = new Command('deliver')
    .description('Plans, applies and watches stacks as a pipeline does, each by its own roles.')
    .exitOverride();
  for (const verb of ['plan', 'apply', 'drift'] as const) command.addCommand(verbCommand(verb, surroundings));
  return command.addCommand(gateCommand(surroundings));
}
