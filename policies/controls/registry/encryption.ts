import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Keys, topics and queues. */
export const encryption: readonly Control[] = [
  {
    id: 'kms-rotation',
    title: 'Keys rotate',
    ids: catalogue('3.8 3.6 3.6 4.6', 'KMS.4'),
    answers: [
      { by: 'rule', rule: 'encryption/key-rotation' },
      { by: 'rule', rule: 'plan/keys' },
      { by: 'resource', types: ['aws_kms_key'] },
    ],
  },
  {
    id: 'kms-no-decrypt-on-all',
    title: 'No identity may decrypt by every key',
    ids: catalogue('', 'KMS.1 KMS.2'),
    answers: [{ by: 'rule', rule: 'encryption/no-decrypt-on-all-keys' }],
  },
  {
    id: 'sns-encryption',
    title: 'Topics are encrypted',
    ids: catalogue('', 'SNS.1'),
    answers: [{ by: 'rule', rule: 'encryption/topic-encryption' }],
  },
  {
    id: 'sqs-encryption',
    title: 'Queues are encrypted',
    ids: catalogue('', 'SQS.1'),
    answers: [{ by: 'rule', rule: 'encryption/queue-encryption' }],
  },
];
