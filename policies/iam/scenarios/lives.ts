import { ALWAYS, BY_SESSION, type Call, calls, type Ends, NEVER, WITH_MFA } from './scenario';

/** What is to be expected of those who look after their own credentials. */
export interface Life {
  /** `a person with MFA`, `a machine user`. */
  readonly name: string;
  readonly calls: readonly Call[];
}

const KEYS = ['iam:CreateAccessKey', 'iam:ListAccessKeys', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey'];

/** Nobody does these, whoever is meant and with whatever session. */
const FORBIDDEN: readonly Call[] = [
  ...calls("another user's key", 'somebody else', KEYS, NEVER),
  ...calls(
    "another user's password",
    'somebody else',
    ['iam:ChangePassword', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'],
    NEVER,
  ),
  ...calls('escalation', 'self', ['iam:PutUserPolicy', 'iam:AttachUserPolicy', 'iam:DeleteUserPermissionsBoundary'], NEVER),
  ...calls('escalation', 'group', ['iam:AddUserToGroup', 'iam:PutGroupPolicy', 'iam:AttachGroupPolicy'], NEVER),
  ...calls('escalation', 'policy', ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'], NEVER),
  ...calls('escalation', 'role', ['iam:PassRole', 'iam:UpdateAssumeRolePolicy', 'iam:AttachRolePolicy'], NEVER),
  ...calls('escalation', 'new user', ['iam:CreateUser'], NEVER),
];

/** What one's own keys take: they are looked at, made, put out of use and deleted. */
function rotation(ends: Ends): readonly Call[] {
  return calls('rotation of the own key', 'self', KEYS, ends);
}

/** Signs in, is made to change the password, enrols a device, and rotates keys in a session with MFA. */
export const PERSON: Life = {
  name: 'a person with MFA',
  calls: [
    ...calls('first login', 'self', ['iam:ChangePassword'], ALWAYS),
    ...calls('first login', 'none', ['iam:GetAccountPasswordPolicy'], ALWAYS),
    ...calls('enrolment', 'new device', ['iam:CreateVirtualMFADevice'], ALWAYS),
    ...calls('enrolment', 'self', ['iam:EnableMFADevice'], BY_SESSION),
    ...calls('enrolment', 'self', ['iam:ListMFADevices', 'iam:ResyncMFADevice'], ALWAYS),
    ...calls('enrolment', 'none', ['sts:GetSessionToken'], ALWAYS),
    // A device that was made and never enabled keeps its name: another one will do, whatever it is.
    ...calls('abandoned device', 'new device', ['iam:CreateVirtualMFADevice'], ALWAYS),
    ...calls('abandoned device', 'device of their own name', ['iam:DeleteVirtualMFADevice'], WITH_MFA),
    ...calls('lost device', 'self', ['iam:DeactivateMFADevice'], WITH_MFA),
    ...calls("another user's device", 'somebody else', ['iam:EnableMFADevice', 'iam:DeactivateMFADevice'], NEVER),
    ...rotation(WITH_MFA),
    ...FORBIDDEN,
  ],
};

/** Has no password and no device: it rotates by its key alone. */
export const MACHINE: Life = {
  name: 'a machine user',
  calls: [...rotation(ALWAYS), ...FORBIDDEN],
};
