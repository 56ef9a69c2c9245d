import type { DecidingStatement, Decision } from '../../policies/iam/decision';
import type { Voice } from '../../policies/iam/gather';
import type { Expectation } from './expectation';

/** A statement as programs find it: the policy, its address, and its place in the policy counted from 0. */
function statementOf({ policy, index, sid }: DecidingStatement): Readonly<Record<string, unknown>> {
  return {
    policy: policy.name,
    ...(policy.key === undefined ? {} : { address: policy.key }),
    ...(index === undefined ? {} : { index }),
    ...(sid === undefined ? {} : { sid }),
  };
}

function voiceOf({ place, policy, says, statement, why }: Voice): Readonly<Record<string, unknown>> {
  const said = statement === undefined ? statementOf({ policy }) : statementOf(statement);
  return { place, ...said, says, ...(why === undefined ? {} : { why }) };
}

/** The one document of `--json`. Where no statement decides, `statement` is null. */
export function answerDocument(
  { decision, by, statement, why }: Decision,
  voices: readonly Voice[],
  doubts: readonly string[],
  expectation: Expectation | undefined,
): string {
  const document = {
    decision,
    by,
    statement: statement === undefined ? null : statementOf(statement),
    why,
    policies: voices.map(voiceOf),
    doubts,
    ...(expectation === undefined ? {} : { expectation }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
