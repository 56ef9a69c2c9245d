import type { PackEntry } from '../pack';

/** Buckets. */
export const storage: readonly PackEntry[] = [];
