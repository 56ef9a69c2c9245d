import type { PackEntry } from '../pack';

/** The text of policies. */
export const policy: readonly PackEntry[] = [];
