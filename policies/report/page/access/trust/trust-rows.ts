import type { PrincipalFact } from '../../../../model/identity/identity-facts';
import type { Places } from '../places';
import type { Trust, TrustedRole } from './trust';

/** A trust seen from its role: what is of the role's own account is said so. */
export interface RowTrust extends Trust {
  /** Equal for those who are the same, or the same of each role's own account. */
  readonly node: string;
}

/** Roles that trust the same. */
export interface TrustRow {
  readonly roles: readonly PrincipalFact[];
  readonly trusts: readonly RowTrust[];
}

function seenFrom({ role, trusts }: TrustedRole, places: Places): readonly RowTrust[] {
  const seen = (text: string): string => places.withoutAccount(text, role.accountId);
  return trusts.map((trust) => ({ ...trust, node: JSON.stringify([trust.trusted.kind, seen(trust.trusted.text)]) }));
}

/** Roles of which only their accounts differ, together, in the order of the documents. */
export function trustRows(roles: Iterable<TrustedRole>, places: Places): readonly TrustRow[] {
  const rows = new Map<string, { readonly roles: PrincipalFact[]; readonly trusts: readonly RowTrust[] }>();
  for (const trusted of roles) {
    const { role } = trusted;
    const trusts = seenFrom(trusted, places);
    const key = JSON.stringify([
      places.withoutAccount(role.name ?? role.fact.address, role.accountId),
      trusts.map(({ node, decision, clauses, why = '' }) => [
        node,
        decision,
        [...clauses, why].map((text) => places.withoutAccount(text, role.accountId)),
      ]),
    ]);
    const row = rows.get(key) ?? { roles: [], trusts };
    rows.set(key, row);
    row.roles.push(role);
  }
  return [...rows.values()];
}
