import type { PackEntry } from '../pack';

/** Users, roles and the organisation. */
export const identity: readonly PackEntry[] = [];
