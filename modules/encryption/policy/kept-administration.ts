import { asWritten, InputError } from '../../core/input-error';
import type { Statement } from '../../core/policy/statement';
import { type Administrators, CHANGING_ACTIONS } from './administrators';
import { awsPrincipals, otherPrincipals } from './stated-principals';
import { coversAction } from './wildcards';

/**
 * Grants that only AWS's services may ask for, to work for whoever uses them: the one way in which others than
 * administrators may have them.
 * @source KMS developer guide, "Default key policy", key users and AWS services
 */
const GRANTS = ['kms:CreateGrant', 'kms:RevokeGrant'];

function isForServices({ Condition = {} }: Statement): boolean {
  const asked = Object.entries(Condition.Bool ?? {}).find(([key]) => key.toLowerCase() === 'kms:grantisforawsresource');
  return asked?.[1] === 'true';
}

/**
 * Only administrators change a key, and only they say who may use it.
 * @throws InputError LZ-KEY-8 where a statement lets others
 */
export function checkKeptAdministration(statement: Statement, { arns }: Administrators): void {
  if (statement.Effect !== 'Allow') return;
  const others = [...awsPrincipals(statement), ...otherPrincipals(statement)].filter((principal) => !arns.includes(principal));
  const harmless = isForServices(statement) ? GRANTS : [];
  const changing = CHANGING_ACTIONS.filter((action) => !harmless.includes(action) && coversAction(statement, action));
  if (others.length === 0 || changing.length === 0) return;
  const said = statement.Action ?? { NotAction: statement.NotAction };
  throw InputError.of({
    problem: `statement ${asWritten(statement.Sid)} gives ${changing[0] ?? ''} to ${asWritten(others)}, and only administrators change a key`,
    got: asWritten(said),
    remedy: 'name the actions of use, like "kms:Decrypt", or name the principal under administrators',
    code: 'LZ-KEY-8',
  });
}
