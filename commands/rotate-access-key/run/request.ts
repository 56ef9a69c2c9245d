import type { MfaCode } from '../account/account';
import type { AccountFor } from '../account/account';
import type { Profile } from '../profile/profile';
import type { SharedFiles } from '../profile/shared-files';
import type { Interruption } from './interruption';
import type { Patience } from './patience';
import type { Report } from './report';

/** What is to be rotated. */
export interface RotationRequest {
  readonly user: string;
  /** The key that is expected in the profile; left out, whichever is there. */
  readonly accessKeyId?: string;
  readonly profile: string;
  readonly deleteOld: boolean;
  /** Where IAM calls need a session with MFA; left out, the key makes them itself. */
  readonly mfa?: MfaCode;
}

/** What a run stands on. */
export interface Ground {
  readonly files: SharedFiles;
  readonly accountFor: (profile: Profile) => AccountFor;
  readonly patience: Patience;
  readonly interruption: Interruption;
  readonly report: Report;
}
