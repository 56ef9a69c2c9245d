import { isArnLike, isLike, unitsOf } from '../../../../../policies/iam/evaluate/text/pattern';
import { Reference, Template, Unknown } from '../../../../../policies/model/term';

const ref = (key: string, attribute: string): Reference => new Reference([{ key: `dev:${key}`, attribute }]);

/** What stands in the texts below for what only apply tells. */
const HOLES: Readonly<Record<string, Reference | Unknown>> = {
  arn: ref('aws_s3_bucket.logs', 'arn'),
  name: ref('aws_iam_user.alice', 'name'),
  other: ref('aws_iam_user.bob', 'name'),
  value: ref('aws_ssm_parameter.x', 'value'),
  names: ref('aws_x_y.z', 'names'),
  account: ref('data.aws_caller_identity.me', 'account_id'),
  key1: ref('aws_kms_key.a', 'key_id'),
  key2: ref('aws_kms_key.b', 'key_id'),
  alias: ref('aws_kms_key.b', 'key_id_alias'),
  looked: ref('data.aws_kms_key.b', 'key_id'),
  either: new Reference([
    { key: 'dev:aws_iam_user.alice', attribute: 'name' },
    { key: 'dev:aws_iam_user.bob', attribute: 'name' },
  ]),
  any: new Unknown('it is set from outside'),
};

function units(text: string, wild: boolean) {
  const pieces = text.split(/<(\w+)>/).map((piece, at) => (at % 2 === 1 ? HOLES[piece]! : piece));
  return unitsOf(pieces.length === 1 ? text : new Template(pieces.filter((piece) => piece !== '')), wild);
}

it.each<[string, string, boolean | 'maybe']>([
  ['a*', 'a', true],
  ['a?', 'a', false],
  ['a*b?d', 'abbcd', true],
  ['a*b?d', 'abbc', false],
  ['<value>', '<value>', true],
  ['a<value>b', 'a<value>b', true],
  ['<any>', '<any>', 'maybe'],
  ['<either>', '<either>', 'maybe'],
  ['*', '<any>', true],
  ['?', '<name>', 'maybe'],
  ['a?', 'a<name>', 'maybe'],
  ['a?<value>', 'ab<value>', true],
  ['a*b', 'a<name>b', true],
  ['a*c', 'a<name>b', false],
  ['?b', '<name>c', false],
  ['a?c<name>', 'abd<name>', false],
  ['<name>/a', '<name>/b', false],
  ['<name>', '<name>x', false],
  ['<name>x', '<name>', false],
  ['<value>', '<value>x', 'maybe'],
  ['<names>', '<names>x', 'maybe'],
  ['<name>', '<other>', 'maybe'],
  ['<name>a', '<other>b', false],
  ['a<key1>', 'a<key1>', true],
  ['a<key1>', 'a<key2>', false],
  ['<key1>', '<key1>x', false],
  ['<key1>', '<name>', 'maybe'],
  ['<key1>', '<looked>', 'maybe'],
  ['<looked>', '<key1>', 'maybe'],
  ['<alias>', '<key1>', 'maybe'],
  ['*<name>', 'b<name>', true],
  ['*x<name>', 'b<name>', false],
  ['x<name>*y', 'x<other>zy', 'maybe'],
  ['ab', 'a<name>b<other>', 'maybe'],
  ['abc', 'ab<name>d', false],
  ['a<name>', 'abc', 'maybe'],
  ['a<name>d', 'abc', false],
])('pattern %s, text %s: %j', (pattern, text, answer) => {
  expect(isLike(units(pattern, true), units(text, false))).toBe(answer);
});

it('a star is a star in a text, and a wildcard in a pattern only', () => {
  expect(isLike(units('a*', false), units('ab', false))).toBe(false);
  expect(isLike(units('a?', true), units('a*', false))).toBe(true);
  expect(isLike(units('ab', true), units('a*', false))).toBe(false);
  expect(isLike(units('<name>*', false), units('<name>b', false))).toBe(false);
});

it.each<[string, string, boolean | 'maybe']>([
  ['arn:aws:s3:::a*', 'arn:aws:s3:::a:b', true],
  ['arn:aws:*:1:*:x', 'arn:aws:sns:eu:1:x', false],
  ['arn:aws:s3:::a', 'arn:aws:s3', false],
  ['arn:aws:s3*', 'arn:aws:s3:::a', 'maybe'],
  ['<arn>', '<arn>', true],
  ['<arn>/*', '<arn>/a', true],
  ['<arn>/b', '<arn>/a', false],
  ['<arn>', 'arn:aws:s3:::a', 'maybe'],
  ['arn:aws:s3:::a', '<arn>', 'maybe'],
  ['x', '<arn>y', false],
  ['<value>', '<value>', 'maybe'],
  ['*', '<arn>', 'maybe'],
  ['arn:aws:iam::<account>:user/a', 'arn:aws:iam::<account>:user/a', true],
  ['arn:aws:iam::<account>:user/a', 'arn:aws:iam::1:user/a', 'maybe'],
  ['arn:aws:iam::<account>:user/a', 'arn:aws:iam::1:user/b', false],
  ['arn:aws:iam::<account>:user/<value>', 'arn:aws:iam::<account>:user/a', 'maybe'],
])('pattern of an ARN %s, ARN %s: %j', (pattern, arn, answer) => {
  expect(isArnLike(units(pattern, true), units(arn, false))).toBe(answer);
});
