import { deepStrictEqual, strictEqual } from 'node:assert';

import { InputError } from '../../../../modules/core/input-error';
import { Ledger } from '../../../../modules/core/ledger';
import { applyEdit, type Editor } from './edits';
import { doubleNames, naiveCollisions } from './oracle';
import { type Given, type Snapshot, synth } from './synth';
import type { Edit, World } from './world';

/** What a user may run into and takes back; every other refusal would be a defect here. */
export const TAKEN_BACK: readonly string[] = ['LZ-LEDGER-10', 'LZ-LEDGER-12', 'LZ-LEDGER-13', 'LZ-LEDGER-17'];

/** A configuration with its ledger, edited and synthesised in turn, with the laws checked at every step. */
export class History {
  /** Also of what was removed, as long as its tombstones stand. */
  readonly memory: Map<string, Given>;
  /** How many edits changed something. */
  accepted = 0;

  constructor(
    public world: World,
    public ledger: Ledger,
    readonly editor: Editor,
    memory: Snapshot = new Map(),
  ) {
    this.memory = new Map(memory);
  }

  /** A copy to go another way from here. */
  branch(editor: Editor): History {
    return new History(this.world, this.ledger, editor, this.memory);
  }

  prune(): void {
    this.ledger = this.ledger.prune();
    const { given } = synth(this.ledger, this.world);
    for (const key of this.memory.keys()) if (!given.has(key)) this.memory.delete(key);
    this.accepted++;
  }

  /** Applies an edit and synthesises; an edit that is refused is taken back, as its author would. */
  edit(edit: Edit, renames = true): void {
    this.adopt(applyEdit(this.world, edit, this.editor, renames));
  }

  /** Answers whether the ledger took it. */
  adopt(world: World, takenBack = TAKEN_BACK): boolean {
    const result = this.#attempt(world, takenBack);
    if (result === undefined) return false;
    // An edit that found nothing to change is none.
    if (JSON.stringify(world) !== JSON.stringify(this.world)) this.accepted++;
    [this.world, this.ledger] = [world, result.ledger];
    this.#remember(result.given);
    deepStrictEqual(naiveCollisions(this.ledger.entries), []);
    deepStrictEqual(doubleNames(this.ledger), []);
    return true;
  }

  /** Asking the same again, from the file and in another order, gives the same and changes nothing. */
  expectStable(): void {
    const text = this.ledger.render();
    const again = Ledger.parse(text, 'addresses.lock.json');
    strictEqual(again.render(), text);
    const turned = applyEdit(this.world, { op: 17, a: 0, b: 0 }, this.editor);
    const [same, other] = [synth(again, this.world), synth(again, turned)];
    deepStrictEqual(same.changes, []);
    strictEqual(same.ledger.render(), text);
    deepStrictEqual(other.changes, []);
    deepStrictEqual(other.given, same.given);
  }

  #attempt(world: World, takenBack: readonly string[]): ReturnType<typeof synth> | undefined {
    try {
      return synth(this.ledger, world);
    } catch (error) {
      if (error instanceof InputError && error.problems.every(({ code }) => takenBack.includes(code))) return undefined;
      throw error;
    }
  }

  /** What survives keeps its CIDR, number and physical name. */
  #remember(given: Snapshot): void {
    const moved = [...given].filter(([key, now]) => {
      const before = this.memory.get(key);
      return before?.under === now.under && before.value !== now.value;
    });
    deepStrictEqual(moved, []);
    for (const [key, now] of given) this.memory.set(key, now);
  }
}
