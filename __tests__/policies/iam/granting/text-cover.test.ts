import fc from 'fast-check';

import { hasOpenPart, listCovers, marked, patternCovers } from '../../../../policies/iam/granting/text-cover';
import { Reference, Template, Unknown } from '../../../../policies/model/term';

/** Every text of at most 4 letters that a pattern of IAM stands for. */
function stands(pattern: string): ReadonlySet<string> {
  const letters = ['a', 'b'];
  let texts = [''];
  const all: string[] = [''];
  for (let length = 0; length < 4; length++) {
    texts = texts.flatMap((text) => letters.map((letter) => text + letter));
    all.push(...texts);
  }
  const matches = (text: string, rest: string): boolean => {
    if (rest === '') return text === '';
    const [first] = rest;
    if (first === '*') return matches(text, rest.slice(1)) || (text !== '' && matches(text.slice(1), rest));
    return text !== '' && (first === '?' || first === text[0]) && matches(text.slice(1), rest.slice(1));
  };
  return new Set(all.filter((text) => matches(text, pattern)));
}

it('says of no pattern that it covers another one, of which a text is none of its own', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 5 });
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const covered = [...stands(other)].every((text) => stands(one).has(text));

      expect(!patternCovers(one, other) || covered).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['*', 's3:*', true],
  ['s3:*', 's3:GetObject', true],
  ['s3:Get*', 's3:*', false],
  ['arn:aws:s3:::acme*', 'arn:aws:s3:::acme/*', true],
  ['arn:aws:s3:::acme/*', 'arn:aws:s3:::acme', false],
  ['a.c', 'abc', false],
  ['a.c', 'ac', false],
  ['a*', 'a\nb', true],
  ['a?c', 'abc', true],
  ['a?c', 'a*c', false],
])('%s covers %s: %s', (one, other, expected) => {
  expect(patternCovers(one, other)).toBe(expected);
});

it('takes actions in any case, and lists of exceptions for nothing', () => {
  expect(listCovers({ except: false, items: ['S3:PUT*'] }, 's3:PutObject')).toBe(true);
  expect(listCovers({ except: false, items: ['iam:*', 's3:*'] }, 's3:PutObject')).toBe(true);
  expect(listCovers({ except: false, items: ['iam:*'] }, 's3:PutObject')).toBe(false);
  expect(listCovers({ except: true, items: ['iam:*'] }, 's3:PutObject')).toBe(false);
});

it('marks equal references alike, and others and values that are not known never', () => {
  const reference = (): Template => new Template([new Reference([{ key: 'dev:aws_s3_bucket.a', attribute: 'arn' }]), '/*']);
  const others = [
    { key: 'dev:aws_s3_bucket.b', attribute: 'arn' },
    { key: 'dev:aws_s3_bucket.a', attribute: 'id' },
  ];
  const unknown = (): Template => new Template(['arn:', new Unknown('set from outside')]);

  expect(marked(reference())).toBe(marked(reference()));
  for (const other of others) expect(marked(new Template([new Reference([other]), '/*']))).not.toBe(marked(reference()));
  expect(marked(unknown())).not.toBe(marked(unknown()));
  expect([reference(), unknown(), 'arn:*'].map(hasOpenPart)).toEqual([false, true, false]);
});
