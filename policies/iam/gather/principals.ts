import { findTextKey, mayEqual } from '../../model/arns';
import type { IdentityFacts, PrincipalFact } from '../../model/identity/identity-facts';
import type { PolicyText } from '../../model/policy/policy';
import type { ResourceFact } from '../../model/universe';
import type { Caller } from '../request';

/** Principals by what tells who they are: a question shouldn't walk over those of all accounts. */
interface Index {
  readonly byArn: ReadonlyMap<string, PrincipalFact>;
  readonly roleByArn: ReadonlyMap<string, PrincipalFact>;
  /** Roles of whose ARN a part isn't told. */
  readonly openRoles: readonly PrincipalFact[];
  readonly byFact: ReadonlyMap<ResourceFact, PrincipalFact>;
}

const indexes = new WeakMap<IdentityFacts, Index>();

function indexOf(facts: IdentityFacts): Index {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const byArn = new Map<string, PrincipalFact>();
  const roleByArn = new Map<string, PrincipalFact>();
  for (const principal of facts.principals) {
    const key = findTextKey(principal.arn);
    if (key === undefined) continue;
    byArn.set(key, principal);
    if (principal.kind === 'role' && !roleByArn.has(key)) roleByArn.set(key, principal);
  }
  const index = {
    byArn,
    roleByArn,
    openRoles: facts.principals.filter(({ kind, arn }) => kind === 'role' && typeof arn !== 'string'),
    byFact: new Map(facts.principals.map((principal) => [principal.fact, principal])),
  };
  indexes.set(facts, index);
  return index;
}

/** The role of an ARN. */
export function findRole(facts: IdentityFacts, arn: PolicyText): PrincipalFact | undefined {
  const key = findTextKey(arn);
  return key === undefined ? undefined : indexOf(facts).roleByArn.get(key);
}

/** Roles whose ARN may be this one, as far as it is told. */
export function rolesLike(facts: IdentityFacts, arn: PolicyText): readonly PrincipalFact[] {
  return indexOf(facts).openRoles.filter((role) => mayEqual(role.arn, arn));
}

/** The principal that a resource is. */
export function principalOf(facts: IdentityFacts, fact: ResourceFact | undefined): PrincipalFact | undefined {
  return fact === undefined ? undefined : indexOf(facts).byFact.get(fact);
}

/** The user or role of the documents that a caller is, or holds the credentials of. */
export function findPrincipal(facts: IdentityFacts, { kind, arn, roleArn }: Caller): PrincipalFact | undefined {
  if (kind !== 'user' && kind !== 'role-session') return undefined;
  const text = kind === 'user' ? arn : roleArn;
  const key = text === undefined ? undefined : findTextKey(text);
  return key === undefined ? undefined : indexOf(facts).byArn.get(key);
}
