import type { Listed, Policy, PolicyText, Statement } from '../../model/policy/policy';
import { statementName } from '../../model/policy/statement-name';
import { hasOpenPart, marked, patternCovers } from '../../iam/granting/text-cover';
import { contradictionOf } from './contradiction';
import { type PolicyFault, policyRule } from './policy-rule';

/** Whether all that one list stands for is in another, as far as that is plain. */
function covers(outer: Listed<PolicyText>, inner: Listed<PolicyText>, fold: (text: string) => string): boolean {
  if (outer.except) return false;
  if (inner.except) return outer.items.includes('*');
  return inner.items.every(
    (item) =>
      !hasOpenPart(item) &&
      outer.items.some((other) => !hasOpenPart(other) && patternCovers(fold(marked(other)), fold(marked(item)))),
  );
}

/** Whoever is allowed is denied: everybody, or the very same ones. Policies of identities name nobody. */
function coversPrincipals(deny: Statement, allow: Statement): boolean {
  if (deny.principals === undefined || allow.principals === undefined) return deny.principals === allow.principals;
  const { except, items } = deny.principals;
  if (except) return false;
  if (items.some(({ kind, text }) => kind === 'AWS' && text === '*')) return true;
  if (allow.principals.except) return false;
  return allow.principals.items.every((one) =>
    items.some((other) => other.kind === one.kind && typeof one.text === 'string' && other.text === one.text),
  );
}

/** Whether a deny takes all that an allow gives. Variables compare as the texts that they are. */
function takesAll(deny: Statement, allow: Statement): boolean {
  const same = (text: string): string => text;
  return (
    deny.conditions.length === 0 &&
    coversPrincipals(deny, allow) &&
    covers(deny.actions, allow.actions, (text) => text.toLowerCase()) &&
    (deny.resources === undefined || (allow.resources !== undefined && covers(deny.resources, allow.resources, same)))
  );
}

function* faultsOf({ statements }: Policy): Generator<PolicyFault> {
  const denies = statements.filter(({ effect }) => effect === 'Deny');
  for (const statement of statements) {
    const contradiction = contradictionOf(statement.conditions);
    if (contradiction !== undefined) {
      yield { statement, problem: `it never holds: ${contradiction}`, fix: 'keep the condition that is meant' };
    }
    const taking = statement.effect === 'Allow' ? denies.find((deny) => takesAll(deny, statement)) : undefined;
    if (taking === undefined) continue;
    const problem = `it allows nothing: ${statementName(taking)} denies all of it`;
    yield { statement, problem, fix: 'take one of the two back' };
  }
}

/** Every statement can decide something: one that never holds, or of which nothing is left, was meant otherwise. */
export const effectiveStatements = policyRule({
  id: 'policy/effective-statements',
  summary: 'Every statement of a policy can decide something',
  faultsOf,
});
