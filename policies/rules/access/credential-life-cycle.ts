import type { LivedCall, LivedLife } from '../../iam/scenarios/live-through';
import { type Finding, findingOn, type Rule } from '../rule';
import { accessProofsOf } from './proven';

const ID = 'access/credential-life-cycle';

/** `rotation of the own key: iam:CreateAccessKey by access key, session without MFA`. */
function problemOf({ life }: LivedLife, { call, decisions, astray }: LivedCall): string {
  const ends = [...new Set(astray.map((one) => decisions[one].decision))];
  const how = ends.map((end) => (end === 'unknown' ? 'perhaps not as it must' : end)).join(' or ');
  return `as ${life.name}, ${call.scenario}: ${call.action} by ${astray.join(', ')} is ${how}`;
}

/** Those who look after their own credentials get through all of their life, and no further. */
export const credentialLifeCycle: Rule = {
  id: ID,
  summary: 'Whoever looks after credentials of their own can, from the first login on, and does nothing else with them',
  judge: (universe) =>
    accessProofsOf(universe).lives.flatMap((lived) =>
      lived.calls
        .filter(({ astray }) => astray.length > 0)
        .map((call): Finding => {
          const isCertain = call.astray.some((one) => call.decisions[one].decision !== 'unknown');
          const [first] = call.astray;
          const allows = first !== undefined && call.call.ends[first] === 'denied';
          const fix = allows ? 'take back what allows it' : 'allow it, and except it from what denies without MFA';
          const finding = findingOn(
            ID,
            lived.actor.principal.fact,
            problemOf(lived, call),
            fix,
            isCertain ? 'violated' : 'unknown',
          );
          return first === undefined ? finding : { ...finding, witness: call.decisions[first].why };
        }),
    ),
};
