import { setNoun } from '../../../../iam/inquiry/called';
import type { PrincipalFact } from '../../../../model/identity/identity-facts';
import { groupAlike } from '../../alike';
import type { Places } from '../places';
import type { Trust, TrustedRole } from './trust';

/** A trust seen from its role: what is of the role's own account is said so. */
export interface RowTrust extends Trust {
  /** Equal for those who are the same, or the same of each role's own account. */
  readonly node: string;
}

/** A role with its trusts, seen from it. */
interface SeenRole {
  readonly role: PrincipalFact;
  readonly trusts: readonly RowTrust[];
}

/** Roles that trust the same. */
export interface TrustRow {
  readonly roles: readonly PrincipalFact[];
  readonly trusts: readonly RowTrust[];
}

/** What a role is called within its account. */
export function labelOf({ name, fact, permissionSet }: PrincipalFact): string {
  return permissionSet === undefined ? (name ?? fact.address) : setNoun(permissionSet);
}

function seenFrom({ role, trusts }: TrustedRole, places: Places): readonly RowTrust[] {
  const seen = (text: string): string => places.withoutAccount(text, role.accountId);
  return trusts.map((trust) => ({ ...trust, node: JSON.stringify([trust.trusted.kind, seen(trust.trusted.text)]) }));
}

/** Equal for roles of which only their accounts differ. */
function shapeOf({ role, trusts }: SeenRole, places: Places): string {
  const seen = (text: string): string => places.withoutAccount(text, role.accountId);
  const shapes = trusts.map(({ node, decision, clauses, why = '' }) => [node, decision, [...clauses, why].map(seen)]);
  return JSON.stringify([seen(labelOf(role)), shapes]);
}

/** Roles of which only their accounts differ, together, in the order of the documents. */
export function trustRows(roles: readonly TrustedRole[], places: Places): readonly TrustRow[] {
  const seen = roles.map((trusted): SeenRole => ({ role: trusted.role, trusts: seenFrom(trusted, places) }));
  const alike = groupAlike(
    seen,
    (one) => shapeOf(one, places),
    ({ role }) => role,
  );
  return alike.map(({ first: { trusts }, members }) => ({ roles: members, trusts }));
}
