import { findStated } from '../argument';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'encryption/log-group-key';

/** Who reads logs needs the key besides. */
export const logGroupKey: Rule = {
  id: ID,
  summary: 'Log groups are encrypted by a key of the account',
  judge: (universe) =>
    [...factsOf(universe, 'aws_cloudwatch_log_group')].flatMap((group) =>
      findStated(group.body.kms_key_id) === undefined
        ? [
            findingOn(
              ID,
              group,
              'kms_key_id is left out: CloudWatch keeps the key',
              'set kms_key_id to a key that logs.<region> may use',
            ),
          ]
        : [],
    ),
};
