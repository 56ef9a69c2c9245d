import fc from 'fast-check';

import { findTextKey, findTextOf, mayEqual, partsOf, textOf, type TextPart } from '../../../../policies/model/arns';
import { Template } from '../../../../policies/model/term';
import { ref, unknown } from '../network/documents';

const hole = ref('aws_iam_role.app.name');

describe('a text', () => {
  it('of literal parts is plain, and neighbours become one', () => {
    expect(textOf(['a', '', 'b'])).toBe('ab');
    expect(textOf([])).toBe('');
    expect(partsOf(textOf(['a', 'b', hole, '', 'c', 'd']))).toEqual(['ab', hole, 'cd']);
  });

  it('is what numbers, switches and references come to, and no list', () => {
    expect([findTextOf(7), findTextOf(true)]).toEqual(['7', 'true']);
    expect(findTextOf(hole)).toEqual(new Template([hole]));
    expect([findTextOf(['a']), findTextOf(undefined), findTextOf(null)]).toEqual([undefined, undefined, undefined]);
  });

  it('has a key of its own, unless a part may be anything', () => {
    expect(findTextKey(textOf(['a', hole]))).toBe(findTextKey(textOf(['a', ref('aws_iam_role.app.name')])));
    expect(findTextKey(textOf(['a', hole]))).not.toBe(findTextKey(textOf(['a', ref('aws_iam_role.app.path')])));
    expect(findTextKey(textOf([ref('aws_iam_role.a.name', 'aws_iam_role.b.name')]))).toBeUndefined();
    expect(findTextKey(textOf([unknown()]))).toBeUndefined();
  });

  it.each([
    ['a', 'a', true],
    ['a', 'b', false],
    [['arn:', hole], 'arn:x', true],
    [['arn:', hole], 'urn:x', false],
    [[hole, ':role'], 'x:role', true],
    [[hole, ':role'], 'x:user', false],
    [['ab', hole, 'bc'], 'abc', false],
    [['ab', hole, 'bc'], 'abbc', true],
    [['a', hole], ['b', hole], false],
    [['ab', hole], ['a', hole], true],
  ])('%j may be %j: %s', (one, other, may) => {
    const text = (given: string | readonly TextPart[]): ReturnType<typeof textOf> =>
      typeof given === 'string' ? given : textOf(given);

    expect(mayEqual(text(one), text(other))).toBe(may);
    expect(mayEqual(text(other), text(one))).toBe(may);
  });

  it('may be any literal that some filling of its holes gives', () => {
    const parts = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.constant(hole)), { maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.string({ maxLength: 3 }), (given, filling) => {
        const literal = given.map((part) => (typeof part === 'string' ? part : filling)).join('');
        expect(mayEqual(textOf(given), literal)).toBe(true);
      }),
    );
  });
});
