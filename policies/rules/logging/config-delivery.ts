import { factsOf, findingOn, type Rule } from '../rule';
import { neighboursOf } from './neighbours';

const ID = 'logging/config-delivery';

/** A recorder without a place to deliver to can't be started. */
export const configDelivery: Rule = {
  id: ID,
  summary: 'AWS Config has a place to deliver to wherever it records',
  judge: (universe) =>
    [...factsOf(universe, 'aws_config_configuration_recorder')].flatMap((recorder) => {
      const { known, hidden } = neighboursOf(universe, recorder, 'aws_config_delivery_channel');
      if (known.length > 0) return [];
      const problem = 'no aws_config_delivery_channel is there for it';
      const fix = 'add aws_config_delivery_channel with an s3_bucket_name';
      return hidden === undefined
        ? [findingOn(ID, recorder, problem, fix)]
        : [findingOn(ID, recorder, `${problem}, and ${hidden}`, fix, 'unknown')];
    }),
};
