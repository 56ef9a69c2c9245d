import { federated, HOME, service, session, user } from '../../../../iam';
import { Reference, Template } from '../../../../../policies/model/term';
import { allow, type Case, type CaseRequest, casesOf, deny, grant, openOnes, policy, type Row } from './case';

const PATH = 'aws-reserved/sso.amazonaws.com';
const NAME = 'AWSReservedSSO_DatabaseAdministrator_1234567890abcdef';
const ROLE = `arn:aws:iam::${HOME}:role/${PATH}/eu-west-2/${NAME}`;
const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/1`;

/** Whoever is assigned the permission set DatabaseAdministrator, in the own account. */
const administrator = session(`${PATH}/eu-west-2/${NAME}`, 'ann');
/** The same as Terraform tells it: the digits are AWS's. */
const told: CaseRequest['caller'] = {
  ...administrator,
  roleArn: new Template([
    ROLE.slice(0, -16),
    new Reference([{ key: 'dev:aws_ssoadmin_account_assignment.dba', attribute: 'role.unique_id' }]),
  ]),
};
const by = (caller: CaseRequest['caller']): Partial<CaseRequest> => ({ caller });
const kms = allow('kms:*');

/** The account as a whole, and of it whoever has an ARN like this. */
const ofAccount = (operator: string, arn: string) =>
  grant({ AWS: HOME }, { Condition: { [operator]: { 'aws:PrincipalArn': arn } } });
const below = (name: string, region = '*/') => `arn:aws:iam::${HOME}:role/${PATH}/${region}${name}`;

const NAMED: readonly Row[] = [
  [
    'the role of a permission set by the name of the set',
    { identity: [kms], resource: [ofAccount('ArnLike', below('AWSReservedSSO_DatabaseAdministrator_*'))] },
    'allowed by identity',
  ],
  [
    'nor is it the role of another set',
    { identity: [kms], resource: [ofAccount('ArnLike', below('AWSReservedSSO_Developer_*'))] },
    'denied by resource',
  ],
  [
    "the digits that AWS adds needn't be known for that",
    { identity: [kms], resource: [ofAccount('ArnLike', below('AWSReservedSSO_DatabaseAdministrator_*'))] },
    'allowed by identity',
    by(told),
  ],
  [
    "without them it surely isn't the role of another set either",
    { identity: [kms], resource: [ofAccount('ArnLike', below('AWSReservedSSO_Developer_*'))] },
    'denied by resource',
    by(told),
  ],
  ['by its whole ARN', { identity: [kms], resource: [grant({ AWS: ROLE })] }, 'allowed by resource'],
  ['whether that is it, where only AWS tells the digits', { resource: [grant({ AWS: ROLE })] }, 'unknown by resource', by(told)],
  [
    'an ARN that is out of date, since the role was made anew',
    { identity: [kms], resource: [grant({ AWS: ROLE.replace('1234567890abcdef', 'abcdef0123456789') })] },
    'denied by resource',
  ],
  [
    'hosted in us-east-1 it has no Region in its path, which a pattern with one misses',
    { identity: [kms], resource: [ofAccount('ArnLike', below('AWSReservedSSO_DatabaseAdministrator_*'))] },
    'denied by resource',
    by(session(`${PATH}/${NAME}`, 'ann')),
  ],
];

const tagged = allow('ec2:StopInstances', { Condition: { StringEquals: { 'aws:PrincipalTag/CostCenter': '123' } } });
const stop = { action: 'ec2:StopInstances', resource: `arn:aws:ec2:eu-west-1:${HOME}:instance/i-1` };

const RIGHTS: readonly Row[] = [
  ['its policies are those of the set', { identity: [allow('ec2:*')] }, 'allowed by identity'],
  ['a boundary of the set limits it', { identity: [allow('*')], boundary: allow('s3:*') }, 'denied by boundary'],
  [
    'a service control policy limits it',
    { identity: [allow('*')], scp: [[allow('*'), deny('ec2:StopInstances')]] },
    'denied by explicit deny',
  ],
  ['one that allows something else limits it too', { identity: [allow('*')], scp: [[allow('s3:*')]] }, 'denied by scp', by(told)],
  [
    "one that spares it by the name of the set doesn't",
    {
      identity: [allow('*')],
      scp: [
        [
          allow('*'),
          deny('ec2:*', { Condition: { ArnNotLike: { 'aws:PrincipalArn': below('AWSReservedSSO_DatabaseAdministrator_*') } } }),
        ],
      ],
    },
    'allowed by identity',
    by(told),
  ],
  ['what hangs on an attribute of whoever comes in', { identity: [tagged] }, 'unknown by identity'],
  [
    'where it is told, it decides',
    { identity: [tagged] },
    'allowed by identity',
    { context: { 'aws:PrincipalTag/CostCenter': '123' } },
  ],
];

const all = allow('*');
const change = (action: string): Partial<CaseRequest> => ({ action, resource: ROLE });

const KEPT: readonly Row[] = [
  ...['iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:DeleteRolePermissionsBoundary'].map(
    (action): Row => [
      `an administrator of the account can't: ${action}`,
      { identity: [all] },
      'denied by nobody',
      change(action),
    ],
  ),
  [
    "whoever has the set can't, not even to his own role",
    { identity: [all] },
    'denied by nobody',
    { ...change('iam:PutRolePolicy'), caller: administrator },
  ],
  ['it may be looked at', { identity: [all] }, 'allowed by identity', change('iam:GetRole')],
  [
    'IAM Identity Center itself can, by its service-linked role',
    { identity: [all] },
    'allowed by identity',
    { ...change('iam:PutRolePolicy'), caller: session('aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO') },
  ],
  [
    'a role under a path that only begins alike may be changed',
    { identity: [all] },
    'allowed by identity',
    { action: 'iam:PutRolePolicy', resource: ROLE.replace('aws-reserved', 'aws-reserved-too') },
  ],
];

const PROVIDER = `arn:aws:iam::${HOME}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE`;
const TRUST = policy({ Principal: { Federated: PROVIDER }, Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] });
const take = { action: 'sts:AssumeRoleWithSAML', resource: ROLE };

const TAKEN: readonly Row[] = [
  ['whoever comes by the portal', { resource: [TRUST] }, 'allowed by resource', by(federated(PROVIDER))],
  [
    'nobody of another provider',
    { resource: [TRUST] },
    'denied by resource',
    by(federated(`arn:aws:iam::${HOME}:saml-provider/okta`)),
  ],
  [
    'no user of the account',
    { identity: [all], resource: [TRUST] },
    'denied by resource',
    { action: 'sts:AssumeRole', caller: user('alice') },
  ],
  [
    'no service',
    { resource: [TRUST] },
    'denied by resource',
    { action: 'sts:AssumeRole', caller: service('lambda.amazonaws.com') },
  ],
];

/** The oracle knows no holes. */
const alone = (cases: readonly Case[]): readonly Case[] =>
  openOnes(cases).map((one) => (one.request.caller.roleArn instanceof Template ? { ...one, alone: true } : one));

const GUIDE = 'IAM Identity Center UG';

/** What IAM Identity Center makes of permission sets. */
export const permissionSets: Readonly<Record<string, readonly Case[]>> = {
  'Roles of permission sets by their names': alone(
    casesOf(
      `${GUIDE}, Referencing permission sets in resource policies, Amazon EKS Cluster config maps, and AWS KMS key policies`,
      NAMED,
      { ...by(administrator), action: 'kms:Decrypt', resource: KEY },
      'kms',
    ),
  ),
  'What roles of permission sets may do': alone(
    casesOf(
      `${GUIDE}, Custom permissions; Attribute-based access control; Organizations UG, SCPs: effects on permissions`,
      RIGHTS,
      { ...by(administrator), ...stop },
    ),
  ),
  'Who changes roles of permission sets': casesOf(
    're:Post, Cannot perform the operation on the protected role AWSReservedSSO',
    KEPT,
  ),
  'Who takes on roles of permission sets': casesOf(`${GUIDE}, Permission sets; IAM UG, SAML federation`, TAKEN, take, 'trust'),
};
