import { editApart, editInSequences } from '../landing-zone/edits/sequences';

const MINUTES = 60_000;

describe('what survives an edit keeps its CIDR, number, AWS name and address', () => {
  it(
    'over 100,000 random edits in sequences, with detours and prunes',
    () => {
      expect(editInSequences(2150)).toBeGreaterThan(100_000);
    },
    15 * MINUTES,
  );

  it(
    'on our side of 1,500 pairs of branches that were edited apart and merged',
    () => {
      expect(editApart(1500)).toBeGreaterThan(375);
    },
    15 * MINUTES,
  );
});
