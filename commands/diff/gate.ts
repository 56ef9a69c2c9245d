import type { Change, Difference } from '../../policies/difference';

/** What `--fail-on` takes. */
export const GATES = ['replace', 'destroy', 'security'] as const;

/** One of them. */
export type Gate = (typeof GATES)[number];

const STOPS: Readonly<Record<Gate, (change: Change) => boolean>> = {
  // What isn't known may be a replacement.
  replace: ({ action }) => action === 'replaced' || action === 'unknown',
  destroy: ({ action }) => action === 'removed',
  security: ({ action, isSecurity }) => isSecurity && action !== 'moved',
};

/** Those of the gates that a difference doesn't pass. */
export function failed({ changes, doubts }: Difference, gates: readonly Gate[]): readonly Gate[] {
  const asked = GATES.filter((gate) => gates.includes(gate));
  return asked.filter((gate) => changes.some(STOPS[gate]) || (gate === 'replace' && doubts.length > 0));
}
