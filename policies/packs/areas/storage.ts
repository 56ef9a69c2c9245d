import { accessLogging } from '../../rules/storage/access-logging';
import { blockPublicAccess } from '../../rules/storage/block-public-access';
import { encryption } from '../../rules/storage/encryption';
import { encryptionByKey } from '../../rules/storage/encryption-by-key';
import { lifecycle } from '../../rules/storage/lifecycle';
import { lifecycleDays } from '../../rules/storage/lifecycle-days';
import { logDelivery } from '../../rules/storage/log-delivery';
import { noAcl } from '../../rules/storage/no-acl';
import { noPublicPolicy } from '../../rules/storage/no-public-policy';
import { objectLock } from '../../rules/storage/object-lock';
import { tlsOnly } from '../../rules/storage/tls-only';
import { versioning } from '../../rules/storage/versioning';
import type { PackEntry } from '../pack';

/** Buckets. */
export const storage: readonly PackEntry[] = [
  { rule: accessLogging, level: 'warning' },
  { rule: blockPublicAccess, level: 'error' },
  { rule: encryption, level: 'error' },
  { rule: encryptionByKey, level: 'note' },
  { rule: lifecycle, level: 'note' },
  { rule: lifecycleDays, level: 'error' },
  { rule: logDelivery, level: 'error' },
  { rule: noAcl, level: 'warning' },
  { rule: noPublicPolicy, level: 'error' },
  { rule: objectLock, level: 'note' },
  { rule: tlsOnly, level: 'error' },
  { rule: versioning, level: 'warning' },
];
