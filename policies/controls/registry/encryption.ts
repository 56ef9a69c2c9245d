import { resources, rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Keys, topics and queues. */
export const encryption: readonly Control[] = [
  {
    id: 'kms-rotation',
    title: 'Keys rotate',
    ids: catalogue('3.8 3.6 3.6 4.6', 'KMS.4'),
    answers: [...rules('encryption/key-rotation', 'plan/keys'), ...resources('aws_kms_key')],
  },
  {
    id: 'kms-no-decrypt-on-all',
    title: 'No identity may decrypt by every key',
    ids: catalogue('', 'KMS.1 KMS.2'),
    answers: rules('encryption/no-decrypt-on-all-keys'),
  },
  {
    id: 'sns-encryption',
    title: 'Topics are encrypted',
    ids: catalogue('', 'SNS.1'),
    answers: rules('encryption/topic-encryption'),
  },
  {
    id: 'sqs-encryption',
    title: 'Queues are encrypted',
    ids: catalogue('', 'SQS.1'),
    answers: rules('encryption/queue-encryption'),
  },
];
