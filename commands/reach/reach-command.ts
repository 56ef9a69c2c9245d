import { Command } from 'commander';

import { InputError } from '../../modules/core/input-error';
import { ask, type Reply } from '../../policies/reachability/ask';
import { outcomeOf, type Terminal } from '../ledger/outcome';
import { wantsColours } from '../terminal/colours';
import { type Expectation, hold } from './expectation';
import { renderReply } from './report';
import { type Flags, requestOf } from './request';

/** What the command has of the process that runs it. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly colours: boolean;
}

const PROCESS: Surroundings = {
  terminal: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    exit: (code) => {
      process.exitCode = code;
    },
  },
  colours: wantsColours(process.env, process.stdout.isTTY),
};

/** Of each pair what it comes to; the way and the blockers are those of the whole. */
function documentOf({ pairs, ...reply }: Reply, expectation: Expectation | undefined): string {
  const each = pairs.map(({ path: _path, blockers: _blockers, ...pair }) => pair);
  return `${JSON.stringify({ ...reply, pairs: each, ...(expectation === undefined ? {} : { expectation }) }, null, 2)}\n`;
}

function answer(path: string, flags: Flags, { terminal, colours }: Surroundings): void {
  const { facts, question, stacks, expected } = requestOf(path, flags);
  const reply = ask(facts, question);
  const expectation = expected === undefined ? undefined : hold(expected, reply);
  const shown = { question, reply, stacks, colours, ...(expectation === undefined ? {} : { expectation }) };
  terminal.out(flags.json === true ? documentOf(reply, expectation) : renderReply(shown));
  terminal.exit(expectation?.holds === false ? 1 : 0);
}

function run(path: string, flags: Flags, surroundings: Surroundings): void {
  try {
    answer(path, flags, surroundings);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { document } = outcomeOf(error.problems, error.message, 2);
    const { terminal } = surroundings;
    if (flags.json === true) terminal.out(`${JSON.stringify(document)}\n`);
    else terminal.err(`${error.message}\n`);
    terminal.exit(2);
  }
}

/** `plinth reach`: whether connections from one place to another work, by any Terraform JSON; 1 where `--expect` fails. */
export function reachCommand(surroundings: Surroundings = PROCESS): Command {
  return new Command('reach')
    .description('Says whether connections from X to Y work, with the packet that shows it; 1 when --expect fails.')
    .argument('<path>', 'a directory of stacks, a cdk.tf.json, or the JSON of a plan or state')
    .option('--from <end>', 'who opens: internet, an IP address, a block, a tier, or an address like aws_subnet.app')
    .option('--to <end>', 'who answers, in the same forms')
    .option('--port <port>', 'tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all (default: all)')
    .option('--family <family>', 'v4, v6 or both (default: those that both ends can have)')
    .option('--client-ports <range>', 'the ports that the client opens from (default: 1024-65535)')
    .option('--expect <expectation>', 'reaches or isolated: ends with 1 where that is not so, or not known')
    .option('--json', 'print one JSON document on standard output')
    .allowExcessArguments(false)
    .exitOverride()
    .action((path: string, flags: Flags) => {
      run(path, flags, surroundings);
    });
}
