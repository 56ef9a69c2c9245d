import type { PackEntry } from '../pack';

/** Secrets. */
export const secrets: readonly PackEntry[] = [];
