import { globOf, globsMeet } from '../../../../policies/iam/services/glob';
import { Template, Unknown } from '../../../../policies/model/term';

it.each([
  ['${aws:username}', 'alice', true],
  ['a${aws:username}', 'bob', false],
  ['a${x}c', 'abc', true],
  ['${*}', 'b', false],
  ['${?}', 'b', false],
  ['${$}', 'b', false],
  ['${$}', '$', true],
  ['${*}', '?', true],
  ['a${', 'a${', true],
  ['a${', 'ab', false],
])('some text is like both %s and %s: %s', (one, other, expected) => {
  expect(globsMeet(globOf(one), globOf(other))).toBe(expected);
  expect(globsMeet(globOf(other), globOf(one))).toBe(expected);
});

it('what only apply tells is like any run of characters', () => {
  const hidden = globOf(new Template(['a', new Unknown('known only after apply'), 'c']));

  expect(globsMeet(hidden, globOf('ab/c'))).toBe(true);
  expect(globsMeet(hidden, globOf('ab'))).toBe(false);
});

it.each(['one', 'run'] as const)('what may be no slash is none, whichever comes first: any %s', (any) => {
  const names = [{ any, slash: false }];

  expect(globsMeet(names, globOf('a'))).toBe(true);
  expect(globsMeet(names, globOf('/'))).toBe(false);
  expect(globsMeet(globOf('/'), names)).toBe(false);
  expect(globsMeet(names, globOf('?'))).toBe(true);
});
