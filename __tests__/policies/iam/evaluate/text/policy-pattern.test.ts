import { isLike, unitsOf } from '../../../../../policies/iam/evaluate/text/pattern';
import { folded, PolicyPattern } from '../../../../../policies/iam/evaluate/text/policy-pattern';
import { Doubt } from '../../../../../policies/iam/evaluate/truth';
import type { PolicyText } from '../../../../../policies/model/policy/policy';
import { Reference, Template } from '../../../../../policies/model/term';

const NAME = new Reference([{ key: 'dev:aws_iam_user.alice', attribute: 'name' }]);
/** Of a request: what isn't here is in no request, and of what is a doubt nobody tells. */
const VALUES: Readonly<Record<string, PolicyText | Doubt>> = {
  'aws:username': 'Alice',
  'aws:principaltag/cost center': '42',
  'aws:principaltag/star': '*',
  'aws:userid': new Doubt("aws:userid isn't known"),
  'x:name': new Template(['A', NAME]),
};

interface How {
  readonly version?: string;
  readonly fold?: boolean;
}

function answer(expected: PolicyText, actual: PolicyText, { version = '2012-10-17', fold }: How = {}) {
  const pattern = new PolicyPattern(expected, version, true, fold).unitsIn((key) => VALUES[key.toLowerCase()]);
  return pattern === undefined ? 'none' : isLike(pattern, unitsOf(fold === true ? folded(actual) : actual, false));
}

/** IAM user guide, "IAM policy elements: Variables and tags". */
describe('a variable of a policy', () => {
  it.each([
    ['${aws:username}', 'Alice', true],
    ['${aws:username}', 'Bob', false],
    ['${AWS:UserName}', 'Alice', true],
    ['home/${aws:username}/*', 'home/Alice/a', true],
    ['home/${aws:username}/*', 'home/Bob/a', false],
    ['${aws:username}${aws:username}', 'AliceAlice', true],
    ['${aws:username}-${aws:PrincipalTag/cost center}', 'Alice-42', true],
  ])('stands for its value: %s is %s: %j', (pattern, text, is) => {
    expect(answer(pattern, text)).toBe(is);
  });

  it.each([
    ["${aws:PrincipalTag/team, 'all of us'}", 'all of us', true],
    ["${aws:PrincipalTag/team, 'all of us'}", 'red', false],
    ["${aws:PrincipalTag/team, ''}x", 'x', true],
    ["${aws:username, 'nobody'}", 'nobody', false],
    ["${aws:username, 'nobody'}", 'Alice', true],
    ['${aws:PrincipalTag/team}', 'red', 'none'],
    ['*${aws:PrincipalTag/team}', '', 'none'],
    ["${aws:userid, 'nobody'}", 'nobody', 'maybe'],
    ["${aws:userid, 'nobody'}a", 'b', false],
  ])('has a default where the request has no such key: %s is %s: %j', (pattern, text, is) => {
    expect(answer(pattern, text)).toBe(is);
  });

  it.each([
    ['${aws:PrincipalTag/star}', '*', true],
    ['${aws:PrincipalTag/star}', 'a', false],
    ["${aws:PrincipalTag/team, '*'}", 'a', false],
    ['${*}', '*', true],
    ['${*}', 'a', false],
    ['${?}', '?', true],
    ['${?}', 'a', false],
    ['${$}', '$', true],
    ['${$}{aws:username}', '${aws:username}', true],
    ['*${*}', 'a*', true],
    ['*${*}', 'ab', false],
    ['${*}*', '*a', true],
  ])('holds no wildcard, nor does what is written as one: %s is %s: %j', (pattern, text, is) => {
    expect(answer(pattern, text)).toBe(is);
  });

  it.each([
    ['${aws:username}', '${aws:username}', true],
    ['${aws:username}', 'Alice', false],
    ['${*}', '${a}', true],
  ])('is its letters in a policy of version 2008-10-17: %s is %s: %j', (pattern, text, is) => {
    expect(answer(pattern, text, { version: '2008-10-17' })).toBe(is);
  });

  it.each([
    '${aws:username',
    'a${',
    '${}',
    '${username}',
    '${aws:}',
    '${ aws:username}',
    '${aws:username }',
    "${aws:PrincipalTag/team,'red'}",
    "${aws:PrincipalTag/team, 'red' }",
    "${aws:PrincipalTag/team , 'red'}",
    '${aws:PrincipalTag/team, red}',
    "${aws:PrincipalTag/team, 'it's'}",
    '${aws:PrincipalTag/${aws:username}}',
    '${$${aws:username}',
    '${aws:username}${',
    '${x ${aws:username}',
  ])('of a form that the guide does not have may be anything: %s', (pattern) => {
    for (const text of [pattern, 'Alice', 'red', '']) expect(answer(pattern, text)).toBe('maybe');
  });

  it('in a text that only apply completes stands between what is known and what is not', () => {
    const path = new Template(['${aws:username}/', NAME, '/*']);

    expect(answer(path, new Template(['Alice/', NAME, '/a']))).toBe(true);
    expect(answer(path, new Template(['Bob/', NAME, '/a']))).toBe(false);
    expect(answer(new Template(['${aws:PrincipalTag/', NAME, '}']), 'Alice')).toBe('maybe');
    expect(answer(path, new Template(['Alice/', NAME, '/a']), { version: '2008-10-17' })).toBe(false);
  });

  it('stands for what only apply tells', () => {
    expect(answer('${x:Name}b', new Template(['A', NAME, 'b']))).toBe(true);
    expect(answer('${x:Name}b', 'Bob')).toBe(false);
  });
});

describe('without regard to case', () => {
  it.each<[PolicyText, PolicyText, boolean]>([
    ['HOME/${aws:username}', 'home/ALICE', true],
    ['HOME/${aws:username}', 'home/bob', false],
    ["${aws:PrincipalTag/team, 'Red'}", 'rED', true],
    ['ÄB', 'äb', true],
    ['${x:name}B', new Template(['a', NAME, 'b']), true],
    [new Template(['A', NAME, 'B']), new Template(['a', NAME, 'b']), true],
    [new Template(['A', NAME, 'B']), new Template(['a', NAME, 'c']), false],
  ])('%j is %j: %j', (pattern, text, is) => {
    expect(answer(pattern, text, { fold: true })).toBe(is);
  });

  it('which is not so where it counts', () => {
    expect(answer('home', 'HOME')).toBe(false);
    expect(answer('${aws:username}', 'alice')).toBe(false);
  });
});

it('a pattern is shown as it is written, with what only apply tells in it', () => {
  const shown = (text: PolicyText): string => new PolicyPattern(text, '2012-10-17', true).toString();

  expect(shown('a/${aws:username}/*')).toBe('a/${aws:username}/*');
  expect(shown(new Template(['a/', NAME]))).toBe('a/<dev:aws_iam_user.alice.name>');
});
