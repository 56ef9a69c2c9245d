import { deepStrictEqual } from 'node:assert';

import { InputError } from '../../../modules/core/input-error';
import { formerNamesOf } from '../../../modules/core/resource-name';
import { Ledger } from '../../../modules/core/ledger';
import { type NetworkPlans, planNetworks } from '../../../modules/landing-zone';
import { CONNECTION_EDITS } from './connections';
import { type Change, type Edit, type Editor } from './edit';
import { PLACE_EDITS, resizeTier } from './places';
import { forget, RENAME_EDITS, reorder } from './renames';
import { type Given, SINGLE_NAT, type Snapshot, snapshot } from './snapshot';
import { tidy } from './tidy';
import { renderWorld, type World } from './world';

/** Edits that leave no trace when they are taken back. */
const REVERSIBLE: readonly Change[] = [...PLACE_EDITS, ...CONNECTION_EDITS, reorder];
/** Edits that both branches may do. */
const MERGEABLE: readonly Change[] = [...REVERSIBLE, forget, resizeTier];
const EDITS: readonly Change[] = [...MERGEABLE, ...RENAME_EDITS];
/** Edits that AWS can answer without making anything anew. */
export const HARMLESS: readonly Change[] = [...REVERSIBLE, forget, ...RENAME_EDITS];
export const MOST_EDITS = EDITS.length - 1;

/** What a user may run into and takes back; every other refusal would be a defect. */
const TAKEN_BACK = /^LZ-(LEDGER-(10|12|13|14|15|17)|FLOW-\d+)$/;

/** A configuration with its ledger, edited and planned in turn, with the laws checked at every step. */
export class History {
  /** Also of what was removed, as long as its tombstones stand. */
  readonly #memory: Map<string, Given>;
  #current: Snapshot;
  accepted = 0;
  refused = 0;

  constructor(
    public world: World,
    public ledger: Ledger,
    readonly editor: Editor,
    former?: History,
  ) {
    this.#memory = new Map(former?.remembered ?? []);
    this.#current = former?.current ?? new Map();
  }

  get remembered(): Snapshot {
    return this.#memory;
  }

  get current(): Snapshot {
    return this.#current;
  }

  /** A copy to go another way from here. */
  branch(editor: Editor): History {
    return new History(this.world, this.ledger, editor, this);
  }

  /** Applies an edit and plans it; an edit that is refused is taken back, as its author would. */
  edit(edit: Edit, edits = EDITS): boolean {
    const world = structuredClone(this.world);
    edits[edit.op % edits.length]!(world, edit, this.editor);
    return this.adopt(tidy(world));
  }

  /** An edit beside others, on another branch. */
  editApart(edit: Edit): void {
    this.edit(edit, MERGEABLE);
  }

  /** Makes an edit and takes it back, with a plan in between: all is as before, but where a NAT gateway went meanwhile. */
  detour(edit: Edit): void {
    const [world, before] = [this.world, this.#current];
    if (!this.edit(edit, REVERSIBLE) || !this.adopt(world)) return;
    const settled = (given: Snapshot): Snapshot => new Map([...given].filter(([id]) => !/(^| |-)nat /.test(id)));
    deepStrictEqual(textOf(settled(this.#current)), textOf(settled(before)));
  }

  prune(): void {
    this.ledger = this.ledger.prune();
    for (const id of this.#memory.keys()) if (!this.#current.has(id)) this.#memory.delete(id);
  }

  /** Answers whether the ledger took it. */
  adopt(world: World): boolean {
    const plans = this.#attempt(world);
    if (plans === undefined) {
      this.refused++;
      return false;
    }
    this.accepted++;
    this.#checkLaws(snapshot(plans, world));
    [this.world, this.ledger] = [world, plans.ledger];
    return true;
  }

  /** Planning the same again, from the file and in another order, gives the same and changes nothing. */
  expectStable(): void {
    const turned = structuredClone(this.world);
    reorder(turned, { op: 0, a: 0, b: 0, c: 0 }, this.editor);
    const again = planNetworks(renderWorld(turned), Ledger.parse(this.ledger.render(), 'addresses.lock.json'));
    deepStrictEqual(again.changes, []);
    deepStrictEqual(textOf(snapshot(again, turned)), textOf(this.#current));
  }

  #attempt(world: World): NetworkPlans | undefined {
    try {
      return planNetworks(renderWorld(world), this.ledger);
    } catch (error) {
      if (error instanceof InputError && error.problems.every(({ code }) => TAKEN_BACK.test(code))) return undefined;
      throw error;
    }
  }

  /** What survives an edit keeps CIDR, number and physical name, and its address or a move from it. */
  #checkLaws(now: Snapshot): void {
    const isMoved = (id: string, given: Given): boolean => {
      if (id.startsWith(SINGLE_NAT)) return isNatMoved(this.#current.get(id), given);
      const before = this.#memory.get(id);
      return before?.under === given.under && before.value !== given.value;
    };
    const isRebuilt = (id: string, { name }: Given): boolean => {
      const before = this.#current.get(id)?.name.current;
      return before !== undefined && before !== name.current && !formerNamesOf(name).includes(before);
    };
    const broken = [...now].filter(([id, given]) => isMoved(id, given) || isRebuilt(id, given));
    deepStrictEqual(
      broken.map(([id, given]) => ({ id, given, before: this.#memory.get(id), last: this.#current.get(id) })),
      [],
    );
    for (const [id, given] of now) this.#memory.set(id, given);
    this.#current = now;
  }
}

/** A single NAT gateway that nobody gave a zone stays in its own as long as the network has it. */
function isNatMoved(before: Given | undefined, { value, under }: Given): boolean {
  return before !== undefined && before.value !== value && under.split(',').includes(before.value);
}

/** A snapshot as plain text that can be compared. */
function textOf(current: Snapshot): Map<string, string> {
  return new Map(
    [...current].map(([id, { value, name }]) => [id, `${value} ${[name.current, ...formerNamesOf(name)].join(' ')}`]),
  );
}
