import { Unknown } from '../../../model/term';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

/** @source ECS, "Fargate platform versions for Amazon ECS", 2026-11 */
const LATEST_LINUX = '1.4.0';
/** Linux's first version, and the latest of Windows. */
const AMBIGUOUS = '1.0.0';

function isLatest(version: string): boolean | Unknown {
  if (version === AMBIGUOUS) return new Unknown("it is the latest for Windows, and Linux's first");
  return version === 'LATEST' || version === LATEST_LINUX;
}

/** Where a task on Fargate is started from. */
const STARTS = [
  ['aws_ecs_service', 'platform_version'],
  ['aws_ecs_task_set', 'platform_version'],
  ['aws_cloudwatch_event_target', 'ecs_target.platform_version'],
  ['aws_scheduler_schedule', 'target.ecs_parameters.platform_version'],
] as const;

/** Every task on Fargate runs on the latest platform, which has all patches. */
export const fargatePlatform: Rule = settingRule({
  id: 'delivery/container/fargate-platform',
  summary: 'Tasks on Fargate run on its latest platform',
  settings: STARTS.map(([type, argument]) => ({
    types: [type],
    argument,
    accepts: isLatest,
    otherwise: 'LATEST',
    fix: `leave ${argument} out, or set it to "LATEST"`,
  })),
});
