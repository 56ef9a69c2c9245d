import { credentialLifeCycle } from '../../rules/access/credential-life-cycle';
import type { PackEntry } from '../pack';

/** Who may do what. */
export const access: readonly PackEntry[] = [{ rule: credentialLifeCycle, level: 'error' }];
