import { HOME, session, type StatementJson, user } from '../../../../iam';
import { ask, BUCKET, type Case, type CaseRequest } from './case';

type Row = readonly [name: string, part: Partial<StatementJson>, holds: boolean | 'unknown', request?: Partial<CaseRequest>];

const SAYS = { true: 'allowed', false: 'denied', unknown: 'unknown' } as const;

const without = (part: Partial<StatementJson>): Partial<StatementJson> => ({
  ...('NotAction' in part ? {} : { Action: '*' }),
  ...('NotResource' in part ? {} : { Resource: '*' }),
  ...part,
});

const casesOf = (source: string, rows: readonly Row[], version = '2012-10-17'): readonly Case[] =>
  rows.map(([name, part, holds, request]) => ({
    name,
    source,
    set: { identity: [{ Version: version, Statement: [{ Sid: 'Allow', Effect: 'Allow', ...without(part) }] }] },
    request: ask(request),
    says: `${SAYS[`${holds}`]} by identity`,
    ...(holds === 'unknown' ? { alone: true } : {}),
  }));

const ACTIONS: readonly Row[] = [
  ['an action by its name', { Action: 's3:GetObject' }, true],
  ['actions have no case', { Action: 'S3:getOBJECT' }, true],
  ['another action is not meant', { Action: 's3:PutObject' }, false],
  ['another service of the same action is not meant', { Action: 's4:GetObject' }, false],
  ['a star ends an action', { Action: 's3:Get*' }, true],
  ['a star begins an action', { Action: 's3:*Object' }, true],
  ['a star in the middle', { Action: 's3:G*Object' }, true],
  ['a star is no letter at all', { Action: 's3:GetObject*' }, true],
  ['a question mark is one letter', { Action: 's3:?etObject' }, true],
  ['a question mark is not none', { Action: 's3:GetObject?' }, false],
  ['a star alone', { Action: '*' }, true],
  ['one of a list is enough', { Action: ['s3:PutObject', 's3:GetObject'] }, true],
  ['NotAction means all others', { NotAction: 's3:Put*' }, true],
  ['NotAction does not mean its own', { NotAction: 's3:get*' }, false],
  ['NotAction does not mean any of its list', { NotAction: ['iam:*', 's3:*'] }, false],
  ['NotAction of another service means this one', { NotAction: 'iam:*' }, true],
];

const RESOURCES: readonly Row[] = [
  ['a resource by its ARN', { Resource: `${BUCKET}/a` }, true],
  ['a resource has case', { Resource: `${BUCKET}/A` }, false],
  ['a bucket is not its objects', { Resource: BUCKET }, false],
  ['objects are not their bucket', { Resource: `${BUCKET}/*` }, false, { action: 's3:ListBucket', resource: BUCKET }],
  ['a star reaches over slashes', { Resource: `${BUCKET}/*` }, true, { resource: `${BUCKET}/1/2/test/3` }],
  [
    'a star in the middle reaches over slashes',
    { Resource: `${BUCKET}/*/test/*` },
    true,
    { resource: `${BUCKET}/1/2/test/3/o.jpg` },
  ],
  ['a star in the middle may be empty', { Resource: `${BUCKET}/*/test/*` }, true, { resource: `${BUCKET}//test/o.jpg` }],
  ['what is between stars has to be there', { Resource: `${BUCKET}/*/test/*` }, false, { resource: `${BUCKET}/1-test/o.jpg` }],
  [
    'what is between stars has to be there whole',
    { Resource: `${BUCKET}/*/test/*` },
    false,
    { resource: `${BUCKET}/test/o.jpg` },
  ],
  ['a question mark is one letter of a name', { Resource: 'arn:aws:s3:::l?gs/a' }, true],
  ['a star in every part', { Resource: 'arn:*:s3:*:*:logs/*' }, true],
  ['a star of the last part reaches over colons', { Resource: 'arn:aws:s3:::*' }, true, { resource: `${BUCKET}/a:b:c` }],
  [
    'a path of users',
    { Resource: `arn:aws:iam::${HOME}:user/accounting/*` },
    true,
    { action: 'iam:GetUser', resource: `arn:aws:iam::${HOME}:user/accounting/eu/bob` },
  ],
  [
    'a path that only begins alike',
    { Resource: `arn:aws:iam::${HOME}:user/accounting/*` },
    false,
    { action: 'iam:GetUser', resource: `arn:aws:iam::${HOME}:user/accounting2/bob` },
  ],
  ['one of a list is enough', { Resource: ['arn:aws:s3:::x/*', `${BUCKET}/*`] }, true],
  [
    'an action without a resource needs the star',
    { Action: 's3:ListAllMyBuckets', Resource: '*' },
    true,
    { action: 's3:ListAllMyBuckets', resource: '*' },
  ],
  [
    'an ARN is not enough for an action without a resource',
    { Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::logs' },
    false,
    { action: 's3:ListAllMyBuckets', resource: '*' },
  ],
  [
    'AWS says that only the star lets somebody list buckets, and gives it by all buckets in policies of its own',
    { Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' },
    'unknown',
    { action: 's3:ListAllMyBuckets', resource: '*' },
  ],
  [
    '… so what it comes to without all buckets is nowhere said',
    { Action: 's3:ListAllMyBuckets', NotResource: 'arn:aws:s3:::*' },
    'unknown',
    { action: 's3:ListAllMyBuckets', resource: '*' },
  ],
  ['NotResource means all others', { NotResource: `${BUCKET}/b` }, true],
  ['NotResource does not mean its own', { NotResource: `${BUCKET}/*` }, false],
  ['NotResource does not mean any of its list', { NotResource: ['arn:aws:s3:::x/*', `${BUCKET}/*`] }, false],
];

const tag = (value: string): Partial<CaseRequest> => ({ context: { 'aws:PrincipalTag/team': value } });
const at = (resource: string, more: Partial<CaseRequest> = {}): Partial<CaseRequest> => ({ resource, ...more });
const OWN = { Resource: `${BUCKET}/\${aws:username}/*` };
const TEAM = { Resource: "arn:aws:s3:::bucket-${aws:PrincipalTag/team, 'company-wide'}/*" };
const ops = user('ops/alice');

const VARIABLES: readonly Row[] = [
  ['a user has a folder of the own name', OWN, true, at(`${BUCKET}/alice/x`)],
  ["a user has nobody else's folder", OWN, false, at(`${BUCKET}/bob/x`)],
  ['a name is its letters, whatever their case', OWN, false, at(`${BUCKET}/Alice/x`)],
  ['the name of a user has no path', OWN, true, at(`${BUCKET}/alice/x`, { caller: ops })],
  ['a path is no part of the name', OWN, false, at(`${BUCKET}/ops/alice/x`, { caller: ops })],
  [
    "a role's session has no user name: nothing is like it",
    OWN,
    false,
    at(`${BUCKET}/shift/x`, { caller: session('deploy', 'shift') }),
  ],
  ['the names of keys have no case', { Resource: `${BUCKET}/\${AWS:UserName}/*` }, true, at(`${BUCKET}/alice/x`)],
  ['a tag stands for its value', { Resource: `${BUCKET}/\${aws:PrincipalTag/team}` }, true, at(`${BUCKET}/red`, tag('red'))],
  [
    'a star in a tag is a star, no wildcard',
    { Resource: `${BUCKET}/\${aws:PrincipalTag/team}` },
    false,
    at(`${BUCKET}/red`, tag('*')),
  ],
  ['a star in a tag meets a star', { Resource: `${BUCKET}/\${aws:PrincipalTag/team}` }, true, at(`${BUCKET}/*`, tag('*'))],
  [
    'without the tag nothing is like it',
    { Resource: `${BUCKET}/*\${aws:PrincipalTag/team}` },
    false,
    at(`${BUCKET}/a`, tag('absent')),
  ],
  ['a team has its bucket', TEAM, true, at('arn:aws:s3:::bucket-yellow/a', tag('yellow'))],
  ['a team has no bucket of others', TEAM, false, at('arn:aws:s3:::bucket-company-wide/a', tag('yellow'))],
  ['without a tag there is the default', TEAM, true, at('arn:aws:s3:::bucket-company-wide/a', tag('absent'))],
  ['without a tag there is only the default', TEAM, false, at('arn:aws:s3:::bucket-yellow/a', tag('absent'))],
  ['${*} is a star', { Resource: `${BUCKET}/a\${*}` }, true, at(`${BUCKET}/a*`)],
  ['${*} is no wildcard', { Resource: `${BUCKET}/a\${*}` }, false, at(`${BUCKET}/ab`)],
  ['${?} is a question mark', { Resource: `${BUCKET}/a\${?}` }, true, at(`${BUCKET}/a?`)],
  ['${?} is no wildcard', { Resource: `${BUCKET}/a\${?}` }, false, at(`${BUCKET}/ab`)],
  ['${$} is a dollar', { Resource: `${BUCKET}/\${$}a` }, true, at(`${BUCKET}/$a`)],
  [
    'a variable in a condition',
    { Condition: { StringLike: { 's3:prefix': 'home/${aws:username}/*' } } },
    true,
    { context: { 's3:prefix': 'home/alice/x' } },
  ],
  [
    'a variable in a condition is for one only',
    { Condition: { StringLike: { 's3:prefix': 'home/${aws:username}/*' } } },
    false,
    { context: { 's3:prefix': 'home/bob/x' } },
  ],
  [
    'a variable with a value in StringEquals',
    { Condition: { StringEquals: { 'x:Owner': '${aws:username}' } } },
    true,
    { context: { 'x:Owner': 'alice' } },
  ],
  [
    'a variable in an ARN of a condition',
    { Condition: { ArnLike: { 'x:Arn': 'arn:aws:iam::*:user/${aws:username}' } } },
    true,
    { context: { 'x:Arn': `arn:aws:iam::${HOME}:user/alice` } },
  ],
  [
    'what must not match a variable without value does not',
    { Condition: { StringNotEquals: { 'x:Owner': '${aws:PrincipalTag/team}' } } },
    true,
    { context: { 'x:Owner': 'alice', 'aws:PrincipalTag/team': 'absent' } },
  ],
];

const OLD: readonly Row[] = [
  ['variables of the old version are letters', OWN, false, at(`${BUCKET}/alice/x`)],
  ['variables of the old version meet their letters', OWN, true, at(`${BUCKET}/\${aws:username}/x`)],
  ['stars of the old version are wildcards', { Resource: `${BUCKET}/*` }, true],
];

const KEYS: readonly Row[] = [
  ['a key has no case', { Condition: { StringEquals: { 'AWS:principalACCOUNT': HOME } } }, true],
  [
    'all lines of a condition have to hold',
    { Condition: { StringEquals: { 'x:A': 'a', 'x:B': 'b' } } },
    false,
    { context: { 'x:A': 'a', 'x:B': 'c' } },
  ],
  [
    'all operators of a condition have to hold',
    { Condition: { StringEquals: { 'x:A': 'a' }, Bool: { 'x:B': 'true' } } },
    false,
    { context: { 'x:A': 'a', 'x:B': 'false' } },
  ],
  ['one value of a line is enough', { Condition: { StringEquals: { 'x:A': ['b', 'a'] } } }, true, { context: { 'x:A': 'a' } }],
  ["a user's ARN is the principal's", { Condition: { ArnEquals: { 'aws:PrincipalArn': user('alice').arn } } }, true],
  [
    "a session's principal is the role",
    { Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/team/deploy` } } },
    true,
    { caller: session('team/deploy') },
  ],
  [
    "a session's principal is not the session",
    { Condition: { ArnEquals: { 'aws:PrincipalArn': session('deploy').arn } } },
    false,
    { caller: session('deploy') },
  ],
  ['a user is a User', { Condition: { StringEquals: { 'aws:PrincipalType': 'User' } } }, true],
  [
    'a session is an AssumedRole',
    { Condition: { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } } },
    true,
    { caller: session('deploy') },
  ],
  ['a user is no service', { Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } } }, true],
  ["a user's request names no service", { Condition: { Null: { 'aws:PrincipalServiceName': 'true' } } }, true],
  ["a user's request has no source", { Condition: { Null: { 'aws:SourceArn': 'true' } } }, true],
  [
    "the resource's account is in the request",
    { Condition: { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } } },
    true,
  ],
];

const UG = 'IAM UG, IAM JSON policy elements';

/** What statements are about. */
export const elements: Readonly<Record<string, readonly Case[]>> = {
  'Action and NotAction': casesOf(`${UG}: Action, NotAction`, ACTIONS),
  'Resource and NotResource': casesOf(`${UG}: Resource, NotResource`, RESOURCES),
  Variables: casesOf('IAM UG, IAM policy elements: Variables and tags', VARIABLES),
  'The old version': casesOf(`${UG}: Version; Variables and tags: Introduction`, OLD, '2008-10-17'),
  'Keys of a request': casesOf('IAM UG, AWS global condition context keys; Condition', KEYS),
};
