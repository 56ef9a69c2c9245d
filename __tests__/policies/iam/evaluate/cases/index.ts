import { accounts } from './accounts';
import type { Case } from './case';
import { elements } from './elements';
import { guardrails } from './guardrails';
import { keysAndRoles } from './keys-and-roles';
import { namings } from './namings';
import { operators } from './operators';
import { unknownPolicies } from './unknown-policies';
import { unknowns } from './unknowns';

/** Every case by its theme. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  ...accounts,
  ...namings,
  ...keysAndRoles,
  ...guardrails,
  ...elements,
  ...operators,
  ...unknowns,
  ...unknownPolicies,
};
