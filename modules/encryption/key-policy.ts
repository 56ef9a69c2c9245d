import type { Place } from '../core/aws/arn';
import { ProblemList } from '../core/input-error';
import { renderPolicy } from '../core/policy/render-policy';
import type { Statement } from '../core/policy/statement';
import { administratorsStatement, readAdministrators } from './policy/administrators';
import { checkKeptAdministration } from './policy/kept-administration';
import { type KeyUserInput, userStatements } from './policy/key-users';
import { checkNoLockOut } from './policy/lock-out';
import { mergeStatements } from './policy/merged-statements';
import { checkNamedCallers } from './policy/named-callers';
import { readStated } from './policy/stated-principals';
import type { KeyUse } from './uses/key-use';

/** Who may do what with a key. */
export interface KeyPolicyProps {
  /**
   * Who may change the key, and not use it: the account by its id, roles and users by ARN, one of them at least of the key's
   * account. AWS refuses a key whose policy leaves out whoever creates it, so the role that Terraform runs in is one.
   * @default - the account: whoever its own policies let administer or use the key
   */
  readonly administrators?: readonly string[];
  /** What the key encrypts, by KeyUses. @default [] */
  readonly uses?: readonly KeyUse[];
  /** Who else encrypts or decrypts. @default [] */
  readonly users?: readonly KeyUserInput[];
  /** What nothing above has a word for; each needs a Sid, and Resource may be left out. @default [] */
  readonly statements?: readonly Statement[];
}

/**
 * The policy of a key that stands there, the same text whatever the order of its parts.
 * @throws InputError LZ-KEY-4, 5, 8 to 13, LZ-ARN-n, LZ-POLICY-n: everything that is wrong with it
 */
export function keyPolicy(props: KeyPolicyProps, place: Place, multiRegion: boolean): string {
  const { uses = [], users = [], statements = [] } = props;
  const problems = new ProblemList();
  const administrators = problems.attempt('', () => readAdministrators(props.administrators, place));
  const use = [
    ...uses.flatMap((one) => problems.attempt('', () => one.statements(place)) ?? []),
    ...users.flatMap((user) => problems.attempt('', () => userStatements(user, place)) ?? []),
  ];
  const stated = statements.flatMap((one) => problems.attempt('', () => readStated(one, place.region)) ?? []);
  for (const statement of stated) problems.attempt('', () => checkNamedCallers(statement));
  if (administrators !== undefined) {
    for (const statement of stated) problems.attempt('', () => checkKeptAdministration(statement, administrators));
    problems.attempt('', () => checkNoLockOut(stated, administrators.arns, place));
  }
  problems.throwIfAny();
  const first = administrators === undefined ? [] : [administratorsStatement(administrators, multiRegion)];
  return renderPolicy('key', [...first, ...mergeStatements(use), ...stated]);
}
