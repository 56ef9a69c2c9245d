import type { Control, Standard } from './control';

/** How far a control is answered: `partly` leaves something to others, `open` all of it. */
export type Coverage = 'answered' | 'partly' | 'open';

/** How far one control is answered. */
export function coverageOf({ answers, open }: Control): Coverage {
  if (answers.length === 0) return 'open';
  return open === undefined ? 'answered' : 'partly';
}

/** One line of a catalogue: an id that several controls here may share, or one control of several ids. */
export interface CoveredId {
  readonly id: string;
  readonly controls: readonly Control[];
  readonly coverage: Coverage;
}

/** An id that several controls share is answered where all of them are, and open where none is at all. */
function together(controls: readonly Control[]): Coverage {
  const each = new Set(controls.map(coverageOf));
  const [only] = each;
  return each.size === 1 && only !== undefined ? only : 'partly';
}

/** By number: `2.10` stands behind `2.9`. Made once: a collator costs more than all that it compares. */
const NUMBERS = new Intl.Collator('en', { numeric: true });

/** Every id of a catalogue that the controls name, in the catalogue's order. */
export function coverageOfStandard(controls: readonly Control[], standard: Standard): readonly CoveredId[] {
  const byId = new Map<string, Control[]>();
  for (const control of controls) {
    for (const id of control.ids[standard] ?? []) byId.set(id, [...(byId.get(id) ?? []), control]);
  }
  return [...byId]
    .map(([id, named]) => ({ id, controls: named, coverage: together(named) }))
    .sort((one, other) => NUMBERS.compare(one.id, other.id));
}
