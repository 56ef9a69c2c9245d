import { readFileSync } from 'node:fs';

import { asWritten, type ProblemList } from '../../modules/core/input-error';
import { findIdentityFault } from '../../policies/iam/evaluate/answer';
import type { PlacedPolicy } from '../../policies/iam/policy-set';
import type { Caller } from '../../policies/iam/request';
import { readPolicy } from '../../policies/model/policy/read-policy';
import { Unknown } from '../../policies/model/term';

const subject = '--session-policy';
/** One inline and ten managed ones. @source IAM user guide, "Policies and permissions in IAM": Session policies */
const MOST = 11;

function findText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function findRead(file: string, problems: ProblemList): PlacedPolicy | undefined {
  const text = findText(file);
  const got = asWritten(file);
  if (text === undefined) {
    problems.add({ subject, problem: "it can't be read", got, remedy: 'write the path of a policy in JSON', code: 'LZ-CAN-15' });
    return undefined;
  }
  const policy = readPolicy(text);
  const fault = policy instanceof Unknown ? policy.why : findIdentityFault(policy);
  if (fault === undefined) return { name: file, policy };
  const remedy = 'write one as an identity has it, with actions and resources and without principals';
  problems.add({ subject, problem: `this is no session policy: ${fault}`, got, remedy, code: 'LZ-CAN-16' });
  return undefined;
}

/** The policies that a session is made with, from files. Of a caller that isn't told anything is a mistake of its own. */
export function sessionPoliciesFrom(
  files: readonly string[],
  principal: string | undefined,
  caller: Caller | undefined,
  problems: ProblemList,
): readonly PlacedPolicy[] {
  const policies = files.flatMap((file) => findRead(file, problems) ?? []);
  if (files.length > MOST) {
    const remedy = `leave out ${String(files.length - MOST)}, or put several into one`;
    const problem = `a session has at most ${String(MOST)}, one inline and ten managed`;
    problems.add({ subject, problem, got: asWritten(files.length), remedy, code: 'LZ-CAN-18' });
  }
  if (files.length > 0 && caller !== undefined && caller.kind !== 'role-session') {
    const problem = 'only the session of a role is asked about with one';
    const remedy = 'ask about a role, or leave it out';
    problems.add({ subject, problem, got: asWritten(principal), remedy, code: 'LZ-CAN-17' });
  }
  return policies;
}
