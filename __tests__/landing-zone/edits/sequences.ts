import * as fc from 'fast-check';

import { Cidr } from '../../../modules/core/cidr';
import { Ledger, readColliding, resolveLedger } from '../../../modules/core/ledger';
import { Editor } from './edit';
import { History, MOST_EDITS } from './history';
import { mergeLines, mergeWorlds } from './merge';
import type { World } from './world';

export const anyEdit = fc.record({ op: fc.nat(MOST_EDITS), a: fc.nat(999), b: fc.nat(999), c: fc.nat(999) });

const FILE = 'addresses.lock.json';
const ADDRESSES = { pool: Cidr.parse('10.0.0.0/12'), reserved: [Cidr.parse('10.0.32.0/19')] };

/** Two accounts with a network each, peered, so that the first edits have something to edit. */
function firstWorld(editor: Editor): World {
  const account = (id: string, network: string) => ({
    id,
    lifecycle: 'living' as const,
    regions: { 'eu-west-1': true as const },
    networks: { [network]: { lifecycle: 'living' as const } },
  });
  return {
    accounts: { ada: account('200000000000', 'core'), bob: account('200000000001', 'shop') },
    networks: { core: editor.network(0), shop: editor.network(1) },
    peerings: { 'bob/shop ada/core': true },
  };
}

/** A configuration that was planned once. */
export function begin(): History {
  const editor = new Editor('x');
  const history = new History({ accounts: {}, networks: {}, peerings: {} }, Ledger.empty, editor);
  history.adopt(firstWorld(editor));
  return history;
}

const step = fc.oneof(
  { weight: 40, arbitrary: anyEdit.map((edit) => (history: History) => void history.edit(edit)) },
  { weight: 4, arbitrary: anyEdit.map((edit) => (history: History) => history.detour(edit)) },
  { weight: 1, arbitrary: fc.constant((history: History) => history.prune()) },
);

/** Runs sequences of a hundred edits, all laws held at each; how many edits the configuration took. */
export function editInSequences(numRuns: number): number {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), (steps) => {
      const history = begin();
      for (const [i, take] of steps.entries()) {
        take(history);
        if (i % 20 === 0) history.expectStable();
      }
      history.expectStable();
      accepted += history.accepted;
    }),
    // Shrinking a hundred edits takes minutes; seed and path of the report bring the same ones back.
    { numRuns, endOnFailure: true },
  );
  return accepted;
}

/** Edits two branches apart and merges them, all laws held on our side; how many merges had to be resolved. */
export function editApart(numRuns: number): number {
  const edits = (length: number) => fc.array(anyEdit, { minLength: length, maxLength: length });
  let collided = 0;
  fc.assert(
    fc.property(edits(12), edits(8), edits(8), edits(4), (first, ourEdits, theirEdits, later) => {
      const base = begin();
      for (const edit of first) base.edit(edit);
      base.adopt(base.world);
      const [ours, theirs] = [base.branch(new Editor('o')), base.branch(new Editor('t'))];
      for (const edit of ourEdits) ours.edit(edit);
      for (const edit of theirEdits) theirs.editApart(edit);
      const lines = mergeLines(base.ledger.render(), ours.ledger.render(), theirs.ledger.render());
      const { ledger, moved } = resolveLedger(readColliding(lines, FILE), { ...ADDRESSES, base: ours.ledger });
      const after = new History(ours.world, ledger, ours.editor, ours);
      const world = mergeWorlds(base.world, ours.world, theirs.world);
      // What both branches made and can't be at once is for their authors to settle.
      fc.pre(world !== undefined && after.adopt(world));
      if (moved.length > 0) collided++;
      for (const edit of later) after.edit(edit);
      after.expectStable();
    }),
    // Shrinking a hundred edits takes minutes; seed and path of the report bring the same ones back.
    { numRuns, endOnFailure: true },
  );
  return collided;
}
