import type { PackEntry } from '../packs/pack';
import { EXPIRED, UNMATCHED } from './accept';

/** What is held against suppressions themselves, as outputs list rules: no pack has them, and nothing accepts what they find. */
export const suppressionRules: readonly PackEntry[] = [
  { rule: { id: EXPIRED, summary: 'A suppression counts until its day, and no longer', judge: () => [] }, level: 'error' },
  { rule: { id: UNMATCHED, summary: 'A suppression accepts something', judge: () => [] }, level: 'error' },
];
