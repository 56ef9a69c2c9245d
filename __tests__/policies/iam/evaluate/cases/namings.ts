import { HOME, OTHER, rootUser, session, type StatementJson, user } from '../../../../iam';
import { allow, type Case, casesOf, deny, grant, policy, type Row } from './case';

const everything = allow('*');
const s3 = allow('s3:*');
const ec2 = allow('ec2:*');
const denied = deny('s3:*');
const named = { Principal: '*' as const };
const open = grant('*');

const deploy = session('team/deploy');
const limits = { boundary: ec2, session: ec2 };
const asRole = { caller: deploy };
const byArn = { Condition: { ArnEquals: { 'aws:PrincipalArn': deploy.roleArn! } } };

const NAMED: readonly Row[] = [
  ["a resource that names a user's ARN lets him in", { resource: [grant({ AWS: user('alice').arn })] }, 'allowed by resource'],
  [
    '… and no boundary stops him by its silence',
    { resource: [grant({ AWS: user('alice').arn })], boundary: ec2 },
    'allowed by resource',
  ],
  [
    '… but a Deny in the boundary does',
    { resource: [grant({ AWS: user('alice').arn })], boundary: denied },
    'denied by explicit deny',
  ],
  [
    'a resource that names a role lets its sessions in',
    { resource: [grant({ AWS: deploy.roleArn! })] },
    'allowed by resource',
    asRole,
  ],
  [
    '… where neither boundary nor session is silent',
    { resource: [grant({ AWS: deploy.roleArn! })], ...limits },
    'denied by boundary',
    asRole,
  ],
  ['… nor the session policy alone', { resource: [grant({ AWS: deploy.roleArn! })], session: ec2 }, 'denied by session', asRole],
  ['a resource that names a session lets it in', { resource: [grant({ AWS: deploy.arn })] }, 'allowed by resource', asRole],
  ['… and nothing stops it by silence', { resource: [grant({ AWS: deploy.arn })], ...limits }, 'allowed by resource', asRole],
  [
    '… but another session of the role is not meant',
    { resource: [grant({ AWS: deploy.arn })] },
    'denied by identity',
    { caller: session('team/deploy', 'night') },
  ],
  ['a resource for everybody lets everybody of the account in', { resource: [open] }, 'allowed by resource', asRole],
  [
    "a role by aws:PrincipalArn under a star isn't limited by boundary and session",
    { resource: [grant('*', byArn)], ...limits },
    'allowed by resource',
    asRole,
  ],
  ['the account that is named gives nothing by itself', { resource: [grant({ AWS: HOME })] }, 'denied by identity'],
  [
    'the root ARN of the account gives nothing by itself',
    { resource: [grant({ AWS: `arn:aws:iam::${HOME}:root` })] },
    'denied by identity',
  ],
  [
    'the root ARN of the account means its root user too',
    { resource: [deny('s3:*', { Principal: { AWS: HOME } })] },
    'denied by explicit deny',
    { caller: rootUser() },
  ],
  [
    'a Deny for the account is a Deny for all in it',
    { identity: [s3], resource: [deny('s3:*', { Principal: { AWS: HOME } })] },
    'denied by explicit deny',
  ],
  [
    'a Deny for another account is none for this',
    { identity: [s3], resource: [deny('s3:*', { Principal: { AWS: OTHER } })] },
    'allowed by identity',
  ],
  [
    'a Deny for a role is one for its sessions',
    { identity: [s3], resource: [deny('s3:*', { Principal: { AWS: deploy.roleArn! } })] },
    'denied by explicit deny',
    asRole,
  ],
  [
    'a role of another path is another role',
    { resource: [grant({ AWS: `arn:aws:iam::${HOME}:role/deploy` })] },
    'denied by identity',
    asRole,
  ],
  ['the name of a user has case', { resource: [grant({ AWS: `arn:aws:iam::${HOME}:user/Alice` })] }, 'denied by identity'],
  ['several principals are alternatives', { resource: [grant({ AWS: [OTHER, user('alice').arn] })] }, 'allowed by resource'],
  ['either policy is enough in one account', { identity: [s3], resource: [grant({ AWS: OTHER })] }, 'allowed by identity'],
  [
    'ArnNotEquals of aws:PrincipalArn spares whom it names',
    { identity: [s3], resource: [spare(user('alice').arn)] },
    'allowed by identity',
  ],
  [
    'ArnNotEquals of aws:PrincipalArn denies the others',
    { identity: [s3], resource: [spare(user('bob').arn)] },
    'denied by explicit deny',
  ],
  [
    'NotPrincipal spares a user who is named with the account',
    { identity: [s3], resource: [notPrincipal(user('alice').arn, HOME)] },
    'allowed by identity',
  ],
  [
    'NotPrincipal denies whom it names in no way',
    { identity: [s3], resource: [notPrincipal(user('bob', OTHER).arn, OTHER)] },
    'denied by explicit deny',
  ],
  [
    'NotPrincipal spares a session with role and account',
    { identity: [s3], resource: [notPrincipal(deploy.arn, deploy.roleArn!, HOME)] },
    'allowed by identity',
    asRole,
  ],
];

function spare(arn: string) {
  return deny('s3:*', { ...named, Condition: { ArnNotEquals: { 'aws:PrincipalArn': arn } } });
}

function notPrincipal(...arns: string[]) {
  const statement: Partial<StatementJson> = {
    Sid: 'Deny',
    Effect: 'Deny',
    NotPrincipal: { AWS: arns },
    Action: '*',
    Resource: '*',
  };
  return policy(statement);
}

const reader = session('reader', 'work', OTHER);
const across = { caller: reader };
const carlos = policy(
  { Sid: 'AllowS3ProductionObjectActions', Action: 's3:*Object*', Resource: 'arn:aws:s3:::Production/*' },
  { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: ['arn:aws:s3:::*log*', 'arn:aws:s3:::*log*/*'] },
);

const ACROSS: readonly Row[] = [
  [
    'both sides allow: by the account',
    { identity: [s3], resource: [grant({ AWS: OTHER })] },
    'allowed by identity and resource',
    across,
  ],
  [
    'both sides allow: by the role',
    { identity: [s3], resource: [grant({ AWS: reader.roleArn! })] },
    'allowed by identity and resource',
    across,
  ],
  [
    'both sides allow: by the session',
    { identity: [s3], resource: [grant({ AWS: reader.arn })] },
    'allowed by identity and resource',
    across,
  ],
  ['both sides allow: for everybody', { identity: [s3], resource: [open] }, 'allowed by identity and resource', across],
  ["the resource's word alone is not enough", { resource: [grant({ AWS: OTHER })] }, 'denied by identity', across],
  [
    "the resource's word for the session alone is not enough",
    { resource: [grant({ AWS: reader.arn })] },
    'denied by identity',
    across,
  ],
  ["the resource's word for everybody alone is not enough", { resource: [open] }, 'denied by identity', across],
  ["the caller's policies alone are not enough", { identity: [everything] }, 'denied by resource', across],
  [
    'a resource that names its own account names nobody else',
    { identity: [everything], resource: [grant({ AWS: HOME })] },
    'denied by resource',
    across,
  ],
  ['a Deny of the caller ends it', { identity: [everything, denied], resource: [open] }, 'denied by explicit deny', across],
  [
    'a Deny of the resource ends it',
    { identity: [everything], resource: [open, deny('s3:*', { Principal: { AWS: OTHER } })] },
    'denied by explicit deny',
    across,
  ],
  [
    'a boundary limits the caller, however he is named',
    { identity: [s3], boundary: ec2, resource: [grant({ AWS: reader.arn })] },
    'denied by boundary',
    across,
  ],
  [
    'a session policy limits the caller, however he is named',
    { identity: [s3], session: ec2, resource: [grant({ AWS: reader.arn })] },
    'denied by session',
    across,
  ],
  ["another account's root user needs the resource's word", {}, 'denied by resource', { caller: rootUser(OTHER) }],
  [
    "another account's root user needs only the resource's word",
    { resource: [grant({ AWS: OTHER })] },
    'allowed by identity and resource',
    { caller: rootUser(OTHER) },
  ],
  [
    'Carlos saves to Production, whose bucket lets him',
    { identity: [carlos], resource: [grant({ AWS: user('carlossalazar', OTHER).arn })] },
    'allowed by identity and resource',
    { caller: user('carlossalazar', OTHER), action: 's3:PutObject', resource: 'arn:aws:s3:::Production/a' },
  ],
  [
    'Carlos does not save to Production-logs, since his own policy denies it',
    { identity: [carlos], resource: [grant({ AWS: user('carlossalazar', OTHER).arn })] },
    'denied by explicit deny',
    { caller: user('carlossalazar', OTHER), action: 's3:PutObject', resource: 'arn:aws:s3:::Production-logs/a' },
  ],
];

const NAMING = 'IAM UG, Policy evaluation logic: Resource-based policies and implicit denies; Principal; NotPrincipal';

/** Who is named by whom. */
export const namings: Readonly<Record<string, readonly Case[]>> = {
  'Who is named by a resource': casesOf(NAMING, NAMED),
  'Across accounts': casesOf('IAM UG, Cross-account policy evaluation logic', ACROSS),
};
