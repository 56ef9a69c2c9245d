import type { PackEntry } from '../pack';

/** Databases. */
export const data: readonly PackEntry[] = [];
