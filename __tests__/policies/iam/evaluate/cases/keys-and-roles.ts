import { federated, HOME, OTHER, rootUser, service, session, type StatementJson, user } from '../../../../iam';
import { allow, type Case, type CaseRequest, casesOf, deny, grant, type Row } from './case';

const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/1`;
const ROLE = `arn:aws:iam::${HOME}:role/deploy`;
const named = { Principal: '*' as const };

const kms = allow('kms:*');
const account = grant({ AWS: HOME });
const decrypt = { action: 'kms:Decrypt', resource: KEY };
const outside = { caller: session('reader', 'work', OTHER) };
const holder = {
  key: 'dev:aws_kms_grant.x',
  granteeArn: session('deploy').roleArn!,
  actions: ['kms:Decrypt'],
  constrained: false,
};
const deploy = { caller: session('deploy') };

const KEYS: readonly Row[] = [
  ["a key opens to nobody whom its policy doesn't name", { identity: [kms] }, 'denied by resource'],
  ['not to the root user either', {}, 'denied by resource', { caller: rootUser() }],
  ['the account that a key names lets its own policies decide', { identity: [kms], resource: [account] }, 'allowed by identity'],
  ['the account that a key names gives nothing by itself', { resource: [account] }, 'denied by identity'],
  ['the account that a key names lets the root user in', { resource: [account] }, 'allowed by resource', { caller: rootUser() }],
  [
    'an account named for another action lets nobody do this one',
    { identity: [kms], resource: [grant({ AWS: HOME }, { Action: 'kms:Encrypt' })] },
    'denied by resource',
  ],
  ['a user whom a key names needs no policy', { resource: [grant({ AWS: user('alice').arn })] }, 'allowed by resource'],
  ['a role that a key names needs no policy', { resource: [grant({ AWS: ROLE })] }, 'allowed by resource', deploy],
  [
    'a role that a key names is limited by its boundary',
    { resource: [grant({ AWS: ROLE })], boundary: allow('s3:*') },
    'denied by boundary',
    deploy,
  ],
  ['a Deny of the key ends it', { identity: [kms], resource: [account, deny('kms:*', named)] }, 'denied by explicit deny'],
  [
    'a Deny of the caller ends it',
    { identity: [deny('kms:*')], resource: [grant({ AWS: user('alice').arn })] },
    'denied by explicit deny',
  ],
  ['another account needs both: the key alone', { resource: [grant({ AWS: OTHER })] }, 'denied by identity', outside],
  ['another account needs both: its policies alone', { identity: [kms], resource: [account] }, 'denied by resource', outside],
  [
    'another account needs both, and has them',
    { identity: [kms], resource: [grant({ AWS: OTHER })] },
    'allowed by identity and resource',
    outside,
  ],
  [
    'kms:CallerAccount and kms:ViaService tell an AWS-managed key who asks',
    { resource: [viaS3('s3.eu-west-1.amazonaws.com')] },
    'allowed by resource',
    via('s3.eu-west-1.amazonaws.com'),
  ],
  [
    'by another service the key stays shut',
    { resource: [viaS3('s3.eu-west-1.amazonaws.com')] },
    'denied by resource',
    via('ec2.eu-west-1.amazonaws.com'),
  ],
  ['directly the key stays shut', { resource: [viaS3('s3.eu-west-1.amazonaws.com')] }, 'denied by resource', via('absent')],
  ['a grant allows where no policy does', { resource: [account], grants: [holder] }, 'allowed by grant', deploy],
  ['a grant allows without the key policy', { grants: [holder] }, 'allowed by grant', deploy],
  [
    'a grant for one action is none for another',
    { resource: [account], grants: [holder] },
    'denied by identity',
    { ...deploy, action: 'kms:Encrypt' },
  ],
  ['a grant for one is none for another', { resource: [account], grants: [holder] }, 'denied by identity'],
  ['a Deny goes before a grant', { resource: [deny('kms:*', named)], grants: [holder] }, 'denied by explicit deny', deploy],
  ['a service control policy goes before a grant', { grants: [holder], scp: [[allow('s3:*')]] }, 'denied by scp', deploy],
];

function viaS3(name: string) {
  return grant({ AWS: '*' }, { Condition: { StringEquals: { 'kms:ViaService': name, 'x:CallerAccount': HOME } } });
}

function via(name: string): Partial<CaseRequest> {
  return { context: { 'kms:ViaService': name, 'x:CallerAccount': HOME } };
}

const trust = (principal: NonNullable<StatementJson['Principal']>, more: Partial<StatementJson> = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Trust', Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more }],
});
const sts = allow('sts:AssumeRole');
const assume = { action: 'sts:AssumeRole', resource: ROLE };
const GITHUB = `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`;
const SUB = 'token.actions.githubusercontent.com:sub';
const web = (sub: string): Partial<CaseRequest> => ({
  caller: federated(GITHUB),
  action: 'sts:AssumeRoleWithWebIdentity',
  context: { [SUB]: sub },
});
const github = trust(
  { Federated: GITHUB },
  { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringLike: { [SUB]: 'repo:acme/shop:*' } } },
);
const byMfa = trust({ AWS: HOME }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } });
const byExternalId = trust({ AWS: OTHER }, { Condition: { StringEquals: { 'sts:ExternalId': '12345' } } });
const mfa = (value: string): Partial<CaseRequest> => ({ context: { 'aws:MultiFactorAuthPresent': value } });
const external = (id: string): Partial<CaseRequest> => ({ caller: user('bob', OTHER), context: { 'sts:ExternalId': id } });

const ROLES: readonly Row[] = [
  ["nobody takes up a role that doesn't trust him", { identity: [sts] }, 'denied by resource'],
  [
    'a user who is trusted by name needs no policy in one account',
    { resource: [trust({ AWS: user('alice').arn })] },
    'allowed by resource',
  ],
  ['an account that is trusted gives nothing by itself', { resource: [trust({ AWS: HOME })] }, 'denied by identity'],
  [
    'an account that is trusted lets its policies decide',
    { identity: [sts], resource: [trust({ AWS: HOME })] },
    'allowed by identity',
  ],
  [
    'another account has to be trusted',
    { identity: [sts], resource: [trust({ AWS: HOME })] },
    'denied by resource',
    { caller: user('bob', OTHER) },
  ],
  [
    'another account that is trusted decides by its policies',
    { identity: [sts], resource: [trust({ AWS: OTHER })] },
    'allowed by identity and resource',
    { caller: user('bob', OTHER) },
  ],
  [
    'a user of another account who is trusted by name needs a policy',
    { resource: [trust({ AWS: user('bob', OTHER).arn })] },
    'denied by identity',
    { caller: user('bob', OTHER) },
  ],
  [
    'roles are chained: a session of a trusted role',
    { resource: [trust({ AWS: session('first').roleArn! })] },
    'allowed by resource',
    { caller: session('first') },
  ],
  ['with a second factor', { identity: [sts], resource: [byMfa] }, 'allowed by identity', mfa('true')],
  ['not without a second factor', { identity: [sts], resource: [byMfa] }, 'denied by resource', mfa('false')],
  ['not with keys that last', { identity: [sts], resource: [byMfa] }, 'denied by resource', mfa('absent')],
  ['with the external id', { identity: [sts], resource: [byExternalId] }, 'allowed by identity and resource', external('12345')],
  ['not with another external id', { identity: [sts], resource: [byExternalId] }, 'denied by resource', external('1')],
  [
    'a service that is trusted',
    { resource: [trust({ Service: ['ecs.amazonaws.com', 'lambda.amazonaws.com'] })] },
    'allowed by resource',
    { caller: service('lambda.amazonaws.com') },
  ],
  [
    'a service that is not trusted',
    { resource: [trust({ Service: 'ecs.amazonaws.com' })] },
    'denied by resource',
    { caller: service('lambda.amazonaws.com') },
  ],
  ['a token of the repository', { resource: [github] }, 'allowed by resource', web('repo:acme/shop:ref:refs/heads/main')],
  [
    'a token of a repository that begins alike',
    { resource: [github] },
    'denied by resource',
    web('repo:acme/shop-fork:ref:refs/heads/main'),
  ],
  ['a token without a subject', { resource: [github] }, 'denied by resource', web('absent')],
  [
    'a token of another provider',
    { resource: [github] },
    'denied by resource',
    { ...web('repo:acme/shop:x'), caller: federated('accounts.google.com') },
  ],
  [
    'a token for the wrong action',
    { resource: [github] },
    'denied by resource',
    { ...web('repo:acme/shop:x'), action: 'sts:AssumeRole' },
  ],
];

/** Keys and roles, which open to nobody whom their own policy doesn't name. */
export const keysAndRoles: Readonly<Record<string, readonly Case[]>> = {
  'Keys and grants': casesOf('KMS DG, Key policies; Grants; Allowing users in other accounts', KEYS, decrypt, 'kms'),
  'Trust of roles': casesOf('IAM UG, How to use trust policies; Principal; OIDC federation', ROLES, assume, 'trust'),
};
