import fc from 'fast-check';

import { isLike, literal, wildcards } from './pattern';

it.each([
  ['*', '', true],
  ['*', 'anything', true],
  ['?', '', false],
  ['?', 'a', true],
  ['?', 'ab', false],
  ['a*', 'a', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abcd', false],
  ['a?c', 'ac', false],
  ['*AccessKey*', 'CreateAccessKey', true],
  ['arn:aws:iam::*:user/alice', 'arn:aws:iam::111111111111:user/alice', true],
  ['arn:aws:iam::*:user/alice', 'arn:aws:iam::111111111111:user/malice', false],
  ['arn:aws:iam::*:user/alice', 'arn:aws:iam::111111111111:user/Alice', false],
  ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/a/b', true],
  ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs', false],
])('%j is like %j: %s', (pattern, text, like) => {
  expect(isLike(wildcards(pattern), text)).toBe(like);
});

it('reads a star in a literal as a star', () => {
  expect([isLike(literal('a*'), 'a*'), isLike(literal('a*'), 'ab')]).toEqual([true, false]);
});

/** A second, shorter way, which a regular expression takes. */
const expression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[^*?]/g, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'su',
  );

it('is what the regular expression of the pattern says', () => {
  const text = (letters: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });
  fc.assert(
    fc.property(
      text('ab*?:'),
      text('ab:/'),
      (pattern, value) => isLike(wildcards(pattern), value) === expression(pattern).test(value),
    ),
    { numRuns: 2000 },
  );
});
