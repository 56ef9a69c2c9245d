import { firstFew } from '../../../modules/core/text/first-few';

test.each<[readonly string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a, b'],
  [['a', 'b', 'c'], 'a, b and 1 more'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
])('of %j two are named: %s', (names, text) => {
  expect(firstFew(names, 2)).toBe(text);
});

test('names are parted, and their number led in, as the sentence has it', () => {
  expect(firstFew(['"a"', '"b"', '"c"'], 2, ' or ', ', or ')).toBe('"a" or "b", or 1 more');
});
