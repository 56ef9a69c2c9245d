import { asWritten, InputError } from '../../core/input-error';
import type { OneOrMore, Statement } from '../../core/policy/statement';
import { awsPrincipals } from './stated-principals';

/** Condition keys that say who calls, and what a value that names somebody looks like. */
const CALLERS: Readonly<Record<string, RegExp>> = {
  'aws:principalaccount': /^\d{12}$/,
  'kms:calleraccount': /^\d{12}$/,
  'aws:principalorgid': /^o-[a-z0-9]{10,32}$/,
  'aws:principalorgpaths': /^o-[a-z0-9]{10,32}\/./,
  'aws:principalarn': /^arn:aws[a-z-]*:(iam|sts)::\d{12}:./,
};

/** Operators that demand a value. `…IfExists` and `ForAllValues:` hold where the key is missing, so nobody is held by them. */
const DEMANDING = /^(ForAnyValue:)?(StringEquals|StringLike|ArnEquals|ArnLike)$/;

function namesSomebody(key: string, values: OneOrMore): boolean {
  const form = CALLERS[key.toLowerCase()];
  const list = typeof values === 'string' ? [values] : values;
  return form !== undefined && list.length > 0 && list.every((value) => form.test(value));
}

/**
 * Whoever is let in by `*` must be named by a condition: an account, an organisation, a principal.
 * @throws InputError LZ-KEY-10 where everybody is let in
 */
export function checkNamedCallers(statement: Statement): void {
  if (statement.Effect !== 'Allow' || !awsPrincipals(statement).includes('*')) return;
  const conditions = Object.entries(statement.Condition ?? {}).filter(([operator]) => DEMANDING.test(operator));
  if (conditions.some(([, lines]) => Object.entries(lines).some(([key, values]) => namesSomebody(key, values)))) return;
  throw InputError.of({
    problem: `statement ${asWritten(statement.Sid)} lets everybody in, and no condition names accounts, an organisation or principals`,
    got: asWritten(statement.Condition ?? {}),
    remedy: 'name the principals, or add StringEquals with aws:PrincipalOrgID, aws:PrincipalAccount or aws:PrincipalArn',
    code: 'LZ-KEY-10',
  });
}
