import type { Html } from './html';
import type { Subject } from './subject';

/** One chapter of the report. */
export interface Section {
  /** Its fragment: `#networks`. */
  readonly id: string;
  readonly title: string;
  /** What it answers, in one sentence. */
  readonly lead: string;
  /** What it says, piece by piece: of a thousand accounts no piece should be long. Nothing: the section is left out. */
  readonly content: (subject: Subject) => Iterable<Html>;
}
