import { findStated } from '../argument';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'logging/trail-key';

/** Who reads a trail needs its key besides. */
export const trailKey: Rule = {
  id: ID,
  summary: 'Trails are encrypted by a key of the account',
  judge: (universe) =>
    [...factsOf(universe, 'aws_cloudtrail')].flatMap((trail) =>
      findStated(trail.body.kms_key_id) === undefined
        ? [findingOn(ID, trail, 'kms_key_id is left out', 'set kms_key_id to the ARN of a key that CloudTrail may use')]
        : [],
    ),
};
