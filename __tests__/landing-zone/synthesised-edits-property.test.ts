import * as fc from 'fast-check';

import { HARMLESS } from './edits/history';
import { rebuilt } from './edits/rebuilt';
import { anyEdit, begin } from './edits/sequences';
import { trySynthesise } from './edits/synthesis';

const edits = (length: number) => fc.array(anyEdit, { minLength: length, maxLength: length });

describe('Terraform makes nothing anew that lives on', () => {
  it('over 300 synths, each after a random edit of the one before', () => {
    let compared = 0;
    fc.assert(
      fc.property(edits(12), edits(14), (first, later) => {
        const history = begin();
        for (const edit of first) history.edit(edit, HARMLESS);
        history.adopt(history.world);
        let before = trySynthesise(history.world, history.ledger);
        for (const edit of later) {
          history.edit(edit, HARMLESS);
          const after = trySynthesise(history.world, history.ledger);
          if (before === undefined || after === undefined) return;
          const faults = [...after].flatMap(([name, stack]) =>
            rebuilt(before!.get(name), stack).map((fault) => `${name}: ${fault}`),
          );
          expect(faults).toEqual([]);
          before = after;
          compared++;
        }
      }),
      // Shrinking takes minutes; seed and path of the report bring the same edits back.
      { numRuns: 24, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
