import { median } from '../../bench/measurement/median';

describe('the median', () => {
  it('of 3, 1 and 2 is 2, whatever their order', () => {
    expect(median([3, 1, 2])).toBe(2);
  });

  it('of 4, 1, 2 and 10 is 3, the mean of the middle two', () => {
    expect(median([4, 1, 2, 10])).toBe(3);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBe(Number.NaN);
  });
});
