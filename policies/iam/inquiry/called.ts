import type { PrincipalFact } from '../../model/identity/identity-facts';
import type { PermissionSetFact } from '../../model/identity/permission-set';

/** More names than these help nobody. */
const MOST_NAMED = 3;

function joined(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${String(more)} more`] : shown;
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** `permission set Ops`. */
export function setNoun({ name }: PermissionSetFact): string {
  return name === undefined ? "a permission set that isn't told" : `permission set ${name}`;
}

/** `permission set Ops for group Operators and user ann`, wherever they have it; undefined for whoever has no permission set. */
export function findSetName({ permissionSet }: PrincipalFact): string | undefined {
  if (permissionSet === undefined) return undefined;
  const { assignments } = permissionSet;
  return `${setNoun(permissionSet)} for ${joined([...new Set(assignments.map(({ to }) => to))])}`;
}

/** What people call somebody: by the key of the resource, or by permission set and account, since no resource makes its role. */
export function calledOf(principal: PrincipalFact): string {
  const set = findSetName(principal);
  const { fact, accountId = "an account that isn't told" } = principal;
  return set === undefined ? fact.key : `${set} in ${accountId} (${fact.key})`;
}
