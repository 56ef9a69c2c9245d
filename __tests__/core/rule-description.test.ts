import fc from 'fast-check';

import { checkRuleDescription } from '../../modules/core/rule-description';
import { lineOf } from './line-of';

const REMEDY = 'use letters without accents, digits, spaces and ._-:/()#,@[]+=;{}!$*';

describe('the reason of a rule', () => {
  test.each(['Customers reach the load balancer', 'a-Z 0.9 _-:/()#,@[]+=;{}!$*', 'x'.repeat(255)])('%j is accepted', (why) => {
    expect(
      lineOf(() => {
        checkRuleDescription(why);
      }),
    ).toBeUndefined();
  });

  test.each([
    ['', 'the reason is empty, got ""; say why this is open, in one sentence [LZ-TEXT-1]'],
    ['   ', 'the reason is empty, got "   "; say why this is open, in one sentence [LZ-TEXT-1]'],
    [
      'x'.repeat(256),
      `the reason is longer than 255 characters, got 256 characters, "${'x'.repeat(40)}…"; shorten it [LZ-TEXT-2]`,
    ],
    ["Don't", `the reason has characters that AWS refuses in a description, got "'"; ${REMEDY} [LZ-TEXT-3]`],
    [
      'Größe & mehr, Größe',
      `the reason has characters that AWS refuses in a description, got "ö", "ß", "&"; ${REMEDY} [LZ-TEXT-3]`,
    ],
    ['two\nlines', `the reason has characters that AWS refuses in a description, got "\\n"; ${REMEDY} [LZ-TEXT-3]`],
  ])('%j is refused', (why, line) => {
    expect(
      lineOf(() => {
        checkRuleDescription(why);
      }),
    ).toBe(line);
  });

  test("any text of AWS's characters is accepted, and any other character is refused", () => {
    const allowed = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._-:/()#,@[]+=;{}!$*';
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (text) => {
        const isGood = text.trim() !== '' && [...text].every((character) => allowed.includes(character));
        expect(
          lineOf(() => {
            checkRuleDescription(text);
          }) === undefined,
        ).toBe(isGood);
      }),
    );
  });
});
