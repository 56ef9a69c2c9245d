import { isTermMap, type Term, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findLiteral } from '../literal';
import { blocksOf, valuesAt } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { anyOfAccount, byAccount } from './accounts';
import { neighboursOf } from './neighbours';
import { any, both, type Told, toldBy } from './trail/trails';

const ID = 'logging/config-recorder';
/** A part of what is recorded that the block says; where there is none, AWS Config records all but global types. */
function groupSays({ body }: ResourceFact, argument: string, otherwise: boolean): Told {
  const [group] = blocksOf(body.recording_group);
  if (group === undefined) return otherwise;
  return isTermMap(group) ? toldBy(group[argument], otherwise) : new Unknown('its recording group is known only after apply');
}

/** What a strategy leaves out is not recorded, whatever else is said. */
function recordsAll(recorder: ResourceFact): Told {
  const [strategy] = valuesAt(recorder.body, 'recording_group.recording_strategy.use_only').map((term: Term | undefined) =>
    findLiteral(term),
  );
  const whole = strategy === undefined || strategy === 'ALL_SUPPORTED_RESOURCE_TYPES';
  const told: Told = strategy instanceof Unknown ? strategy : whole;
  return both([groupSays(recorder, 'all_supported', true), told]);
}

function say(recorder: ResourceFact, told: Told, problem: string, fix: string): readonly Finding[] {
  if (told === true) return [];
  return told === false
    ? [findingOn(ID, recorder, problem, fix)]
    : [findingOn(ID, recorder, `whether ${problem} isn't known: ${told.why}`, fix, 'unknown')];
}

function isStarted(universe: Universe, recorder: ResourceFact): Told {
  const { known, hidden } = neighboursOf(universe, recorder, 'aws_config_configuration_recorder_status');
  if (known.length === 0 && hidden !== undefined) return new Unknown(hidden);
  return any(known.map(({ body }) => toldBy(body.is_enabled, false)));
}

/** What there is, and what it was before, is told of everything. */
export const configRecorder: Rule = {
  id: ID,
  summary: 'AWS Config records everything, global types in one Region, and is started',
  judge: (universe) => {
    const accounts = byAccount(factsOf(universe, 'aws_config_configuration_recorder'));
    return accounts.flatMap((recorders) => {
      // One recorder of an account is enough for what is in no Region.
      const global = anyOfAccount(recorders, accounts, (each) => groupSays(each, 'include_global_resource_types', false));
      return recorders.flatMap((recorder) => [
        ...say(
          recorder,
          recordsAll(recorder),
          'it leaves types of resources out',
          'set all_supported = true, and no other strategy',
        ),
        ...say(
          recorder,
          global,
          'no recorder of its account records IAM and other global types',
          'set include_global_resource_types = true in one Region',
        ),
        ...say(
          recorder,
          isStarted(universe, recorder),
          'nothing starts it',
          'add aws_config_configuration_recorder_status with is_enabled = true',
        ),
      ]);
    });
  },
};
