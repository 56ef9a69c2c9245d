import { findTextKey, mayEqual, partsOf } from '../../model/arns';
import type { IdentityFacts, PrincipalFact } from '../../model/identity/identity-facts';
import type { PolicyText } from '../../model/policy/policy';
import type { ResourceFact } from '../../model/universe';
import type { Caller } from '../request';

/** Principals by what tells who they are: a question shouldn't walk over those of all accounts. */
interface Index {
  /** Undefined where several have one, as documents may that contradict each other. */
  readonly byArn: ReadonlyMap<string, PrincipalFact | undefined>;
  /** Roles of whose ARN a part isn't told. */
  readonly openRoles: readonly PrincipalFact[];
  readonly byFact: ReadonlyMap<ResourceFact, PrincipalFact>;
  /** Roles of permission sets by account and set; undefined where several have the same. */
  readonly bySet: ReadonlyMap<string, PrincipalFact | undefined>;
}

/** What stands for a part of an ARN that isn't told: a letter for private use, which is in none. */
const HOLE = '\uE000';
/** The name of a set has no slash, and what AWS adds no letter beyond f. */
const OF_SET =
  /^arn:[^:]*:iam::(\d{12}):role\/aws-reserved\/sso\.amazonaws\.com\/(?:[^/]*\/|\uE000)?AWSReservedSSO_([^/]+)_[0-9a-f]{16}$/;

/** The resources that a principal is called by. */
export function factsOf({ fact, permissionSet }: PrincipalFact): readonly ResourceFact[] {
  return permissionSet?.assignments.map((one) => one.fact) ?? [fact];
}

const indexes = new WeakMap<IdentityFacts, Index>();

function indexOf(facts: IdentityFacts): Index {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const byArn = new Map<string, PrincipalFact | undefined>();
  const bySet = new Map<string, PrincipalFact | undefined>();
  for (const principal of facts.principals) {
    const { accountId, permissionSet: { name: set } = {} } = principal;
    if (accountId !== undefined && set !== undefined) {
      const place = `${accountId} ${set}`;
      bySet.set(place, bySet.has(place) ? undefined : principal);
    }
    const key = findTextKey(principal.arn);
    if (key !== undefined) byArn.set(key, byArn.has(key) ? undefined : principal);
  }
  const index = {
    byArn,
    openRoles: facts.principals.filter(({ kind, arn }) => kind === 'role' && typeof arn !== 'string'),
    byFact: new Map(facts.principals.flatMap((principal) => factsOf(principal).map((fact) => [fact, principal] as const))),
    bySet,
  };
  indexes.set(facts, index);
  return index;
}

/**
 * The role of a permission set by an ARN with the digits that only AWS tells: an account has one role of a set, and one
 * organisation one set of a name.
 */
export function findRoleOfSet(facts: IdentityFacts, arn: PolicyText): PrincipalFact | undefined {
  const flat = partsOf(arn)
    .map((part) => (typeof part === 'string' ? part : HOLE))
    .join('');
  const [, accountId, set] = OF_SET.exec(flat) ?? [];
  return accountId === undefined || set === undefined ? undefined : indexOf(facts).bySet.get(`${accountId} ${set}`);
}

function findByArn(facts: IdentityFacts, arn: PolicyText): PrincipalFact | undefined {
  const key = findTextKey(arn);
  return key === undefined ? undefined : indexOf(facts).byArn.get(key);
}

/** The role of an ARN. */
export function findRole(facts: IdentityFacts, arn: PolicyText): PrincipalFact | undefined {
  const known = findByArn(facts, arn);
  return known?.kind === 'role' ? known : findRoleOfSet(facts, arn);
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
  if (text === undefined) return undefined;
  return findByArn(facts, text) ?? (kind === 'role-session' ? findRoleOfSet(facts, text) : undefined);
}
