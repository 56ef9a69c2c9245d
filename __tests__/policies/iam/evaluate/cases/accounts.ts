import { HOME, OTHER, rootUser, session } from '../../../../iam';
import { allow, BUCKET, type Case, type CaseRequest, casesOf, deny, grant, policy, type Row } from './case';

const everything = allow('*');
const s3 = allow('s3:*');
const ec2 = allow('ec2:*');
const denied = deny('s3:*');
const named = { Principal: '*' as const };
const open = grant('*');

const LOGIC: readonly Row[] = [
  ['by default a request is denied', {}, 'denied by identity'],
  ["an Allow in the caller's policy allows", { identity: [s3] }, 'allowed by identity'],
  ['one policy of several is enough', { identity: [ec2, s3] }, 'allowed by identity'],
  ['an Allow for another service allows nothing', { identity: [ec2] }, 'denied by identity'],
  ['a Deny ends it, whatever allows', { identity: [everything, denied] }, 'denied by explicit deny'],
  [
    'a Deny in the same policy ends it',
    { identity: [policy({ Action: '*', Resource: '*' }, { Effect: 'Deny', Action: 's3:*', Resource: '*' })] },
    'denied by explicit deny',
  ],
  [
    'a Deny in the policy of the resource ends it',
    { identity: [everything], resource: [deny('s3:*', named)] },
    'denied by explicit deny',
  ],
  ['a Deny in a boundary ends it', { identity: [everything], boundary: denied }, 'denied by explicit deny'],
  [
    'a Deny in a session policy ends it',
    { identity: [everything], session: denied },
    'denied by explicit deny',
    { caller: session('deploy') },
  ],
  ['a Deny of other actions ends nothing', { identity: [everything, deny('ec2:*')] }, 'allowed by identity'],
  ['the root user needs no Allow', {}, 'allowed by root user', { caller: rootUser() }],
  [
    "the root user is stopped by the resource's Deny",
    { resource: [denied, deny('s3:*', named)].slice(1) },
    'denied by explicit deny',
    { caller: rootUser() },
  ],
  ['AllowGetList allows what begins with Get', { identity: [reports()] }, 'allowed by identity', iam('iam:GetUser')],
  [
    'DenyReports denies what ends with Report, whatever allows it',
    { identity: [reports(), everything] },
    'denied by explicit deny',
    iam('iam:GetOrganizationsAccessReport'),
  ],
  [
    'what neither statement is about is denied implicitly',
    { identity: [reports()] },
    'denied by identity',
    iam('iam:CreatePolicy'),
  ],
];

function reports() {
  return policy(
    { Sid: 'AllowGetList', Action: ['iam:Get*', 'iam:List*'], Resource: '*' },
    { Sid: 'DenyReports', Effect: 'Deny', Action: 'iam:*Report', Resource: '*' },
  );
}

function iam(action: string): Partial<CaseRequest> {
  return { action, resource: '*' };
}

const BOUNDS: readonly Row[] = [
  ['a boundary allows nothing by itself', { boundary: everything }, 'denied by identity'],
  ['a boundary limits what the identity has', { identity: [everything], boundary: ec2 }, 'denied by boundary'],
  ['what boundary and identity both allow is allowed', { identity: [everything], boundary: s3 }, 'allowed by identity'],
  [
    "ShirleyRodriguez may not create users, since her boundary doesn't",
    { identity: [allow('iam:CreateUser')], boundary: allow(['s3:*', 'cloudwatch:*', 'ec2:*']) },
    'denied by boundary',
    iam('iam:CreateUser'),
  ],
  ['a session policy gives nothing', { session: everything }, 'denied by identity', { caller: session('deploy') }],
  [
    'a session policy limits the session',
    { identity: [everything], session: ec2 },
    'denied by session',
    { caller: session('deploy') },
  ],
  [
    'what role, session and boundary allow is allowed',
    { identity: [everything], session: s3, boundary: allow('s3:Get*') },
    'allowed by identity',
    { caller: session('deploy') },
  ],
  [
    'of role, session and boundary each must allow',
    { identity: [everything], session: s3, boundary: allow('s3:Put*') },
    'denied by boundary',
    { caller: session('deploy') },
  ],
];

const rescue = { caller: rootUser(), action: 's3:PutBucketPolicy', resource: BUCKET };
const RESCUE: readonly Row[] = [
  [
    "a bucket's owner gets its policy back, whatever it denies",
    { resource: [deny('s3:*', named)] },
    'allowed by root user',
    rescue,
  ],
  [
    '… but not past a service control policy',
    { resource: [deny('s3:*', named)], scp: [[everything, denied]] },
    'denied by explicit deny',
    rescue,
  ],
  [
    '… nor anything but its policy',
    { resource: [deny('s3:*', named)] },
    'denied by explicit deny',
    { ...rescue, action: 's3:GetObject' },
  ],
  [
    "another account's root user does not",
    { resource: [open, deny('s3:*', named)] },
    'denied by explicit deny',
    { ...rescue, caller: rootUser(OTHER) },
  ],
  [
    'who one is, everybody may ask, whatever is denied',
    { identity: [deny('*')] },
    'allowed by nobody',
    { action: 'sts:GetCallerIdentity', resource: '*' },
  ],
  [
    'the root user takes up no role',
    { resource: [grant({ AWS: HOME })], resourceKind: 'trust' },
    'denied by root user',
    { caller: rootUser(), action: 'sts:AssumeRole', resource: `arn:aws:iam::${HOME}:role/x` },
  ],
];

const LOGIC_PAGE = 'IAM UG, Policy evaluation logic';

/** One account and several. */
export const accounts: Readonly<Record<string, readonly Case[]>> = {
  'Within one account': casesOf(`${LOGIC_PAGE}: Determining whether a request is allowed or denied within an account`, LOGIC),
  'Boundaries and sessions': casesOf(
    'IAM UG, Permissions boundaries: Evaluating effective permissions; Session policies',
    BOUNDS,
  ),
  'What AWS keeps for root users and everybody': casesOf(
    'S3 API: PutBucketPolicy; STS API: GetCallerIdentity, AssumeRole',
    RESCUE,
  ),
};
