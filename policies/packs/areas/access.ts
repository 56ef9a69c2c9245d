import { credentialLifeCycle } from '../../rules/access/credential-life-cycle';
import { escalation } from '../../rules/access/escalation';
import type { PackEntry } from '../pack';

/** Who may do what. */
export const access: readonly PackEntry[] = [
  { rule: credentialLifeCycle, level: 'error' },
  { rule: escalation, level: 'error' },
];
