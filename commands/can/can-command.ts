import { Command } from 'commander';

import { decide } from '../../policies/iam/evaluate/decide';
import { policySetFor, voicesOf } from '../../policies/iam/gather';
import type { PolicySet } from '../../policies/iam/policy-set';
import { answering } from '../terminal/outcome';
import { PROCESS, type Surroundings } from '../terminal/surroundings';
import { answerDocument } from './answer-document';
import { hold } from './expectation';
import { renderAnswer } from './report';
import { type Flags, questionOf } from './request';

function answer(path: string, flags: Flags, { terminal, colours }: Surroundings): void {
  const question = questionOf(path, flags);
  const [first, ...others] = question.sessionPolicies;
  const session: Pick<PolicySet, 'session'> = first === undefined ? {} : { session: [first, ...others] };
  const set = { ...policySetFor(question.facts, question.request), ...session };
  const decision = decide(set, question.request);
  const voices = voicesOf(set, question.request);
  const doubts = [...new Set(set.doubts.map(({ why }) => why))];
  const expectation = question.expected === undefined ? undefined : hold(question.expected, decision);
  const shown = { question, decision, voices, doubts, colours, ...(expectation === undefined ? {} : { expectation }) };
  terminal.out(flags.json === true ? answerDocument(decision, voices, doubts, expectation) : renderAnswer(shown));
  terminal.exit(expectation?.holds === false ? 1 : 0);
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** `plinth can`: whether AWS would let somebody do something, by any Terraform JSON; 1 where `--expect` fails. */
export function canCommand(surroundings: Surroundings = PROCESS): Command {
  return new Command('can')
    .description('Says whether P may do A on R, with the statement that decides; 1 when --expect fails.')
    .argument('<path>', 'a directory of stacks, a cdk.tf.json, or the JSON of a plan or state')
    .option(
      '--principal <who>',
      'a user, role or assigned permission set by its address or ARN, an account id, a service, or anonymous',
    )
    .option('--action <action>', 'one action, like s3:GetObject')
    .option('--resource <what>', 'an address like aws_s3_bucket.logs/path, an ARN, or * for an action without resources')
    .option('--context <key=value>', 'a condition key of the request; repeated for several values', collected)
    .option('--without-context <key>', 'a condition key that the request surely has not', collected)
    .option('--session-policy <file>', "a policy in JSON that the role's session was made with; repeated for several", collected)
    .option('--account <id>', "the account of resources whose documents don't tell theirs")
    .option('--region <region>', "the Region of resources whose documents don't tell theirs")
    .option('--expect <expectation>', 'allowed or denied: ends with 1 where that is not so, or not known')
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
