import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

/** No task sees the processes and the memory of others on its machine. */
export const ownProcesses: Rule = settingRule({
  id: 'delivery/container/own-processes',
  summary: 'Tasks have processes and shared memory of their own',
  settings: (['pid_mode', 'ipc_mode'] as const).map((argument) => ({
    types: ['aws_ecs_task_definition'],
    argument,
    accepts: (mode) => mode !== 'host',
    otherwise: 'none',
    fix: `leave ${argument} out, or set it to "task"`,
  })),
});
