import { findTextKey } from '../../model/arns';
import type { IdentityFacts, PrincipalFact } from '../../model/identity/identity-facts';
import type { Caller } from '../request';

const indexes = new WeakMap<IdentityFacts, ReadonlyMap<string, PrincipalFact>>();

function indexOf(facts: IdentityFacts): ReadonlyMap<string, PrincipalFact> {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const index = new Map<string, PrincipalFact>();
  for (const principal of facts.principals) {
    const key = findTextKey(principal.arn);
    if (key !== undefined) index.set(key, principal);
  }
  indexes.set(facts, index);
  return index;
}

/** The user or role of the documents that a caller is, or holds the credentials of. */
export function findPrincipal(facts: IdentityFacts, { kind, arn, roleArn }: Caller): PrincipalFact | undefined {
  if (kind !== 'user' && kind !== 'role-session') return undefined;
  const text = kind === 'user' ? arn : roleArn;
  const key = text === undefined ? undefined : findTextKey(text);
  return key === undefined ? undefined : indexOf(facts).get(key);
}
