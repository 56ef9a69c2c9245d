import { federated, HOME, NOBODY, OTHER, rootUser, service, session, user } from '../../../../iam';
import type { Caller } from '../../../../iam';

/** A part of a text that only apply tells, as it stands in random texts: `⟦h1⟧`. */
export const HOLE = /⟦(\w+)⟧/g;

/** What stands in a hole: the attribute that it is, and the texts that it may come to. */
export interface Gap {
  /** Undefined: an expression that nobody evaluates, which may be another text each time. */
  readonly attribute: string | undefined;
  readonly type: string;
  readonly values: readonly string[];
}

const BUCKET = 'arn:aws:s3:::logs';

/** By name. Those of keys never come to the same. */
export const GAPS: Readonly<Record<string, Gap>> = {
  name: { attribute: 'name', type: 'aws_iam_user', values: ['alice', 'logs', 'a', 'b'] },
  other: { attribute: 'name', type: 'aws_iam_role', values: ['alice', 'logs', 'deploy'] },
  arn: {
    attribute: 'arn',
    type: 'aws_s3_bucket',
    values: [BUCKET, 'arn:aws:s3:::other', 'arn:aws:iam::111111111111:user/alice'],
  },
  value: { attribute: 'value', type: 'aws_ssm_parameter', values: ['*', 'a*', '?', 'alice', 'logs/a', ''] },
  expr: { attribute: undefined, type: '', values: ['*', 'alice', 'logs', '', '/'] },
  account: { attribute: 'account_id', type: 'data.aws_caller_identity', values: [HOME, OTHER] },
  key1: { attribute: 'key_id', type: 'aws_kms_key', values: ['00000000-0000-4000-8000-000000000001', 'mrk-1'] },
  key2: { attribute: 'key_id', type: 'aws_kms_key', values: ['00000000-0000-4000-8000-000000000002', 'mrk-2'] },
};

export const PROVIDER = `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`;

export const CALLERS: readonly Caller[] = [
  user('alice'),
  user('ops/alice'),
  user('bob', OTHER),
  session('deploy'),
  session('team/deploy', 'night'),
  session('reader', 'work', OTHER),
  session('aws-service-role/x.amazonaws.com/AWSServiceRoleForX'),
  rootUser(),
  rootUser(OTHER),
  service('cloudtrail.amazonaws.com'),
  federated(PROVIDER),
  NOBODY,
];

export const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:ListBucket',
  'kms:Decrypt',
  'sts:AssumeRole',
  's3:PutBucketPolicy',
  's3:GetBucketAcl',
  's3:DeleteObject',
];
export const ACTION_PATTERNS = [
  '*',
  's3:*',
  's3:*',
  '*',
  's3:*',
  's3:Get*',
  'S3:getobject',
  's3:?utObject',
  's3:*Object',
  'kms:*',
  'ec2:*',
  'sts:AssumeRole',
];

export const RESOURCES = [
  BUCKET,
  `${BUCKET}/a`,
  `${BUCKET}/alice/x`,
  `${BUCKET}/Alice/x`,
  `${BUCKET}/*`,
  `${BUCKET}/blue`,
  `${BUCKET}/none/?`,
];
export const OPEN_RESOURCES = [
  'arn:aws:s3:::⟦name⟧/a',
  '⟦arn⟧/a',
  '⟦arn⟧',
  'arn:aws:kms:eu-west-1:111111111111:key/⟦key1⟧',
  'arn:aws:s3:::logs/⟦value⟧',
  '⟦expr⟧',
];
export const RESOURCE_PATTERNS = [
  '*',
  `${BUCKET}/*`,
  BUCKET,
  'arn:aws:s3:::l?gs/a*',
  'arn:aws:s3:::*/x',
  `${BUCKET}/\${aws:username}/*`,
  `${BUCKET}/\${aws:PrincipalTag/team}`,
  `${BUCKET}/\${aws:PrincipalTag/team, 'none'}/*`,
  `${BUCKET}/\${*}`,
  `${BUCKET}/none/\${?}`,
  'arn:aws:s3:::*\${$}*',
];
export const OPEN_PATTERNS = [
  'arn:aws:s3:::⟦name⟧/*',
  'arn:aws:s3:::⟦other⟧/a',
  '⟦arn⟧/*',
  '⟦arn⟧',
  'arn:aws:kms:eu-west-1:111111111111:key/⟦key1⟧',
  'arn:aws:kms:eu-west-1:111111111111:key/⟦key2⟧',
  'arn:aws:s3:::logs/⟦value⟧',
  'arn:aws:s3:::logs/a⟦value⟧*',
  '*⟦expr⟧',
  'arn:aws:s3:::logs/${aws:username}⟦value⟧',
];

export const NAMED: readonly string[] = [
  '*',
  HOME,
  OTHER,
  `arn:aws:iam::${HOME}:root`,
  ...CALLERS.flatMap(({ kind, arn, roleArn }) => (kind === 'user' || kind === 'role-session' ? [arn, roleArn ?? arn] : [])),
  `arn:aws:iam::${HOME}:role/deploy`,
  `arn:aws:iam::${OTHER}:user/eve`,
];
export const OPEN_NAMED = [
  '⟦arn⟧',
  `arn:aws:iam::${HOME}:user/⟦name⟧`,
  `arn:aws:iam::⟦account⟧:root`,
  '⟦account⟧',
  `arn:aws:iam::${HOME}:role/⟦other⟧`,
];

/** Condition keys by what they are compared by, with the values that requests have, and those that policies name. */
export const KEYS = {
  'aws:PrincipalTag/team': {
    by: 'String',
    actual: ['blue', 'Blue', 'a*', 'none'],
    expected: ['blue', 'b*', 'BLUE', '${aws:username}', '?*', 'a${*}'],
  },
  's3:prefix': {
    by: 'String',
    actual: ['home/alice', 'alice/', 'x'],
    expected: ['home/*', '${aws:username}/*', "${aws:PrincipalTag/team, 'x'}", 'x'],
  },
  'aws:SourceArn': {
    by: 'Arn',
    actual: ['arn:aws:s3:::logs', 'arn:aws:sns:eu-west-1:111111111111:a:b'],
    expected: ['arn:aws:s3:::logs', 'arn:aws:sns:*:111111111111:*', 'arn:*:*:*:*:?:b'],
  },
  'aws:PrincipalArn': {
    by: 'Arn',
    actual: [],
    expected: [`arn:aws:iam::${HOME}:user/*`, `arn:aws:iam::*:role/*deploy`, 'arn:aws:iam::*:user/${aws:username}'],
  },
  's3:max-keys': { by: 'Numeric', actual: ['5', '10', '10.5', '-1'], expected: ['10', '5', '0', '10.50'] },
  'aws:CurrentTime': {
    by: 'Date',
    actual: ['2026-01-01T00:00:00Z', '1767225600', '2026-06-01'],
    expected: ['2026-01-01T00:00:00Z', '1767225600', '2026-05-31T23:00:00-01:00'],
  },
  'aws:MultiFactorAuthPresent': { by: 'Bool', actual: ['true', 'false'], expected: ['true', 'false'] },
  'aws:SecureTransport': { by: 'Bool', actual: ['true', 'false'], expected: ['true', 'false', 'True'] },
  'aws:SourceIp': {
    by: 'Ip',
    actual: ['10.0.0.7', '192.0.2.1', '2001:db8::5'],
    expected: ['10.0.0.0/8', '10.0.0.0/29', '192.0.2.1', '2001:db8::/32', '0.0.0.0/0', '0.0.0.0/1'],
  },
  'x:Digest': { by: 'Binary', actual: ['YQ==', 'YWI='], expected: ['YQ==', 'Yg=='] },
  'aws:PrincipalOrgID': { by: 'String', actual: ['o-a'], expected: ['o-a', 'o-b', 'o-?'] },
  'aws:SourceVpc': { by: 'String', actual: ['vpc-1'], expected: ['vpc-1', 'vpc-*', '${aws:SourceVpc}'] },
  'aws:PrincipalIsAWSService': { by: 'Bool', actual: [], expected: ['true', 'false'] },
  'aws:ResourceAccount': { by: 'String', actual: [], expected: [HOME, OTHER, '${aws:PrincipalAccount}'] },
  'aws:username': { by: 'String', actual: [], expected: ['alice', 'a*', 'bob'] },
} as const;

/** Keys that have several values in a request. */
export const LISTS = {
  'aws:TagKeys': { by: 'String', actual: ['env', 'team', 'Env'], expected: ['env', 't*', 'team', 'ENV'] },
} as const;

/** Values of conditions with holes in them, which strings and ARNs may have. */
export const OPEN_VALUES = ['⟦name⟧', 'home/⟦name⟧', '⟦value⟧', 'b⟦expr⟧'];

export const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  String: [
    'StringEquals',
    'StringNotEquals',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    'StringLike',
    'StringNotLike',
  ],
  Arn: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
  Numeric: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => `Numeric${name}`,
  ),
  Date: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((name) => `Date${name}`),
  Bool: ['Bool'],
  Ip: ['IpAddress', 'NotIpAddress'],
  Binary: ['BinaryEquals'],
};
