import { landingZone, type Universe } from '../../../../../policies';
import type { Pack } from '../../../../../policies/packs/pack';
import { controls } from '../../../../../policies/report/page/controls/controls';
import { review, type ReviewOptions } from '../../../../../policies/report/review';
import { rowsOf } from '../access/chapter';

/** The day of these tests. */
export const TODAY = '2026-11-29';

/** The markup of the chapter on a universe. */
export function chapterOf(universe: Universe, pack: Pack = landingZone, options: Partial<ReviewOptions> = {}): string {
  const subject = { title: 'acme', today: TODAY, universe, review: review(universe, pack, { today: TODAY, ...options }) };
  return [...controls.content(subject)].map(({ text }) => `${text}\n`).join('');
}

/** A line of a catalogue as readers see it: number, what it asks for, how, evidence, status. */
export function lineOf(markup: string, catalogue: string, number: string): string[] | undefined {
  return rowsOf(markup, `The controls of ${catalogue}`).find(([id]) => id === number);
}
