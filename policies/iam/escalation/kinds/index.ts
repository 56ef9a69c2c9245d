import { HELD_ROLES } from './held-roles';
import type { EscalationKind } from './kind';
import { OTHERS_RIGHTS } from './others-rights';
import { OWN_RIGHTS } from './own-rights';
import { PASSED_ROLES } from './passed-roles';

export type { EscalationKind, Need, Step } from './kind';

/** Every way that is known here. */
export const ESCALATION_KINDS: readonly EscalationKind[] = [...OWN_RIGHTS, ...OTHERS_RIGHTS, ...PASSED_ROLES, ...HELD_ROLES];
