import type { Statement } from '../core/policy/statement';
import { ownUsers, type Partition } from './own-users';

/**
 * Where a device may be enrolled without MFA. `anywhere`: with access keys too, so that a stolen key can enrol another one.
 * `console`: signed in with the password alone, where IAM asks for the device that a user already has.
 */
export type Enrolment = 'anywhere' | 'console';

/** What needs no MFA: to sign in for the first time, change the password that one was given, and enrol a device. */
const WITHOUT_MFA = [
  'iam:ChangePassword',
  'iam:CreateVirtualMFADevice',
  'iam:EnableMFADevice',
  'iam:GetAccountPasswordPolicy',
  'iam:GetMFADevice',
  'iam:GetUser',
  'iam:ListMFADevices',
  'iam:ListVirtualMFADevices',
  'iam:ResyncMFADevice',
  'sts:GetSessionToken',
];

/** Those of them that are about a user. */
const ABOUT_A_USER = [
  'iam:ChangePassword',
  'iam:EnableMFADevice',
  'iam:GetMFADevice',
  'iam:GetUser',
  'iam:ListMFADevices',
  'iam:ResyncMFADevice',
];

/** Access keys carry no MFA information at all, so the key is missing there: IfExists takes them in. */
const NO_MFA = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } as const;

/**
 * Devices of one's own, and nothing else without them.
 *
 * A device that was created and never enabled belongs to nobody: its name is taken, and who may create only `mfa/alice`
 * can't go on. So a device may have any name, and nobody gets the right to delete one without MFA for that. With it,
 * deleting is harmless: IAM deletes no device that a user has.
 *
 * The refusals also hold back what other policies give: an administrator's keys enrol no device for somebody else.
 */
export function mfaStatements(partition: Partition, withPath: boolean, enrolment: Enrolment): readonly Statement[] {
  const own = ownUsers(partition, withPath);
  const devices = `arn:${partition}:iam::*:mfa/*`;
  const allow = { Effect: 'Allow' } as const;
  const deny = { Effect: 'Deny' } as const;
  const byKey: Statement = {
    ...deny,
    Sid: 'DenyEnrolmentByKey',
    Action: 'iam:EnableMFADevice',
    Resource: '*',
    Condition: { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
  };
  return [
    { ...allow, Sid: 'ListDevices', Action: ['iam:ListVirtualMFADevices', 'sts:GetSessionToken'], Resource: '*' },
    { ...allow, Sid: 'NameDevices', Action: ['iam:CreateVirtualMFADevice', 'iam:DeleteVirtualMFADevice'], Resource: devices },
    {
      ...allow,
      Sid: 'OwnDevices',
      Action: ['iam:DeactivateMFADevice', 'iam:EnableMFADevice', 'iam:GetMFADevice', 'iam:ListMFADevices', 'iam:ResyncMFADevice'],
      Resource: own,
    },
    { ...deny, Sid: 'DenyWithoutMfa', NotAction: WITHOUT_MFA, Resource: '*', Condition: NO_MFA },
    { ...deny, Sid: 'DenyOthersWithoutMfa', Action: ABOUT_A_USER, NotResource: own, Condition: NO_MFA },
    ...(enrolment === 'console' ? [byKey] : []),
  ];
}
