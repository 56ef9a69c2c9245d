import type { Decision } from '../../../../iam/decision';
import type { Inquiry } from '../../../../iam/inquiry/inquiry';
import type { PrincipalFact } from '../../../../model/identity/identity-facts';
import type { AssignmentFact } from '../../../../model/identity/permission-set';
import type { Statement } from '../../../../model/policy/policy';
import { Unknown } from '../../../../model/term';
import { conditionClause, conditionNoun } from './condition-words';
import { ANYONE, Names, type Trusted } from './trusted';

/** That a role trusts somebody, by one statement of its trust policy. */
export interface Trust {
  readonly trusted: Trusted;
  /** Whether they may assume it, with nothing said of the request. */
  readonly decision: Decision['decision'];
  /** What has to hold, as clauses. Empty where they may in any case, or may not. */
  readonly clauses: readonly string[];
  /** What the conditions are about, in a word each. */
  readonly nouns: readonly string[];
  /** Why they may not, or what isn't known besides. @default - the clauses say all */
  readonly why?: string;
}

/** A role with all whom it trusts. */
export interface TrustedRole {
  readonly role: PrincipalFact;
  readonly trusts: readonly Trust[];
}

function untold(why: string): Trust {
  return { trusted: { kind: 'untold', text: 'whoever it is' }, decision: 'unknown', clauses: [], nouns: [], why };
}

/** Whom a statement names; of all but some, that it is all but these. */
function namedBy({ principals }: Statement, names: Names): readonly Trusted[] {
  if (principals === undefined) return [];
  const named = principals.items.map((item) => names.meaning(item));
  if (!principals.except) return named;
  return [{ ...ANYONE, text: `anyone but ${named.map(({ text }) => text).join(', ')}` }];
}

function trustIn(inquiry: Inquiry, role: PrincipalFact, trusted: Trusted, { conditions }: Statement): Trust {
  const { asks, needs } = trusted;
  const clauses = [...conditions.map(conditionClause), ...(needs === undefined ? [] : [needs])];
  const nouns = [...new Set(conditions.map(({ key }) => conditionNoun(key)))];
  if (asks === undefined) return { trusted, decision: 'unknown', clauses, nouns };
  const { accountId, arn } = role;
  const { decision, by, why } = inquiry.ask({ ...asks, resource: { arn, ...(accountId === undefined ? {} : { accountId }) } });
  if (decision === 'denied') return { trusted, decision, clauses: [], nouns: [], why };
  if (decision === 'allowed') return { trusted, decision, clauses: [], nouns: [] };
  // What isn't known is whether the clauses hold, unless there are none, or another statement may refuse.
  const isTold = clauses.length > 0 && by !== 'explicit deny';
  return { trusted, decision, clauses, nouns, ...(isTold ? {} : { why }) };
}

/** Whoever is assigned a permission set comes by it: what its role trusts is IAM Identity Center. */
function assignedTo({ to, fact: { repeated } }: AssignmentFact): Trust {
  const trusted = { kind: 'assigned', text: to } as const;
  if (repeated === undefined) return { trusted, decision: 'allowed', clauses: [], nouns: [] };
  return { trusted, decision: 'unknown', clauses: [], nouns: [], why: repeated.why };
}

function trustsOf(inquiry: Inquiry, names: Names, role: PrincipalFact): readonly Trust[] {
  if (role.permissionSet !== undefined) return role.permissionSet.assignments.map(assignedTo);
  const policy = role.trust?.policy;
  if (policy === undefined) return [untold('its trust policy is not in the documents')];
  if (policy instanceof Unknown) return [untold(policy.why)];
  const [fault] = policy.faults;
  if (fault !== undefined) return [untold(`AWS refuses its trust policy: ${fault}`)];
  return policy.statements.flatMap((statement) =>
    statement.effect === 'Deny' ? [] : namedBy(statement, names).map((trusted) => trustIn(inquiry, role, trusted, statement)),
  );
}

/** Every role with those who may assume it, as its trust policy names them and every policy that has a say decides. */
export function* trustedRoles(inquiry: Inquiry): Generator<TrustedRole> {
  const names = new Names(inquiry);
  for (const { kind, principal } of inquiry.actors) {
    if (kind === 'role') yield { role: principal, trusts: trustsOf(inquiry, names, principal) };
  }
}
