import { keyAtCreation } from '../../rules/identity/key-at-creation';
import { managementAccountEmpty } from '../../rules/identity/management-account-empty';
import { noCloudshellFullAccess } from '../../rules/identity/no-cloudshell-full-access';
import { noFullAdmin } from '../../rules/identity/no-full-admin';
import { noServerCertificates } from '../../rules/identity/no-server-certificates';
import { noUserPolicies } from '../../rules/identity/no-user-policies';
import { passwordPolicy } from '../../rules/identity/password-policy';
import { rootAccess } from '../../rules/identity/root-access';
import { supportRole } from '../../rules/identity/support-role';
import { namedGrantees } from '../../rules/identity/trust/named-grantees';
import { namedPrincipals } from '../../rules/identity/trust/named-principals';
import { noStrangers } from '../../rules/identity/trust/no-strangers';
import { pinnedSource } from '../../rules/identity/trust/pinned-source';
import { pinnedSubject } from '../../rules/identity/trust/pinned-subject';
import { sessionLength } from '../../rules/identity/trust/session-length';
import type { PackEntry } from '../pack';

/** Users, roles, and the organisation. */
export const identity: readonly PackEntry[] = [
  { rule: keyAtCreation, level: 'error' },
  { rule: managementAccountEmpty, level: 'warning' },
  { rule: namedGrantees, level: 'error' },
  { rule: namedPrincipals, level: 'error' },
  { rule: noCloudshellFullAccess, level: 'warning' },
  { rule: noFullAdmin, level: 'error' },
  { rule: noServerCertificates, level: 'warning' },
  { rule: noStrangers, level: 'warning' },
  { rule: noUserPolicies, level: 'error' },
  { rule: passwordPolicy, level: 'error' },
  { rule: pinnedSource, level: 'warning' },
  { rule: pinnedSubject, level: 'error' },
  { rule: rootAccess, level: 'note' },
  { rule: sessionLength, level: 'warning' },
  { rule: supportRole, level: 'note' },
];
