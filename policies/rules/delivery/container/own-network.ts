import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

/** No task shares the network of the machine that it runs on: it has a security group of its own, or ports of its own. */
export const ownNetwork: Rule = settingRule({
  id: 'delivery/container/own-network',
  summary: 'Tasks have a network of their own',
  settings: [
    {
      types: ['aws_ecs_task_definition'],
      argument: 'network_mode',
      accepts: (mode) => mode !== 'host',
      otherwise: 'bridge',
      fix: 'set network_mode = "awsvpc"',
    },
  ],
});
