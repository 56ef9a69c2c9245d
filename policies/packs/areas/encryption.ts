import { keyDeletionWindow } from '../../rules/encryption/key-deletion-window';
import { keyPolicyNotPublic } from '../../rules/encryption/key-policy-not-public';
import { keyRotation } from '../../rules/encryption/key-rotation';
import { logGroupKey } from '../../rules/encryption/log-group-key';
import { messagingNotPublic } from '../../rules/encryption/messaging-not-public';
import { noDecryptOnAllKeys } from '../../rules/encryption/no-decrypt-on-all-keys';
import { queueEncryption } from '../../rules/encryption/queue-encryption';
import { topicEncryption } from '../../rules/encryption/topic-encryption';
import { topicKeyForServices } from '../../rules/encryption/topic-key-for-services';
import type { PackEntry } from '../pack';

/** Keys, and what they encrypt beside buckets and disks. */
export const encryption: readonly PackEntry[] = [
  { rule: keyDeletionWindow, level: 'note' },
  { rule: keyPolicyNotPublic, level: 'error' },
  { rule: keyRotation, level: 'error' },
  { rule: logGroupKey, level: 'note' },
  { rule: messagingNotPublic, level: 'error' },
  { rule: noDecryptOnAllKeys, level: 'warning' },
  { rule: queueEncryption, level: 'error' },
  { rule: topicEncryption, level: 'warning' },
  { rule: topicKeyForServices, level: 'error' },
];
