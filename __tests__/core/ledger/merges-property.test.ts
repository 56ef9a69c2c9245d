import { deepStrictEqual } from 'node:assert';

import * as fc from 'fast-check';

import { type Entry, idOf, Ledger, readColliding, resolveLedger } from '../../../modules/core/ledger';
import { Editor, EDITS, firstWorld } from './model/edits';
import { History, TAKEN_BACK } from './model/history';
import { mergeLines, mergeWorlds } from './model/merge';
import { naiveCollisions } from './model/oracle';
import { ADDRESSES } from './model/synth';
import type { Edit } from './model/world';

const edits = (minLength: number, maxLength: number) =>
  fc.array(fc.record({ op: fc.nat(EDITS.length - 1), a: fc.nat(999), b: fc.nat(999) }), { minLength, maxLength });
const FILE = 'addresses.lock.json';

function begin(first: readonly Edit[]): History {
  const editor = new Editor('x');
  const history = new History({ accounts: {} }, Ledger.empty, editor);
  history.adopt(firstWorld(editor));
  for (const edit of first) history.edit(edit);
  history.adopt(structuredClone(history.world));
  return history;
}

/** Entries of the base that are in the merged file, and whose range and block are too. */
function standing(base: Ledger, merged: readonly Entry[]): Entry[] {
  const lines = new Set(merged.map((entry) => `${idOf(entry)} ${entry.value}`));
  const stands = (entry: Entry): boolean => {
    if (base.find(idOf(entry))?.value !== entry.value || !lines.has(`${idOf(entry)} ${entry.value}`)) return false;
    const hostKinds = entry.kind === 'tier' ? ['vpc', 'range'] : entry.kind === 'subnet' ? ['tier'] : [];
    if (hostKinds.length === 0) return true;
    const owner = entry.key
      .split('/')
      .slice(0, entry.kind === 'tier' ? 3 : 4)
      .join('/');
    const hosts = base.entries.filter(
      (host) => hostKinds.includes(host.kind) && (host.key.replace(/~.*/, '') === owner || host.key.startsWith(`${owner}/`)),
    );
    return hosts.some((host) => host.cidr?.covers(entry.cidr!) === true && stands(host));
  };
  return base.entries.filter(stands);
}

describe('a merge of two branches, then resolve', () => {
  it('leaves no collision and moves nothing that stands in the base, over 300 pairs of branches and 3,000 edits, renames and prunes among them', () => {
    let [collided, changed] = [0, 0];
    fc.assert(
      fc.property(edits(0, 10), edits(1, 10), edits(1, 10), fc.boolean(), (first, ourEdits, theirEdits, prunes) => {
        const base = begin(first);
        const [ours, theirs] = [base.branch(new Editor('o')), base.branch(new Editor('t'))];
        if (prunes) theirs.prune();
        for (const edit of ourEdits) ours.edit(edit);
        for (const edit of theirEdits) theirs.edit(edit);
        const merged = readColliding(mergeLines(base.ledger.render(), ours.ledger.render(), theirs.ledger.render()), FILE);
        changed += base.accepted + ours.accepted + theirs.accepted;
        if (naiveCollisions(merged).length > 0) collided++;
        const { ledger } = resolveLedger(merged, { ...ADDRESSES, base: ours.ledger });
        deepStrictEqual(naiveCollisions(ledger.entries), []);
        deepStrictEqual(Ledger.parse(ledger.render(), FILE).render(), ledger.render());
        const moved = standing(ours.ledger, merged).filter((entry) => ledger.find(idOf(entry))?.value !== entry.value);
        deepStrictEqual(moved.map(idOf), []);
      }),
      { numRuns: 300 },
    );
    expect(collided).toBeGreaterThan(50);
    expect(changed).toBeGreaterThan(3000);
  });

  it('keeps what survives on our side through the merge and further edits, over 100 pairs of branches', () => {
    let merges = 0;
    fc.assert(
      fc.property(edits(0, 10), edits(1, 8), edits(1, 8), edits(4, 8), (first, ourEdits, theirEdits, later) => {
        const base = begin(first);
        const [ours, theirs] = [base.branch(new Editor('o')), base.branch(new Editor('t'))];
        for (const edit of ourEdits) ours.edit(edit);
        for (const edit of theirEdits) theirs.edit(edit, false);
        const merged = mergeLines(base.ledger.render(), ours.ledger.render(), theirs.ledger.render());
        const { ledger } = resolveLedger(readColliding(merged, FILE), { ...ADDRESSES, base: ours.ledger });
        const after = new History(mergeWorlds(base.world, ours.world, theirs.world), ledger, ours.editor, ours.memory);
        // Both sides may have stated one range, or one ended the VPC that the other replaced: their authors have to agree.
        fc.pre(after.adopt(after.world, [...TAKEN_BACK, 'LZ-LEDGER-14', 'LZ-LEDGER-15']));
        for (const edit of later) after.edit(edit);
        after.expectStable();
        merges++;
      }),
      { numRuns: 100 },
    );
    expect(merges).toBe(100);
  });
});
