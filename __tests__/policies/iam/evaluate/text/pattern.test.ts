import { isArnLike, isEqual, isLike, type Unit, unitsOf } from '../../../../../policies/iam/evaluate/text/pattern';
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
  main: ref('aws_kms_key.main', 'key_id'),
  each: ref('aws_kms_key.each["a.b"]', 'key_id'),
  id1: ref('aws_kms_key.a', 'id'),
  store1: ref('aws_kms_key.a', 'custom_key_store_id'),
  store2: ref('aws_kms_key.b', 'custom_key_store_id'),
  inner: ref('module.m["x.aws_kms_key.y"].aws_iam_user.a', 'id'),
  outer: ref('module.m["x.aws_kms_key.z"].aws_iam_user.a', 'id'),
  bucket: ref('aws_kinesis_firehose_delivery_stream.s', 's3[0].bucket_arn'),
  user: ref('aws_iam_access_key.a', 'user_name'),
  hostname: ref('aws_instance.a', 'hostname'),
  alias2: ref('aws_kms_key.a', 'key_id_alias'),
  either: new Reference([
    { key: 'dev:aws_iam_user.alice', attribute: 'name' },
    { key: 'dev:aws_iam_user.bob', attribute: 'name' },
  ]),
  any: new Unknown('it is set from outside'),
};

function textIn(shown: string): string | Template {
  const pieces = shown.split(/<(\w+)>/).map((piece, at) => (at % 2 === 1 ? HOLES[piece]! : piece));
  return pieces.length === 1 ? shown : new Template(pieces.filter((piece) => piece !== ''));
}

function units(shown: string, wild: boolean): readonly Unit[] {
  return unitsOf(textIn(shown), wild);
}

it.each<[string, string, boolean | 'maybe']>([
  ['a*', 'a', true],
  ['a*b', 'ab', true],
  ['ab', 'xab', false],
  ['a?', 'a', false],
  ['a*b?d', 'abbcd', true],
  ['a*b?d', 'abbc', false],
  ['<value>', '<value>', true],
  ['a<value>b', 'a<value>b', true],
  ['<any>', '<any>', 'maybe'],
  ['<either>', '<either>', 'maybe'],
  ['*', '<any>', true],
  ['?', '<name>', 'maybe'],
  ['?a<name>', 'xab', 'maybe'],
  ['?<value>?', 'x', false],
  ['a<account>b', 'a1b', 'maybe'],
  ['a<account>b', 'axb', false],
  ['?*x<value>', 'x', false],
  ['??x<value>', 'x', false],
  ['?*x<value>', 'yx', 'maybe'],
  ['?<value>?', 'xy', 'maybe'],
  ['a', 'a<name>a', false],
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
  ['<key1>', '<main>', false],
  ['<key1>', '<each>', false],
  ['a<key1>b', 'a', false],
  ['<key1>', '<id1>', 'maybe'],
  ['<store1>', '<store2>', 'maybe'],
  ['<alias>', '<alias2>', 'maybe'],
  ['<inner>', '<outer>', 'maybe'],
  ['<key1>', '<name>', 'maybe'],
  ['<key1>', '<looked>', 'maybe'],
  ['<looked>', '<key1>', 'maybe'],
  ['<alias>', '<key1>', 'maybe'],
  ['*<name>', 'b<name>', true],
  ['*x<name>', 'b<name>', false],
  ['*x<name>yz', 'b<name>yz', false],
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

it('a star of one text is a star in it, and a wildcard where the same text is a pattern', () => {
  const text = textIn('<name>*');

  expect(isLike(unitsOf(text, true), units('<name>b', false))).toBe(true);
  expect(isLike(unitsOf(text, false), units('<name>b', false))).toBe(false);
  expect(isLike(unitsOf(text, true), units('<name>c', false))).toBe(true);
});

it.each<[string, string, boolean | 'maybe']>([
  ['a', 'a', true],
  ['a*', 'ab', false],
  ['a*<name>', 'ab<name>', false],
  ['ab<name>', 'a*<name>', false],
  ['a*<name>', 'a*<name>', true],
  ['a<name>', 'a<name>', true],
  ['a<name>', 'abc', 'maybe'],
  ['abc', 'a<name>', 'maybe'],
  ['abc', 'b<name>', false],
])('text %s, text %s, without wildcards: %j', (one, other, answer) => {
  expect(isEqual(textIn(one), textIn(other))).toBe(answer);
});

/** In which of them `*` may stand, by their documentation: a record and a domain `*.example.com`, any letter in an object's key. */
it.each<[string, string, boolean | 'maybe']>([
  ['aws_route53_record.w', 'name', 'maybe'],
  ['aws_acm_certificate.w', 'domain_name', 'maybe'],
  ['aws_api_gateway_domain_name.w', 'id', 'maybe'],
  ['data.aws_s3_object.o', 'id', 'maybe'],
  ['aws_s3_object_copy.o', 'id', 'maybe'],
  ['random_string.s', 'id', 'maybe'],
  ['aws_s3_bucket.b', 'id', false],
  ['aws_iam_user.domain_name', 'name', false],
  ['random_pet.p', 'id', false],
  ['my_random_string.s', 'id', false],
])('%s may have a %s with a star in it, so that it is like what goes on behind it: %j', (key, attribute, answer) => {
  const hole = ref(key, attribute);
  const text = new Template(['a', hole, '/b']);

  expect(isLike(unitsOf(new Template(['a', hole, 'b']), true), unitsOf(text, false))).toBe(answer);
});

it('twenty parts that are not known are compared with twenty letters at once', () => {
  const many = new Template([...Array.from({ length: 20 }, () => HOLES.any!), 'y']);

  expect(isLike(unitsOf(many, true), units('x'.repeat(20), false))).toBe(false);
  expect(isLike(unitsOf(many, true), units(`${'x'.repeat(20)}y`, false))).toBe('maybe');
});

it.each<[string, string, boolean | 'maybe']>([
  ['arn:aws:s3:::a*', 'arn:aws:s3:::a:b', true],
  ['arn:aws:*:1:*:x', 'arn:aws:sns:eu:1:x', false],
  ['arn:aws:s3:::a', 'arn:aws:s3', false],
  ['arn:aws:s3*', 'arn:aws:s3:::a', 'maybe'],
  ['arn:aws:iam::1*:x', 'arn:aws:iam::1:y:x', false],
  ['arn:aws:s::*b:*', 'arn:aws:s::a:zb:c', false],
  ['<any>', 'arn:aws:s3:::a', 'maybe'],
  ['arn:aws:s3:::a', '<any>', 'maybe'],
  ['arn:aws:s3:::a', '<bucket>', 'maybe'],
  ['arn:aws:s3:::a', '<hostname>', 'maybe'],
  ['arn:aws:sns:*:1:<user>', 'arn:aws:sns:a:b:1:c', false],
  ['arn:aws:sns:<value>:1:x', 'arn:aws:sns:eu:2:1:x', 'maybe'],
  ['arn:aws:sns:eu:2:1:x', 'arn:aws:sns:<value>:1:x', 'maybe'],
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
