import type { EscalationKind, Need, Step, StepTarget } from './kind';

/** Changes of a permission set are about the instance of IAM Identity Center, too. */
const SET = ['Instance', 'PermissionSet'];

/** One call that gives somebody rights. */
function giving(id: string, title: string, action: string, on: StepTarget, more: Partial<EscalationKind>): EscalationKind {
  return { id, title, steps: [{ action, on }], leadsTo: 'everything', ...more };
}

/** Makes somebody new who has all rights: without a boundary, or within one that is taken away. */
function making(noun: 'Role' | 'User', verb: 'Attach' | 'Put', isLimited = false): EscalationKind {
  const on: StepTarget = isLimited ? 'limited new' : 'new';
  const what = verb === 'Attach' ? 'any policy' : 'a policy of its own';
  const isRole = noun === 'Role';
  const taken: readonly Step[] = isLimited ? [{ action: `iam:Delete${noun}PermissionsBoundary`, on }] : [];
  return {
    id: `create-${noun}-${verb}-policy${isLimited ? '-unlimited' : ''}`.toLowerCase(),
    title: `makes a ${noun.toLowerCase()} with ${what}${isLimited ? ', takes its boundary away' : ''}${isRole ? '' : ', and a key'}`,
    steps: [
      { action: `iam:Create${noun}`, on },
      { action: `iam:${verb}${noun}Policy`, on },
      ...taken,
      isRole ? { action: 'sts:AssumeRole', on: 'opened new' } : { action: 'iam:CreateAccessKey', on },
    ],
    leadsTo: 'everything',
  };
}

/** Gives a permission set to somebody, or rights to a permission set that somebody has. */
function assigning(id: string, title: string, steps: readonly Step[], needs: Need = 'assignment'): EscalationKind {
  return { id, title, steps, leadsTo: 'everything', needs };
}

const ATTACHED = 'attaches any policy to';
const WRITTEN = 'writes a policy into';
const PROVISIONED: Step = { action: 'sso:ProvisionPermissionSet', on: 'new', as: [...SET, 'Account'] };

/**
 * Ways to give oneself rights.
 * @source Rhino Security Labs, "AWS IAM privilege escalation"; Bishop Fox, "Privilege escalation in AWS"; Datadog, "pathfinding.cloud"
 */
export const OWN_RIGHTS: readonly EscalationKind[] = [
  giving('attach-user-policy', 'attaches any policy to itself', 'iam:AttachUserPolicy', 'itself', {
    for: 'user',
    given: ATTACHED,
  }),
  giving('put-user-policy', 'writes a policy into itself', 'iam:PutUserPolicy', 'itself', { for: 'user', given: WRITTEN }),
  giving('attach-group-policy', 'attaches any policy to its own group', 'iam:AttachGroupPolicy', 'own group', {
    for: 'user',
    given: ATTACHED,
  }),
  giving('put-group-policy', 'writes a policy into its own group', 'iam:PutGroupPolicy', 'own group', {
    for: 'user',
    given: WRITTEN,
  }),
  giving('attach-role-policy', 'attaches any policy to itself', 'iam:AttachRolePolicy', 'itself', {
    for: 'role',
    given: ATTACHED,
  }),
  giving('put-role-policy', 'writes a policy into itself', 'iam:PutRolePolicy', 'itself', { for: 'role', given: WRITTEN }),
  giving('create-policy-version', 'rewrites a policy that is attached to it', 'iam:CreatePolicyVersion', 'own policy', {
    given: 'rewrites a policy of',
  }),
  giving(
    'set-default-policy-version',
    'goes back to an older version of a policy that is attached to it',
    'iam:SetDefaultPolicyVersion',
    'own policy',
    { needs: { untold: 'an older version of the policy that allows more' } },
  ),
  making('Role', 'Attach'),
  making('Role', 'Put'),
  making('User', 'Attach'),
  making('User', 'Put'),
  making('Role', 'Attach', true),
  making('Role', 'Put', true),
  making('User', 'Attach', true),
  making('User', 'Put', true),
  assigning('attach-permission-set-policy', 'attaches any policy to a permission set', [
    { action: 'sso:AttachManagedPolicyToPermissionSet', on: 'new', as: SET },
    PROVISIONED,
  ]),
  assigning('put-permission-set-policy', 'writes a policy into a permission set', [
    { action: 'sso:PutInlinePolicyToPermissionSet', on: 'new', as: SET },
    PROVISIONED,
  ]),
  assigning(
    'create-account-assignment',
    'assigns a permission set',
    [{ action: 'sso:CreateAccountAssignment', on: 'new', as: [...SET, 'Account'] }],
    { untold: 'a permission set with all rights, and a user of its own' },
  ),
  assigning(
    'create-group-membership',
    'joins a group of IAM Identity Center',
    [{ action: 'identitystore:CreateGroupMembership', on: 'new', as: ['Group', 'Identitystore', 'User'] }],
    { untold: 'a group with all rights, and a user of its own' },
  ),
];
