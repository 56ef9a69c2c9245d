import type { PackEntry } from '../pack';

/** Keys. */
export const encryption: readonly PackEntry[] = [];
