import fc from 'fast-check';

import type { Json } from '../../../../policies/model/universe';
import { settled } from './settled';

/** What a text has to be written as. */
function escaped(text: string): string {
  return text.replaceAll(/[$%](?=\{)/g, (letter) => letter + letter);
}

describe('escapes', () => {
  // As Terraform 1.11 reads them.
  it.each([
    ['$${x}', '${x}'],
    ['$$${x}', '$${x}'],
    ['$$$${x}', '$$${x}'],
    ['%%{x}', '%{x}'],
    ['%%%{x}', '%%{x}'],
    ['%$${x}', '%${x}'],
    ['$x $$ $ {', '$x $$ $ {'],
    ['$', '$'],
    ['', ''],
  ])('%s is %s', (written, text) => {
    expect(settled(written)).toBe(text);
  });

  test('a policy with a variable of IAM comes out as AWS will read it', () => {
    const policy = '{"Resource":"arn:aws:iam::*:user/$${aws:username}"}';

    expect(settled(policy)).toBe('{"Resource":"arn:aws:iam::*:user/${aws:username}"}');
  });

  const letters = fc.string({ unit: fc.constantFrom('$', '%', '{', '}', '"', 'a', ' ', '\\') });

  test('any text that is escaped comes out as it was', () => {
    fc.assert(
      fc.property(letters, (text) => {
        expect(settled(escaped(text))).toBe(text);
      }),
    );
  });

  test('a value without braces behind $ and % comes out as the same object', () => {
    const json = fc.jsonValue().filter((value) => !/[$%]\{/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(json, (value) => {
        const written = { inner: value as Json };

        expect(settled(written)).toBe(written);
      }),
    );
  });
});
