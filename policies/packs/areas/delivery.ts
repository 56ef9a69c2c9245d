import type { PackEntry } from '../pack';

/** Load balancers and containers. */
export const delivery: readonly PackEntry[] = [];
