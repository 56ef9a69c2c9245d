import { publicGrantFindings } from '../granting/public-grant-findings';
import type { Rule } from '../rule';

const ID = 'encryption/messaging-not-public';

/** Nobody reads messages, or sends some, without being somebody. */
export const messagingNotPublic: Rule = {
  id: ID,
  summary: 'No policy of a topic or queue lets everybody in',
  judge: (universe) =>
    publicGrantFindings(ID, universe, 'policy', 'aws_sns_topic', 'aws_sns_topic_policy', 'aws_sqs_queue', 'aws_sqs_queue_policy'),
};
