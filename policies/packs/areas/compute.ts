import type { PackEntry } from '../pack';

/** Machines. */
export const compute: readonly PackEntry[] = [];
