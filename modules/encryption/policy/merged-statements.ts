import { createHash } from 'node:crypto';

import { renderPolicy } from '../../core/policy/render-policy';
import type { NamedPrincipal, OneOrMore, Statement } from '../../core/policy/statement';

const listOf = (value: OneOrMore | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** What a statement says without whom it names. */
function sayingOf({ Principal: _, ...rest }: Statement): string {
  return renderPolicy('key', [rest]);
}

function joined(one: Statement, other: Statement): Statement {
  const [a, b] = [one.Principal as NamedPrincipal, other.Principal as NamedPrincipal];
  const kinds = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof NamedPrincipal)[];
  return { ...one, Principal: Object.fromEntries(kinds.map((kind) => [kind, [...listOf(a[kind]), ...listOf(b[kind])]])) };
}

/**
 * Statements that say the same of several principals become one; those that say different things under one Sid get
 * Sids of their own, made from what they say. So neither the order nor the grouping of the source is in the policy.
 */
export function mergeStatements(statements: readonly Statement[]): Statement[] {
  const bySaying = new Map<string, Statement>();
  for (const statement of statements) {
    const saying = sayingOf(statement);
    const known = bySaying.get(saying);
    bySaying.set(saying, known === undefined ? statement : joined(known, statement));
  }
  const all = [...bySaying];
  return all.map(([saying, statement]) => {
    const isAlone = all.filter(([, { Sid }]) => Sid === statement.Sid).length === 1;
    const digest = createHash('sha256').update(saying).digest('hex').slice(0, 8);
    return isAlone ? statement : { ...statement, Sid: `${statement.Sid}${digest}` };
  });
}
