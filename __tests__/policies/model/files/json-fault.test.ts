import fc from 'fast-check';

import { findJsonFault } from '../../../../policies/model/files/json-fault';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the place where text stops being JSON', () => {
  it.each([
    ['', 1, 1, ''],
    ['{"a": 1,}', 1, 9, '}'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '"b": 2'],
    ['[1, 2', 1, 6, ''],
    ['[1 2]', 1, 4, '2]'],
    ['{"a" 1}', 1, 6, '1}'],
    ['{a: 1}', 1, 2, 'a: 1}'],
    ["{'a': 1}", 1, 2, "'a': 1}"],
    ['{"a": tru}', 1, 7, 'tru}'],
    ['{"a": 01}', 1, 7, '01}'],
    ['{"a": "b\n"}', 1, 7, '"b'],
    ['[1]\n]', 2, 1, ']'],
    ['[1}', 1, 3, '}'],
    ['{"a": 1} {', 1, 10, '{'],
    ['"\\x"', 1, 1, '"\\x"'],
  ])('%j: line %d, column %d, before %j', (text, line, column, rest) => {
    expect(findJsonFault(text)).toEqual({ line, column, rest });
  });

  test('there is none in JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        expect(findJsonFault(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  test('there is one in exactly those texts that the engine refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e4"',
      '1',
      '-1.5e3',
      '0',
      '.',
      'true',
      'null',
      ' ',
      '\n',
      '"',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (all) => {
        const text = all.join('');

        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});
