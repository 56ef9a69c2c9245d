import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** The longest that KMS waits, and what it does by itself. @unit days @source KMS API reference, ScheduleKeyDeletion */
const LONGEST_DAYS = 30;

/** A key that is deleted by mistake can be called back as long as KMS allows. */
export const keyDeletionWindow: Rule = settingRule({
  id: 'encryption/key-deletion-window',
  summary: 'Keys wait as long as KMS allows before they are deleted',
  settings: [
    {
      types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
      argument: 'deletion_window_in_days',
      accepts: (text) => Number(text) >= LONGEST_DAYS,
      otherwise: String(LONGEST_DAYS),
      fix: 'set deletion_window_in_days = 30, or leave it out',
    },
  ],
});
