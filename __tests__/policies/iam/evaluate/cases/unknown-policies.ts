import { HOME, OTHER, rootUser, service, session, user } from '../../../../iam';
import { Reference, Template, Unknown } from '../../../../../policies/model/term';
import { allow, type Case, type CaseRequest, casesOf, deny, grant, type Row } from './case';
import { holed } from './holed';

const HIDDEN = new Unknown('it is set from outside: ${var.policy}');
const some = new Unknown('it is set from outside: ${var.name}');
const nameOf = (role: string): Reference => new Reference([{ key: `dev:aws_iam_role.${role}`, attribute: 'name' }]);
const everything = allow('*');
const naming = (aws: string, hole: Reference | Unknown): Template =>
  holed({ Sid: 'G', Effect: 'Allow', Principal: { AWS: aws }, Action: '*', Resource: '*' }, hole);
const inKey: Partial<CaseRequest> = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${HOME}:key/1` };
const faulty = { Version: '2012-10-17', Statement: [{ Effect: 'allow', Action: '*', Resource: '*' }] };

const sameRole = new Template([`arn:aws:iam::${HOME}:role/`, nameOf('a')]);
const asRole = { caller: { ...session('x'), roleArn: sameRole } };
const PRINCIPALS: readonly Row[] = [
  [
    'a role by the same reference',
    { resource: [naming(`arn:aws:iam::${HOME}:role/@`, nameOf('a'))] },
    'allowed by resource',
    asRole,
  ],
  [
    'a role by another reference',
    { resource: [naming(`arn:aws:iam::${HOME}:role/@`, nameOf('b'))] },
    'unknown by resource',
    asRole,
  ],
  ['a user by a reference may be this one', { resource: [naming(`arn:aws:iam::${HOME}:user/@`, some)] }, 'unknown by resource'],
  ['a user of another account is not', { resource: [naming(`arn:aws:iam::${OTHER}:user/@`, some)] }, 'denied by identity'],
  [
    'an account by a reference may be this one, and gives nothing',
    { resource: [naming('arn:aws:iam::@:root', some)] },
    'denied by identity',
  ],
  [
    'an account by a reference may be this one, where it has to be named',
    { identity: [everything], resource: [naming('arn:aws:iam::@:root', some)], resourceKind: 'kms' },
    'unknown by resource',
    inKey,
  ],
  [
    'a role whose path nobody tells',
    { resource: [grant({ AWS: `arn:aws:iam::${HOME}:role/team/deploy` })] },
    'unknown by resource',
    { caller: unpathed('deploy') },
  ],
  [
    'a role of another name',
    { resource: [grant({ AWS: `arn:aws:iam::${HOME}:role/team/deploy` })] },
    'denied by identity',
    { caller: unpathed('audit') },
  ],
  [
    'an id of a principal',
    { resource: [grant({ AWS: 'AROA1234567890EXAMPLE' })] },
    'unknown by resource',
    { caller: session('deploy') },
  ],
  [
    'a canonical user may be the account',
    { identity: [everything], resource: [grant({ CanonicalUser: '79a59df9' })], resourceKind: 'kms' },
    'unknown by resource',
    inKey,
  ],
  [
    'a principal with a wildcard in it',
    { resource: [grant({ AWS: `arn:aws:iam::${HOME}:role/*` })] },
    'unknown by resource',
    { caller: session('deploy') },
  ],
  [
    'a user whom NotPrincipal names without the account',
    {
      identity: [everything],
      resource: [holed({ Effect: 'Deny', NotPrincipal: { AWS: '@' }, Action: '*', Resource: '*' }, some)],
    },
    'unknown by explicit deny',
  ],
  ['whose resource it is', { identity: [everything] }, 'unknown by resource', { resourceAccountId: 'hidden' }],
  [
    'whose resource it is, where both ways lead to one answer',
    { resource: [grant('*')], identity: [everything] },
    'allowed by resource',
    { resourceAccountId: 'hidden' },
  ],
  [
    'whether a role is service-linked',
    { identity: [everything], scp: [[deny('*')]] },
    'unknown by scp',
    { caller: unpathed('AWSServiceRoleForX') },
  ],
];

function unpathed(name: string) {
  const { roleArn: _roleArn, ...caller } = session(name);
  return caller;
}

const grantOf = (constrained: boolean) => ({
  key: 'dev:aws_kms_grant.x',
  granteeArn: user('alice').arn,
  actions: ['kms:Decrypt'],
  constrained,
});
const POLICIES: readonly Row[] = [
  ['a policy that nobody tells may allow', { identity: [HIDDEN] }, 'unknown by identity'],
  ['a policy that nobody tells may deny', { identity: [everything, HIDDEN] }, 'unknown by explicit deny'],
  ['a Deny that is told ends it', { identity: [HIDDEN, deny('*')] }, 'denied by explicit deny'],
  ['a boundary that nobody tells', { identity: [everything], boundary: HIDDEN }, 'unknown by boundary'],
  ['a boundary that nobody tells gives nothing', { boundary: HIDDEN }, 'denied by identity'],
  ['a service control policy that nobody tells', { identity: [everything], scp: [[HIDDEN]] }, 'unknown by scp'],
  [
    'a service control policy that nobody tells limits no service',
    { resource: [grant('*')], scp: [[HIDDEN]] },
    'allowed by resource',
    { caller: service('config.amazonaws.com') },
  ],
  [
    "a resource's policy that nobody tells, across accounts",
    { identity: [everything], resource: [HIDDEN] },
    'unknown by resource',
    { caller: user('bob', OTHER) },
  ],
  [
    "a resource's policy that nobody tells may deny the root user",
    { resource: [HIDDEN] },
    'unknown by explicit deny',
    { caller: rootUser() },
  ],
  ['an endpoint that nobody tells', { identity: [everything], endpoint: HIDDEN }, 'unknown by endpoint'],
  ['a policy that AWS would not take', { identity: [faulty] }, 'unknown by identity'],
  ["a policy of an identity that names principals, which AWS wouldn't take", { identity: [grant('*')] }, 'unknown by identity'],
  ['what may be attached besides may allow', { doubts: [some] }, 'unknown by identity'],
  ['what may be attached besides may deny', { identity: [everything], doubts: [some] }, 'unknown by identity'],
  ['what may be attached besides takes no Deny away', { identity: [deny('*')], doubts: [some] }, 'denied by explicit deny'],
  ['a grant for certain contexts only', { grants: [grantOf(true)], resourceKind: 'kms' }, 'unknown by grant', inKey],
  [
    'a grant across accounts',
    { grants: [grantOf(false)], resourceKind: 'kms' },
    'unknown by grant',
    { ...inKey, resourceAccountId: OTHER },
  ],
  [
    'a grant under a boundary that is silent',
    { grants: [grantOf(false)], boundary: allow('s3:*'), resourceKind: 'kms' },
    'unknown by grant',
    inKey,
  ],
];

const alone = (cases: readonly Case[]): readonly Case[] => cases.map((one) => ({ ...one, alone: true }));

/** Callers, principals and policies of which somebody tells a part, or nothing. */
export const unknownPolicies: Readonly<Record<string, readonly Case[]>> = {
  'Callers and principals in part': alone(casesOf('own; IAM UG, Principal; NotPrincipal with Deny', PRINCIPALS)),
  'Policies, grants and attachments': alone(casesOf('own; KMS DG, Grants', POLICIES)),
};
