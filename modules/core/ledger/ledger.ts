import { ProblemList } from '../input-error';
import { asProblem, findCollisions } from './collisions';
import { type Entry, idOf, renderAllocation } from './entry';
import { readLines } from './read-lines';

/** Code units, never a locale: the file is the same on every machine. */
function byId(a: Entry, b: Entry): number {
  const [x, y] = [idOf(a), idOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Every address, number and name that was ever given, by the names of what it was given to. Never changed in place. */
export class Ledger {
  readonly #byId: ReadonlyMap<string, Entry>;

  private constructor(
    /** Sorted as in the file. */
    readonly entries: readonly Entry[],
  ) {
    this.#byId = new Map(entries.map((entry) => [idOf(entry), entry]));
  }

  /** A ledger in which nothing is given yet. */
  static readonly empty = new Ledger([]);

  /** A ledger of entries that don't collide. */
  static of(entries: Iterable<Entry>): Ledger {
    return new Ledger([...entries].sort(byId));
  }

  /**
   * Reads addresses.lock.json.
   * @throws InputError LZ-LEDGER-1 not a line, LZ-LEDGER-2 key, LZ-LEDGER-3 value, LZ-LEDGER-4 to 9 collisions, LZ-CIDR-n
   */
  static parse(text: string, file: string): Ledger {
    const problems = new ProblemList();
    const entries = readLines(text, file, problems);
    for (const collision of findCollisions(entries)) problems.add(asProblem(collision, file));
    problems.throwIfAny();
    return Ledger.of(entries);
  }

  /** The entry of this kind and key, written `vpc dev/eu-west-1/three-tier`. */
  find(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  /** Number of the last synth that changed the ledger. */
  get generation(): number {
    return this.entries.reduce((most, entry) => Math.max(most, entry.generation), 0);
  }

  /** Freed entries, whose addresses and numbers aren't given again until they are pruned. */
  get tombstones(): readonly Entry[] {
    return this.entries.filter((entry) => entry.state === 'freed');
  }

  /** The ledger without its tombstones: for when Terraform has destroyed what they stood for. */
  prune(): Ledger {
    return new Ledger(this.entries.filter((entry) => entry.state !== 'freed'));
  }

  /** The file: one line for each allocation, in an order and form that depend on nothing else. */
  render(): string {
    const lines = this.entries.map((entry) => {
      const value = `${renderAllocation(entry)} #${String(entry.generation)}`;
      return `  ${JSON.stringify(idOf(entry))}: ${JSON.stringify(value)},\n`;
    });
    return `{\n${lines.join('')}  "~": ""\n}\n`;
  }
}

/**
 * Reads a ledger whose entries may collide, as a merge leaves it: for `resolveLedger` only.
 * @throws InputError LZ-LEDGER-1 to 3, LZ-CIDR-n
 */
export function readColliding(text: string, file: string): Entry[] {
  const problems = new ProblemList();
  const entries = readLines(text, file, problems);
  problems.throwIfAny();
  return entries;
}
