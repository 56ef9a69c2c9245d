import type { EscalationKind } from './kind';

/** Changes of a permission set are about the instance of IAM Identity Center, too. */
const SET = ['Instance', 'PermissionSet'];

/** Ways to give oneself rights. @source Rhino Security Labs, "AWS IAM privilege escalation"; Bishop Fox, "Privilege escalation in AWS" */
export const OWN_RIGHTS: readonly EscalationKind[] = [
  {
    id: 'attach-user-policy',
    title: 'attaches any policy to itself',
    steps: [{ action: 'iam:AttachUserPolicy', on: 'itself' }],
    leadsTo: 'everything',
    for: 'user',
  },
  {
    id: 'put-user-policy',
    title: 'writes a policy into itself',
    steps: [{ action: 'iam:PutUserPolicy', on: 'itself' }],
    leadsTo: 'everything',
    for: 'user',
  },
  {
    id: 'attach-group-policy',
    title: 'attaches any policy to its own group',
    steps: [{ action: 'iam:AttachGroupPolicy', on: 'own group' }],
    leadsTo: 'everything',
    for: 'user',
  },
  {
    id: 'put-group-policy',
    title: 'writes a policy into its own group',
    steps: [{ action: 'iam:PutGroupPolicy', on: 'own group' }],
    leadsTo: 'everything',
    for: 'user',
  },
  {
    id: 'attach-role-policy',
    title: 'attaches any policy to itself',
    steps: [{ action: 'iam:AttachRolePolicy', on: 'itself' }],
    leadsTo: 'everything',
    for: 'role',
  },
  {
    id: 'put-role-policy',
    title: 'writes a policy into itself',
    steps: [{ action: 'iam:PutRolePolicy', on: 'itself' }],
    leadsTo: 'everything',
    for: 'role',
  },
  {
    id: 'create-policy-version',
    title: 'rewrites a policy that is attached to it',
    steps: [{ action: 'iam:CreatePolicyVersion', on: 'own policy' }],
    leadsTo: 'everything',
  },
  {
    id: 'attach-permission-set-policy',
    title: 'attaches any policy to a permission set',
    steps: [
      { action: 'sso:AttachManagedPolicyToPermissionSet', on: 'new', as: SET },
      { action: 'sso:ProvisionPermissionSet', on: 'new', as: [...SET, 'Account'] },
    ],
    leadsTo: 'everything',
    needs: 'assignment',
  },
  {
    id: 'put-permission-set-policy',
    title: 'writes a policy into a permission set',
    steps: [
      { action: 'sso:PutInlinePolicyToPermissionSet', on: 'new', as: SET },
      { action: 'sso:ProvisionPermissionSet', on: 'new', as: [...SET, 'Account'] },
    ],
    leadsTo: 'everything',
    needs: 'assignment',
  },
];

/** Ways to another identity. */
export const OTHERS_RIGHTS: readonly EscalationKind[] = [
  {
    id: 'create-access-key',
    title: 'makes an access key for',
    steps: [{ action: 'iam:CreateAccessKey', on: 'target' }],
    leadsTo: 'user',
  },
  {
    id: 'create-login-profile',
    title: 'makes a password for',
    steps: [{ action: 'iam:CreateLoginProfile', on: 'target' }],
    leadsTo: 'user',
    needs: 'no password',
  },
  {
    id: 'update-login-profile',
    title: 'sets the password of',
    steps: [{ action: 'iam:UpdateLoginProfile', on: 'target' }],
    leadsTo: 'user',
    needs: 'password',
  },
  {
    id: 'add-user-to-group',
    title: 'joins',
    steps: [{ action: 'iam:AddUserToGroup', on: 'target' }],
    leadsTo: 'group',
    for: 'user',
  },
  {
    id: 'assume-role',
    title: 'assumes',
    steps: [{ action: 'sts:AssumeRole', on: 'target' }],
    leadsTo: 'role',
  },
  {
    id: 'update-assume-role-policy',
    title: 'lets itself assume',
    steps: [
      { action: 'iam:UpdateAssumeRolePolicy', on: 'target' },
      { action: 'sts:AssumeRole', on: 'opened target' },
    ],
    leadsTo: 'role',
  },
];
