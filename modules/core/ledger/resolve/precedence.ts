import { suggestName } from '../../text/did-you-mean';
import { asWritten, ProblemList } from '../../input-error';
import { type Entry, idOf, renderAllocation } from '../entry';
import type { Ledger } from '../ledger';

/** `vpc dev/eu-west-1/three-tier`, or with `=10.0.16.0/20` where two lines have the same key. */
function isNamed(entry: Entry, text: string): boolean {
  return text === idOf(entry) || text === `${idOf(entry)}=${entry.value}`;
}

function where(entry: Entry): string {
  const line = entry.line === undefined ? '' : ` of line ${String(entry.line)}`;
  return `${idOf(entry)} ${renderAllocation(entry)} #${String(entry.generation)}${line}`;
}

/** Which of two colliding entries stays: the base's, then one that was named, then the older, then one in use. */
export class Precedence {
  readonly problems = new ProblemList();

  constructor(
    readonly base: Ledger | undefined,
    readonly keep: readonly string[],
    entries: readonly Entry[],
  ) {
    for (const text of keep.filter((name) => !entries.some((entry) => isNamed(entry, name)))) {
      const problem = 'no entry of the ledger has this key';
      this.problems.add({
        subject: '--keep',
        problem,
        got: asWritten(text),
        remedy: suggestName(text, entries.map(idOf)),
        code: 'LZ-LEDGER-20',
      });
    }
  }

  isInBase(entry: Entry): boolean {
    return this.base?.find(idOf(entry))?.value === entry.value;
  }

  #rank(entry: Entry): number {
    if (this.isInBase(entry)) return 0;
    return this.keep.some((text) => isNamed(entry, text)) ? 1 : 2;
  }

  /** Below 0 when `a` stays, above when `b` does, 0 when nothing tells. */
  compare(a: Entry, b: Entry): number {
    return (
      this.#rank(a) - this.#rank(b) || a.generation - b.generation || Number(a.state === 'freed') - Number(b.state === 'freed')
    );
  }

  /** Notes that nothing tells which of the two is newer. */
  reportTie(a: Entry, b: Entry): void {
    const name = (entry: Entry): string => (idOf(a) === idOf(b) ? `${idOf(entry)}=${entry.value}` : idOf(entry));
    const remedy = `say which one stays: --base with the branch that was first, or --keep "${name(a)}" or --keep "${name(b)}"`;
    this.problems.add({
      subject: where(b),
      problem: `it collides with ${where(a)}, and neither is newer`,
      remedy,
      code: 'LZ-LEDGER-19',
    });
  }

  /** @throws InputError LZ-LEDGER-12, LZ-LEDGER-13, LZ-LEDGER-19, LZ-LEDGER-20 */
  throwIfAny(): void {
    this.problems.throwIfAny();
  }

  /** An allocation that can't be moved anywhere. */
  reportFull(entry: Entry, room: string): void {
    const remedy = 'prune tombstones (plinth ledger prune) on one of the branches and merge again';
    this.problems.add({ subject: where(entry), problem: `it has to move, but ${room} is full`, remedy, code: 'LZ-LEDGER-12' });
  }
}
