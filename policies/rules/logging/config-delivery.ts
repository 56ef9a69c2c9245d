import type { ResourceFact, Universe } from '../../model/universe';
import { mayMeet } from '../companions';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'logging/config-delivery';

/** Why a delivery channel may be where nobody looks; undefined where all is here. */
function findHidden({ stacks }: Universe, { stack }: ResourceFact): string | undefined {
  return stacks.find(({ name }) => name === stack)?.opaque?.[0]?.why;
}

/** A recorder without a place to deliver to can't be started. */
export const configDelivery: Rule = {
  id: ID,
  summary: 'AWS Config has a place to deliver to wherever it records',
  judge: (universe) => {
    const channels = [...factsOf(universe, 'aws_config_delivery_channel')];
    return [...factsOf(universe, 'aws_config_configuration_recorder')].flatMap((recorder) => {
      // An account has one channel in a Region; stacks that don't tell theirs are different places.
      const near = (channel: ResourceFact): boolean => channel.stack === recorder.stack || channel.accountId !== undefined;
      if (channels.some((channel) => near(channel) && mayMeet(channel, recorder))) return [];
      const hidden = findHidden(universe, recorder);
      const problem = 'no aws_config_delivery_channel is there for it';
      const fix = 'add aws_config_delivery_channel with an s3_bucket_name';
      return hidden === undefined
        ? [findingOn(ID, recorder, problem, fix)]
        : [findingOn(ID, recorder, `${problem}, and ${hidden}`, fix, 'unknown')];
    });
  },
};
