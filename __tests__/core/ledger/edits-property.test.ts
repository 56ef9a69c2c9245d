import * as fc from 'fast-check';

import { Ledger } from '../../../modules/core/ledger';
import { Editor, EDITS, firstWorld } from './model/edits';
import { History } from './model/history';

const edit = fc.record({ op: fc.nat(EDITS.length - 1), a: fc.nat(999), b: fc.nat(999) });

describe('addresses survive any sequence of edits', () => {
  it('keeps every CIDR, number and name that survives, over 7,000 random edits with prunes', () => {
    let edits = 0;
    const step = fc.oneof({ weight: 30, arbitrary: edit }, { weight: 1, arbitrary: fc.constant('prune' as const) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 90 }), (steps) => {
        const editor = new Editor('x');
        const history = new History({ accounts: {} }, Ledger.empty, editor);
        history.adopt(firstWorld(editor));
        for (const [i, one] of steps.entries()) {
          if (one === 'prune') history.prune();
          else history.edit(one);
          if (i % 8 === 0) history.expectStable();
        }
        history.expectStable();
        edits += history.accepted;
      }),
      { numRuns: 160 },
    );
    expect(edits).toBeGreaterThan(7000);
  });
});
