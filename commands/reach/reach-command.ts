import { Command } from 'commander';

import { ask, type Reply } from '../../policies/reachability/ask';
import { answering } from '../terminal/outcome';
import { PROCESS, type Surroundings } from '../terminal/surroundings';
import { type Expectation, hold } from './expectation';
import { renderReply } from './report';
import { type Flags, requestOf } from './request';

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
      answering(
        () => {
          answer(path, flags, surroundings);
        },
        flags.json === true,
        surroundings.terminal,
      );
    });
}
