import type { Statement } from '../core/policy/statement';
import { type Enrolment, mfaStatements } from './mfa-statements';
import { ownUsers, type Partition } from './own-users';

/** What users may do for their own credentials. */
export interface SelfRotationRights {
  /** @default 'aws' */
  readonly partition?: Partition;
  /** Whether users may have a path, as /ops/alice has. @default false */
  readonly userPaths?: boolean;
  /** Whether everything but enrolling a device needs a session with MFA. @default false */
  readonly mfa?: boolean;
  /** Where a device may be enrolled without MFA, with `mfa` only. @default 'anywhere' */
  readonly enrolment?: Enrolment;
}

/**
 * The policy by which users change their own passwords, keys, certificates and service-specific credentials, and nobody
 * else's.
 * @source IAM user guide, "Allows IAM users to rotate their own credentials programmatically and in the console"
 */
export function selfRotationStatements(rights: SelfRotationRights = {}): readonly Statement[] {
  const { partition = 'aws', userPaths = false, mfa = false, enrolment = 'anywhere' } = rights;
  return [
    { Sid: 'ReadAccount', Effect: 'Allow', Action: ['iam:ListUsers', 'iam:GetAccountPasswordPolicy'], Resource: '*' },
    {
      Sid: 'OwnCredentials',
      Effect: 'Allow',
      Action: [
        'iam:*AccessKey*',
        'iam:ChangePassword',
        'iam:GetUser',
        'iam:*ServiceSpecificCredential*',
        'iam:*SigningCertificate*',
      ],
      Resource: ownUsers(partition, userPaths),
    },
    ...(mfa ? mfaStatements(partition, userPaths, enrolment) : []),
  ];
}
