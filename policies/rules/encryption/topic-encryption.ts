import { findStated } from '../argument';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'encryption/topic-encryption';

/** What waits in a topic to be delivered is encrypted. */
export const topicEncryption: Rule = {
  id: ID,
  summary: 'Topics are encrypted',
  judge: (universe) =>
    [...factsOf(universe, 'aws_sns_topic')].flatMap((topic) =>
      findStated(topic.body.kms_master_key_id) === undefined
        ? [
            findingOn(
              ID,
              topic,
              'kms_master_key_id is left out: its messages are stored in clear',
              'set kms_master_key_id to a key',
            ),
          ]
        : [],
    ),
};
