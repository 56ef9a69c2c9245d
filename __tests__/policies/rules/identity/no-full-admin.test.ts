import { noFullAdmin } from '../../../../policies/rules/identity/no-full-admin';
import { type Bodies, found } from './found';
import { allow, deny, policy, trust, type Written } from './written';

/** A policy that stands alone. */
const alone = (...statements: readonly Written[]): Bodies => ({
  'aws_iam_policy.p': { name: 'p', policy: policy(...statements) },
});
const role = (body: Written): Bodies => ({
  'aws_iam_role.r': { name: 'r', assume_role_policy: trust({ Service: 'ec2.amazonaws.com' }), ...body },
});
/** A permission set of AWS's policies, assigned in some accounts. */
function setOf(names: readonly string[], accounts: readonly string[]): Bodies {
  const set = { permission_set_arn: '${aws_ssoadmin_permission_set.s.arn}' };
  const policies = names.map((name, at) => {
    const body = { ...set, managed_policy_arn: `arn:aws:iam::aws:policy/${name}` };
    return [`aws_ssoadmin_managed_policy_attachment.p${String(at)}`, body] as const;
  });
  const assignments = accounts.map((target, at) => {
    const body = { ...set, principal_type: 'GROUP', principal_id: 'g-1', target_id: target };
    return [`aws_ssoadmin_account_assignment.a${String(at)}`, body] as const;
  });
  return { 'aws_ssoadmin_permission_set.s': { name: 'S' }, ...Object.fromEntries<Written>([...policies, ...assignments]) };
}

const FULL = 'violated aws_iam_policy.p: policy allows everything on everything';
const TOGETHER = 'violated aws_iam_role.r: the policies of the role together allow everything on everything: ';
const EVERY_SERVICE = [
  'cloudformation:*',
  'cloudtrail:*',
  'config:*',
  'dynamodb:*',
  'ec2:*',
  'ecs:*',
  'guardduty:*',
  'iam:*',
  'kms:*',
  'lambda:*',
  'logs:*',
  'rds:*',
  's3:*',
  'secretsmanager:*',
  'sns:*',
  'sqs:*',
  'ssm:*',
  'sts:*',
];

describe('everything on everything is found', () => {
  it.each<[string, Bodies, string]>([
    ['as "*"', alone(allow('*')), FULL],
    ['as "**"', alone(allow('**')), FULL],
    ['as "*:*"', alone(allow('*:*')), FULL],
    ['as "?*:*"', alone(allow('?*:*')), FULL],
    [
      'as every action that begins with a letter, letter by letter',
      alone(allow(Array.from({ length: 26 }, (_, at) => `${String.fromCharCode(97 + at)}*`))),
      FULL,
    ],
    ['service by service', alone(allow(EVERY_SERVICE)), FULL],
    ['over two statements', alone(allow(EVERY_SERVICE.slice(0, 9)), allow(EVERY_SERVICE.slice(9))), FULL],
    ['as all but a trifle', alone({ Effect: 'Allow', NotAction: 'aws-portal:*', Resource: '*' }), FULL],
    [
      'as all but what another statement allows',
      alone({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, allow('iam:*')),
      FULL,
    ],
    ['on "arn:aws:*"', alone(allow('*', { Resource: ['arn:aws:*'] })), FULL],
    ['on all but one bucket', alone({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::ledger/*' }), FULL],
    [
      'on everything of the account by its number',
      alone(allow('*', { Resource: ['arn:aws:*:*:111111111111:*', 'arn:aws:*::*:*', 'arn:aws:s3:::*'] })),
      FULL,
    ],
    ['for whoever has MFA', alone(allow('*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })), FULL],
    [
      'from anywhere but an address',
      alone(allow('*', { Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.1/32' } } })),
      FULL,
    ],
    ['beside a Deny of one object', alone(allow('*'), deny('s3:DeleteObject', { Resource: 'arn:aws:s3:::ledger/*' })), FULL],
    [
      'beside a Deny without MFA',
      alone(allow('*'), deny('iam:*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } })),
      FULL,
    ],
    ['in any case of letters', alone(allow(['IAM:*', 'S3:*', ...EVERY_SERVICE.filter((one) => !/^(iam|s3):/.test(one))])), FULL],
    [
      'inside of a role',
      role({ inline_policy: [{ name: 'in', policy: policy(allow('*')) }] }),
      'violated aws_iam_role.r: inline_policy[0].policy allows everything on everything',
    ],
    [
      'once, in the one of two policies that holds it',
      role({
        inline_policy: [
          { name: 'in', policy: policy(allow('*')) },
          { name: 'few', policy: policy(allow('s3:GetObject')) },
        ],
      }),
      'violated aws_iam_role.r: inline_policy[0].policy allows everything on everything',
    ],
    [
      'as AdministratorAccess of a role itself',
      role({ managed_policy_arns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
      'violated aws_iam_role.r: it attaches AdministratorAccess',
    ],
    [
      'as AdministratorAccess of another partition',
      { 'aws_iam_group_policy_attachment.g': { group: 'g', policy_arn: 'arn:aws-cn:iam::aws:policy/AdministratorAccess' } },
      'violated aws_iam_group_policy_attachment.g: it attaches AdministratorAccess',
    ],
    [
      'as AdministratorAccess of a permission set',
      { 'aws_ssoadmin_managed_policy_attachment.s': { managed_policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' } },
      'violated aws_ssoadmin_managed_policy_attachment.s: it attaches AdministratorAccess',
    ],
    [
      'as the inline policy of a permission set',
      { 'aws_ssoadmin_permission_set_inline_policy.s': { inline_policy: policy(allow('*')) } },
      'violated aws_ssoadmin_permission_set_inline_policy.s: inline_policy allows everything on everything',
    ],
    [
      "over two of AWS's policies",
      role({ managed_policy_arns: ['arn:aws:iam::aws:policy/PowerUserAccess', 'arn:aws:iam::aws:policy/IAMFullAccess'] }),
      `${TOGETHER}PowerUserAccess, IAMFullAccess`,
    ],
    [
      "over two of AWS's policies of a permission set, once for all accounts where it is assigned",
      setOf(['PowerUserAccess', 'IAMFullAccess'], ['111111111111', '222222222222']),
      'violated aws_ssoadmin_permission_set.s: the policies of the permission set together allow everything on everything: PowerUserAccess, IAMFullAccess',
    ],
    [
      'over two policies of one role',
      {
        ...role({}),
        'aws_iam_role_policy.a': { role: '${aws_iam_role.r.id}', name: 'a', policy: policy(allow(EVERY_SERVICE.slice(0, 9))) },
        'aws_iam_role_policy.b': { role: 'r', name: 'b', policy: policy(allow(EVERY_SERVICE.slice(9))) },
      },
      `${TOGETHER}a, b`,
    ],
    [
      'maybe, over two policies within a boundary that is not known',
      role({
        managed_policy_arns: ['arn:aws:iam::aws:policy/PowerUserAccess', 'arn:aws:iam::aws:policy/IAMFullAccess'],
        permissions_boundary: '${var.boundary}',
      }),
      "unknown aws_iam_role.r: the policies of the role together allow everything on everything: PowerUserAccess, IAMFullAccess, unless its boundary, which isn't known, limits them",
    ],
    [
      'maybe, where an action is known only after apply',
      { 'aws_iam_policy.p': { name: 'p', policy: policy(allow('${var.actions}')) } },
      'unknown aws_iam_policy.p: policy may allow everything on everything: parts of it are known only after apply',
    ],
    [
      'maybe, where the policy that is attached is not known',
      { 'aws_iam_role_policy_attachment.a': { role: 'r', policy_arn: '${var.policy}' } },
      "unknown aws_iam_role_policy_attachment.a: which policy it attaches isn't known: it is set from outside: ${var.policy}",
    ],
  ])('%s', (_, bodies, line) => {
    expect(found(noFullAdmin, bodies)).toEqual([line]);
  });
});

describe('not everything on everything is', () => {
  it.each<[string, Bodies]>([
    ['one service', alone(allow('iam:*'))],
    ['all but IAM', alone({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })],
    ['all actions on one bucket', alone(allow('*', { Resource: ['arn:aws:s3:::ledger', 'arn:aws:s3:::ledger/*'] }))],
    ['all actions on what has a tag', alone(allow('*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } }))],
    ['all actions, IAM denied', alone(allow('*'), deny('iam:*'))],
    ['all but what is listed, denied', alone(allow('*'), { Effect: 'Deny', NotAction: ['s3:*', 'ec2:*'], Resource: '*' })],
    ['a Deny of everything', alone(deny('*'))],
    ['all that only reads', alone(allow(['*:Describe*', '*:List*', '*:Get*']))],
    ['a guardrail', { 'aws_organizations_policy.g': { name: 'g', content: policy(allow('*')) } }],
    ['a boundary', { ...role({ permissions_boundary: '${aws_iam_policy.p.arn}' }), ...alone(allow('*')) }],
    [
      'a policy of a namesake of AWS',
      { 'aws_iam_role_policy_attachment.a': { role: 'r', policy_arn: 'arn:aws:iam::111111111111:policy/AdministratorAccess' } },
    ],
    [
      'two policies within a boundary that leaves out IAM',
      {
        ...role({
          managed_policy_arns: ['arn:aws:iam::aws:policy/PowerUserAccess', 'arn:aws:iam::aws:policy/IAMFullAccess'],
          permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
        }),
      },
    ],
  ])('%s', (_, bodies) => {
    expect(found(noFullAdmin, bodies)).toEqual([]);
  });
});
