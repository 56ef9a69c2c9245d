import { Command } from 'commander';

import { Secrets } from '../doctor/secrets';
import type { Outcome, Terminal } from '../terminal/outcome';
import { PROCESS_TERMINAL } from '../terminal/surroundings';
import { agentOf } from './api/agent';
import { type Patience, PATIENCE } from './api/patience';
import { type Token, tokenOf } from './api/token';
import { checkFlags, type Flags } from './request/flags';
import { targetsOf } from './request/targets';
import { type OpenTarget, refusalOf, uploadAll } from './run/upload-all';
import type { Watch } from './run/follower';

/** What the command has of the process that runs it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly patience: Patience;
  readonly signals: NodeJS.EventEmitter;
  /** Whether somebody reads along at a terminal. */
  readonly isWatched: boolean;
  /** The clock. @unit milliseconds */
  readonly now: () => number;
}

const PROCESS: Surroundings = {
  env: process.env,
  terminal: PROCESS_TERMINAL,
  patience: PATIENCE,
  signals: process,
  isWatched: process.stderr.isTTY && process.env.CI !== 'true',
  now: () => Date.now(),
};

/** Everything that is said goes through here, whoever said it first. */
function clean(terminal: Terminal, secrets: Secrets): Terminal {
  return { ...terminal, out: (text) => terminal.out(secrets.clean(text)), err: (text) => terminal.err(secrets.clean(text)) };
}

/** As it is, and as it stands in a document. */
function hide(token: Token, secrets: Secrets): void {
  secrets.add(token.reveal());
  secrets.add(JSON.stringify(token.reveal()).slice(1, -1));
}

async function upload(paths: readonly string[], flags: Flags, surroundings: Surroundings): Promise<void> {
  const { env, patience, signals, now, isWatched } = surroundings;
  const secrets = Secrets.of(env);
  const { out, err, exit } = clean(surroundings.terminal, secrets);
  const json = flags.json === true;
  const begun = now();
  const watchOf = (stack: string): Watch => ({
    tell: (what) => err(`${stack}: ${what} (${String(Math.round((now() - begun) / 1000))} s)\n`),
    ...(isWatched && !json ? { show: (line: string): void => err(`${line}\n`) } : {}),
  });
  let outcome: Outcome;
  try {
    const targets = targetsOf(paths, flags, env);
    checkFlags(flags, targets.length);
    const open = targets.map((target): OpenTarget => ({ target, token: tokenOf(target.host, env) }));
    for (const { token } of open) hide(token, secrets);
    const agent = agentOf(env);
    try {
      outcome = await uploadAll(open, flags, { agent, patience, signals, watchOf });
    } finally {
      agent.destroy();
    }
  } catch (error) {
    outcome = refusalOf(error);
  }
  if (json) out(`${JSON.stringify(outcome.document)}\n`);
  else (outcome.exitCode === 0 ? out : err)(outcome.lines.map((line) => `${line}\n`).join(''));
  exit(outcome.exitCode);
}

/** `plinth upload`: has HCP Terraform, or what speaks its API, plan and apply stacks that stand in no repository of its own. */
export function uploadCommand(surroundings: Surroundings = PROCESS): Command {
  return new Command('upload')
    .description('Uploads stacks to HCP Terraform, waits for their plans and policies; 1 when a mandatory policy fails.')
    .argument('<stack-directory...>', 'folders of stacks, or the output folder of a synthesis for all, in their order')
    .option('--hostname <host>', 'the host (default: of the cloud block, TF_CLOUD_HOSTNAME, app.terraform.io)')
    .option('--organization <name>', 'the organization (default: of the cloud block, TF_CLOUD_ORGANIZATION)')
    .option('--workspace <name>', "the workspace (default: of the cloud block, the folder's name)")
    .option('--message <text>', 'why the run is there')
    .option('--speculative', 'only plan: the run can never be applied')
    .option('--apply', 'confirm the plan when it is there and policies let it pass')
    .option('--timeout <minutes>', 'how long to wait for each stack', '60')
    .option('--plan-out <file>', 'writes the JSON of the plan, for plinth check and plinth diff')
    .option('--run <id>', 'wait for a run that exists instead of uploading')
    .option('--cancel-on-interrupt', 'cancel the run on Ctrl-C, unless it is being applied')
    .option('--json', 'print one JSON document on standard output')
    .exitOverride()
    .action((paths: string[], flags: Flags) => upload(paths, flags, surroundings));
}
