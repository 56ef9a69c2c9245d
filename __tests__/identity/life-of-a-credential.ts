import { type Caller, session, user } from '../iam';
import { type Mfa, type Scenario, scenarios } from './scenario';

type Ends = Readonly<Record<Mfa, 'allowed' | 'denied'>>;

const ALWAYS: Ends = { keys: 'allowed', 'session without': 'allowed', 'session with': 'allowed' };
const WITH_MFA: Ends = { keys: 'denied', 'session without': 'denied', 'session with': 'allowed' };
const NEVER: Ends = { keys: 'denied', 'session without': 'denied', 'session with': 'denied' };

const device = (name: string): string => `arn:aws:iam::111111111111:mfa/${name}`;
const KEY_ACTIONS = ['iam:CreateAccessKey', 'iam:ListAccessKeys', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey'];
const on = (resource: string, ...actions: string[]): (readonly [string, string])[] => actions.map((action) => [action, resource]);

/** What a person must be able to do, in which order it comes in life. */
function own(caller: Caller, rotation: Ends): Scenario[] {
  return [
    ...scenarios('first login', caller, on(caller.arn, 'iam:ChangePassword'), ALWAYS),
    ...scenarios('first login', caller, on('*', 'iam:GetAccountPasswordPolicy'), ALWAYS),
    ...scenarios('rotation', caller, on(caller.arn, ...KEY_ACTIONS), rotation),
  ];
}

/** Nobody does these, whoever is meant and with whatever session. */
function forbidden(caller: Caller): Scenario[] {
  const bob = user('bob').arn;
  return [
    ...scenarios("another user's keys", caller, on(bob, ...KEY_ACTIONS, 'iam:GetAccessKeyLastUsed'), NEVER),
    ...scenarios(
      "another user's credentials",
      caller,
      on(bob, 'iam:ChangePassword', 'iam:GetUser', 'iam:CreateServiceSpecificCredential', 'iam:UploadSigningCertificate'),
      NEVER,
    ),
    ...scenarios(
      'escalation',
      caller,
      [
        ...on(
          caller.arn,
          'iam:PutUserPolicy',
          'iam:AttachUserPolicy',
          'iam:DeleteUserPermissionsBoundary',
          'iam:CreateLoginProfile',
        ),
        ...on('arn:aws:iam::111111111111:user/eve', 'iam:CreateUser'),
        ...on('arn:aws:iam::111111111111:group/admins', 'iam:AddUserToGroup', 'iam:PutGroupPolicy'),
        ...on('arn:aws:iam::111111111111:policy/self-rotation', 'iam:CreatePolicyVersion'),
        ...on('arn:aws:iam::111111111111:role/admin', 'sts:AssumeRole', 'iam:PassRole', 'iam:UpdateAssumeRolePolicy'),
      ],
      NEVER,
    ),
  ];
}

/** A user with the plain policy: MFA plays no part. */
export function plainLife(caller: Caller): Scenario[] {
  return [...own(caller, ALWAYS), ...forbidden(caller)];
}

/** A person who needs MFA. */
export function mfaLife(caller: Caller): Scenario[] {
  const bob = user('bob').arn;
  return [
    ...own(caller, WITH_MFA),
    ...scenarios('enrolment', caller, on(device('alice-phone'), 'iam:CreateVirtualMFADevice'), ALWAYS),
    ...scenarios(
      'enrolment',
      caller,
      on(caller.arn, 'iam:EnableMFADevice', 'iam:ListMFADevices', 'iam:GetMFADevice', 'iam:ResyncMFADevice', 'iam:GetUser'),
      ALWAYS,
    ),
    ...scenarios('enrolment', caller, on('*', 'iam:ListVirtualMFADevices', 'sts:GetSessionToken'), ALWAYS),
    // A device of the user's own name was made once and never enabled: another name will do.
    ...scenarios('abandoned device', caller, on(device('alice-phone-2'), 'iam:CreateVirtualMFADevice'), ALWAYS),
    ...scenarios('abandoned device', caller, on(device('alice'), 'iam:DeleteVirtualMFADevice'), WITH_MFA),
    ...scenarios('a lost phone', caller, on(caller.arn, 'iam:DeactivateMFADevice'), WITH_MFA),
    ...scenarios(
      "another user's device",
      caller,
      on(bob, 'iam:EnableMFADevice', 'iam:DeactivateMFADevice', 'iam:ResyncMFADevice'),
      NEVER,
    ),
    ...scenarios('the rest of AWS', caller, on('*', 'iam:ListUsers'), WITH_MFA),
    ...forbidden(caller),
  ];
}

/** A role's session has no user's name: nothing of it is anybody's own, not even of a user whose name it has. */
export function roleLife(): Scenario[] {
  const role = session('alice', 'alice');
  const targets = [user('alice').arn, role.arn, 'arn:aws:iam::111111111111:user/', 'arn:aws:iam::111111111111:role/alice'];
  return targets.flatMap((target) =>
    scenarios("a role's session", role, on(target, ...KEY_ACTIONS, 'iam:ChangePassword'), NEVER),
  );
}
