import { Reference, Template, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import { findStated } from '../argument';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'logging/trail-log-group';

/** Whether an ARN ends as CloudTrail wants it; unknown where its end is. */
function endsRight(arn: Term): boolean | Unknown {
  const end = arn instanceof Template ? arn.parts.at(-1) : arn;
  if (typeof end === 'string') return end.endsWith(':*');
  // The provider cuts the end off, in all attributes of log groups.
  if (end instanceof Reference) return !end.targets.some(({ key }) => key.includes(':aws_cloudwatch_log_group.'));
  return end instanceof Unknown ? end : new Unknown(`it is no text: ${describeTerm(arn)}`);
}

/** Alarms see what a trail records, minutes after. */
export const trailLogGroup: Rule = {
  id: ID,
  summary: 'Trails write to a log group that they can write to',
  judge: (universe) =>
    [...factsOf(universe, 'aws_cloudtrail')].flatMap((trail) => {
      const arn = findStated(trail.body.cloud_watch_logs_group_arn);
      if (arn === undefined) {
        const fix = 'set cloud_watch_logs_group_arn and cloud_watch_logs_role_arn';
        return [findingOn(ID, trail, 'cloud_watch_logs_group_arn is left out', fix)];
      }
      const found = [];
      const right = endsRight(arn);
      const fix = 'write ":*" behind the ARN of the log group';
      if (right === false) {
        found.push(findingOn(ID, trail, `cloud_watch_logs_group_arn does not end in ":*", got ${describeTerm(arn)}`, fix));
      }
      if (right instanceof Unknown) {
        const problem = `whether cloud_watch_logs_group_arn ends in ":*" isn't known: ${right.why}`;
        found.push(findingOn(ID, trail, problem, fix, 'unknown'));
      }
      if (findStated(trail.body.cloud_watch_logs_role_arn) === undefined) {
        const problem = 'cloud_watch_logs_role_arn is left out: CloudTrail may not write to the log group';
        found.push(findingOn(ID, trail, problem, 'set cloud_watch_logs_role_arn to a role that CloudTrail may assume'));
      }
      return found;
    }),
};
