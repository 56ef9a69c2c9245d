import { isFalse } from '../../literal';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

/** Where a task is started from, and where it says whether its address is public. */
const STARTS = [
  ['aws_ecs_service', 'network_configuration.assign_public_ip'],
  ['aws_ecs_task_set', 'network_configuration.assign_public_ip'],
  ['aws_cloudwatch_event_target', 'ecs_target.network_configuration.assign_public_ip'],
  ['aws_scheduler_schedule', 'target.ecs_parameters.network_configuration.assign_public_ip'],
] as const;

/** No task has a public address: services stand behind a load balancer, and tasks go out by NAT. */
export const privateAddress: Rule = settingRule({
  id: 'delivery/container/private-address',
  summary: 'Tasks have no public address',
  settings: STARTS.map(([type, argument]) => ({
    types: [type],
    argument,
    accepts: isFalse,
    otherwise: 'false',
    fix: `set ${argument} = false`,
  })),
});
