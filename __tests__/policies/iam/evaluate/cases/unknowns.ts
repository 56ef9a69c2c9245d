import { HOME } from '../../../../iam';
import { Reference, Template, Unknown } from '../../../../../policies/model/term';
import { allow, BUCKET, type Case, type CaseRequest, casesOf, deny, type Row } from './case';
import { holed } from './holed';

const ref = (address: string, attribute: string): Reference => new Reference([{ key: `dev:${address}`, attribute }]);
const bucket = ref('aws_s3_bucket.a', 'arn');
const other = ref('aws_s3_bucket.b', 'arn');
const keyA = ref('aws_kms_key.a', 'key_id');
const keyB = ref('aws_kms_key.b', 'key_id');
const some = new Unknown('it is set from outside: ${var.name}');

const allowing = (resource: string, hole: Reference | Unknown) =>
  holed({ Sid: 'A', Effect: 'Allow', Action: '*', Resource: resource }, hole);
const denying = (resource: string, hole: Reference | Unknown) =>
  holed({ Sid: 'D', Effect: 'Deny', Action: '*', Resource: resource }, hole);

const everything = allow('*');
const byKey = (condition: object) => allow('s3:*', { Condition: condition as never });
const tag = { StringEquals: { 'aws:PrincipalTag/team': 'red' } };
const within = (first: Reference, ...rest: string[]): Partial<CaseRequest> => ({ resource: new Template([first, ...rest]) });
const inKey = (key: Reference | Unknown): Partial<CaseRequest> => ({
  action: 'kms:Decrypt',
  resource: new Template([`arn:aws:kms:eu-west-1:${HOME}:key/`, key]),
});
const KEYS = `arn:aws:kms:eu-west-1:${HOME}:key/@`;

const CONTEXT: readonly Row[] = [
  ['what hangs on a key that nobody tells is unknown', { identity: [byKey(tag)] }, 'unknown by identity'],
  [
    'a Deny that hangs on such a key too',
    { identity: [everything, deny('s3:*', { Condition: tag })] },
    'unknown by explicit deny',
  ],
  [
    'whether it is there at all is unknown too',
    { identity: [byKey({ Null: { 'aws:PrincipalTag/team': 'true' } })] },
    'unknown by identity',
  ],
  [
    'IfExists needs no key, and a value may differ',
    { identity: [byKey({ StringEqualsIfExists: { 'aws:PrincipalTag/team': 'red' } })] },
    'unknown by identity',
  ],
  [
    'ForAllValues of what nobody tells',
    { identity: [byKey({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } })] },
    'unknown by identity',
  ],
  [
    'another condition that surely fails decides',
    { identity: [byKey({ ...tag, Bool: { 'x:A': 'true' } })] },
    'denied by identity',
    { context: { 'x:A': 'false' } },
  ],
  ['another statement that surely allows decides', { identity: [byKey(tag), everything] }, 'allowed by identity'],
  [
    'another statement that surely denies decides',
    { identity: [deny('s3:*', { Condition: tag }), deny('s3:Get*'), everything] },
    'denied by explicit deny',
  ],
  [
    'a Deny that nobody knows takes nothing from what nobody allows',
    { identity: [deny('s3:*', { Condition: tag })] },
    'denied by identity',
  ],
  [
    'what ForAnyValue with IfExists means without the key',
    { identity: [byKey({ 'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': ['a'] } })] },
    'unknown by identity',
    { context: { 'aws:TagKeys': 'absent' } },
  ],
  [
    'one value asked of a key with several',
    { identity: [byKey({ StringEquals: { 'aws:TagKeys': 'a' } })] },
    'unknown by identity',
    { context: { 'aws:TagKeys': ['a', 'b'] } },
  ],
  [
    'an empty text may be a key without a value',
    { identity: [byKey({ Null: { 'x:A': 'true' } })] },
    'unknown by identity',
    { context: { 'x:A': '' } },
  ],
  [
    'a number that is none',
    { identity: [byKey({ NumericEquals: { 'x:A': 'ten' } })] },
    'unknown by identity',
    { context: { 'x:A': '10' } },
  ],
  [
    'a time of day without its zone',
    { identity: [byKey({ DateEquals: { 'x:A': '2020-01-01T00:00:00' } })] },
    'unknown by identity',
    { context: { 'x:A': '2020-01-01T00:00:00Z' } },
  ],
  [
    'a pattern of an ARN with too few parts',
    { identity: [byKey({ ArnLike: { 'x:A': 'arn:aws:s3*' } })] },
    'unknown by identity',
    { context: { 'x:A': 'arn:aws:s3:::a' } },
  ],
  [
    'a variable that nobody tells',
    { identity: [allow('*', { Resource: `${BUCKET}/\${aws:PrincipalTag/team}` })] },
    'unknown by identity',
  ],
  [
    'what stands beside a variable excludes',
    { identity: [allow('*', { Resource: `${BUCKET}/\${aws:PrincipalTag/team}/x` })] },
    'denied by identity',
  ],
  [
    'a variable before the fifth colon',
    { identity: [allow('*', { Resource: 'arn:aws:s3:${aws:PrincipalTag/team}::*' })] },
    'unknown by identity',
  ],
];

const TEXTS: readonly Row[] = [
  ['equal references are equal texts', { identity: [allowing('@/*', bucket)] }, 'allowed by identity', within(bucket, '/a')],
  [
    'equal references, and a rest that differs',
    { identity: [allowing('@/b', bucket)] },
    'denied by identity',
    within(bucket, '/a'),
  ],
  ['a bucket for its objects', { identity: [allowing('@', bucket)] }, 'denied by identity', within(bucket, '/a')],
  ['other references may be equal', { identity: [allowing('@/*', other)] }, 'unknown by identity', within(bucket, '/a')],
  [
    'other references may be equal: a Deny',
    { identity: [everything, denying('@/*', other)] },
    'unknown by explicit deny',
    within(bucket, '/a'),
  ],
  ['what is literal excludes', { identity: [allowing('@/b', other)] }, 'denied by identity', within(bucket, '/a')],
  ['what is literal before a hole excludes', { identity: [allowing('arn:aws:sqs:*:*:@', some)] }, 'denied by identity'],
  ['a star includes whatever it is', { identity: [everything] }, 'allowed by identity', within(bucket, '/a')],
  [
    'a prefix with a star includes',
    { identity: [allow('*', { Resource: 'arn:aws:kms:*' })] },
    'allowed by identity',
    inKey(keyA),
  ],
  ['a key is itself', { identity: [allowing(KEYS, keyA)] }, 'allowed by identity', inKey(keyA)],
  ['ids of keys are drawn: no two are equal', { identity: [allowing(KEYS, keyB)] }, 'denied by identity', inKey(keyA)],
  ['an expression may stand for any key', { identity: [allowing(KEYS, keyA)] }, 'unknown by identity', inKey(some)],
  ['an expression may be the id of any key', { identity: [allowing(KEYS, some)] }, 'unknown by identity', inKey(keyA)],
  [
    'an expression may be another text each time',
    { identity: [allowing('@', some)] },
    'unknown by identity',
    { resource: new Template([some]) },
  ],
  [
    'NotResource of what may be another',
    { identity: [holed({ Effect: 'Allow', Action: '*', NotResource: '@' }, other)] },
    'unknown by identity',
    within(bucket),
  ],
];

const alone = (cases: readonly Case[]): readonly Case[] => cases.map((one) => ({ ...one, alone: true }));

/** What nobody tells. */
export const unknowns: Readonly<Record<string, readonly Case[]>> = {
  'Keys that nobody tells': alone(casesOf('IAM UG, Condition: availability of keys; Variables: Where you can use them', CONTEXT)),
  'Texts with parts that only apply tells': alone(casesOf('own: equal references are equal texts, others may be', TEXTS)),
};
