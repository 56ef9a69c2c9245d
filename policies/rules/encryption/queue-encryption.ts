import { findStated } from '../argument';
import { isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** What waits in a queue is encrypted. */
export const queueEncryption: Rule = settingRule({
  id: 'encryption/queue-encryption',
  summary: 'Queues are encrypted',
  settings: [
    {
      types: ['aws_sqs_queue'],
      argument: 'sqs_managed_sse_enabled',
      accepts: isTrue,
      // SQS encrypts new queues by itself since October 2022.
      otherwise: 'true',
      fix: 'leave sqs_managed_sse_enabled out, or set kms_master_key_id',
      spares: ({ body }) => findStated(body.kms_master_key_id) !== undefined,
    },
  ],
});
