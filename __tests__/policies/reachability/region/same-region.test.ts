import { EVERYTHING, withInterval, X, Y } from '../../../../policies/reachability/region/box';
import { intersect, isEmpty, NOTHING, type Region, union } from '../../../../policies/reachability/region/region';

const low: Region = [withInterval(EVERYTHING, Y, 0, 10)];
const high: Region = [withInterval(EVERYTHING, Y, 10, 20)];

// Filters that change nothing are most of all: they must cost no new boxes, and whoever compares objects must see it.
describe('a region that nothing is taken from and nothing added to is the very same one', () => {
  test('where the one box that it is cut with holds it', () => {
    expect(intersect(low, [EVERYTHING])).toBe(low);
  });

  test('where it is joined with itself, with nothing, or with a part of it', () => {
    expect(union(low, low)).toBe(low);
    expect(union(low, NOTHING)).toBe(low);
    expect(union(NOTHING, low)).toBe(low);
    expect(union(low, [withInterval(low[0]!, X, 1, 2)])).toBe(low);
  });

  test('and its boxes are, where others join it', () => {
    const both = union(low, high);
    expect([both[0] === low[0], both[1] === high[0], both.length]).toEqual([true, true, 2]);
  });
});

test('a region without boxes is empty, one with a box is not', () => {
  expect([isEmpty(NOTHING), isEmpty(low)]).toEqual([true, false]);
});
