import { accounts } from './accounts';
import { acls } from './acls';
import { blockPublicAccess } from './block-public-access';
import type { Case } from './case';
import { elements } from './elements';
import { guardrails } from './guardrails';
import { keysAndRoles } from './keys-and-roles';
import { namings } from './namings';
import { operators } from './operators';
import { permissionSets } from './permission-sets';
import { unknownPolicies } from './unknown-policies';
import { unknowns } from './unknowns';

/** Every case by its theme. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  ...accounts,
  ...namings,
  ...keysAndRoles,
  ...blockPublicAccess,
  ...acls,
  ...guardrails,
  ...permissionSets,
  ...elements,
  ...operators,
  ...unknowns,
  ...unknownPolicies,
};
