import type { EscalationKind } from './kind';
import { OTHERS_RIGHTS, OWN_RIGHTS } from './own-rights';
import { HELD_ROLES, PASSED_ROLES } from './passed-roles';

/** Every way that is known here. */
export const ESCALATION_KINDS: readonly EscalationKind[] = [...OWN_RIGHTS, ...OTHERS_RIGHTS, ...PASSED_ROLES, ...HELD_ROLES];
