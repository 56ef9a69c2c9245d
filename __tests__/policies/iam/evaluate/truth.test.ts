import { Doubt, every, not, some, type Truth } from '../../../../policies/iam/evaluate/truth';

const [A, B] = [new Doubt('a'), new Doubt('b')];
const itself = (truth: Truth): Truth => truth;

it.each<[readonly Truth[], Truth, Truth]>([
  [[], true, false],
  [[true], true, true],
  [[false], false, false],
  [[A], A, A],
  [[true, false], false, true],
  [[false, true], false, true],
  [[A, false], false, A],
  [[A, true], A, true],
  [[true, A], A, true],
  [[false, A], false, A],
  [[A, B], A, A],
  [[true, A, B, true], A, true],
  [[false, A, B, false], false, A],
])('of %j every one holds: %j, and some: %j, the first doubt told', (items, all, any) => {
  expect(every(items, itself)).toBe(all);
  expect(some(items, itself)).toBe(any);
});

it('the opposite of a doubt is the doubt', () => {
  expect([not(true), not(false), not(A)]).toEqual([false, true, A]);
});
