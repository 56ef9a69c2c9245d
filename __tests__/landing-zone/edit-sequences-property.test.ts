import { editApart, editInSequences } from './edits/sequences';

describe('what survives an edit keeps its CIDR, number, AWS name and address', () => {
  it('over 10,000 random edits in sequences, with detours and prunes', () => {
    expect(editInSequences(215)).toBeGreaterThan(10_000);
  });

  it('on our side of 120 pairs of branches that were edited apart and merged', () => {
    expect(editApart(120)).toBeGreaterThan(20);
  });
});
