import type { EscalationKind, Step } from './kind';

/** Comes by the credentials of a user. */
function credentials(id: string, title: string, actions: readonly string[], more: Partial<EscalationKind> = {}): EscalationKind {
  return { id, title, steps: actions.map((action): Step => ({ action, on: 'target' })), leadsTo: 'user', ...more };
}

/** Ways to another identity. */
export const OTHERS_RIGHTS: readonly EscalationKind[] = [
  // A user has two keys at most.
  credentials('create-access-key', 'makes an access key for', ['iam:CreateAccessKey'], { needs: 'room for a key' }),
  credentials('replace-access-key', 'replaces an access key of', ['iam:DeleteAccessKey', 'iam:CreateAccessKey']),
  credentials('create-login-profile', 'makes a password for', ['iam:CreateLoginProfile'], { needs: 'no password' }),
  credentials('update-login-profile', 'sets the password of', ['iam:UpdateLoginProfile'], { needs: 'password' }),
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
