import type { PackEntry } from '../pack';

/** Trails and logs. */
export const logging: readonly PackEntry[] = [];
