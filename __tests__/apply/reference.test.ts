import { join } from 'node:path';

import { runChild } from '../../commands/sandbox/child';
import { projectRoot } from '../../commands/sandbox/environment';
import type { SandboxResult } from '../../commands/sandbox/sandbox';
import { livesOf } from './applied';

jest.setTimeout(1_800_000);

test('npm run -s sandbox -- --json --destroy: every stack of the reference is applied, planned empty and destroyed', async () => {
  const root = projectRoot();
  const { exitCode, stdout, stderr } = await runChild(
    process.execPath,
    [join(root, 'dist', 'commands', 'sandbox', 'main.js'), '--json', '--destroy'],
    { cwd: root, env: process.env, timeLimitSeconds: 1700 },
  );

  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const result = JSON.parse(stdout) as SandboxResult;
  expect(livesOf(result)).toEqual([
    { name: 'log-archive-eu-west-1-logging', secondPlanChanges: 0, leftOver: 0 },
    { name: 'management-global-identity', secondPlanChanges: 0, leftOver: 0 },
    { name: 'dev-eu-west-1-network', secondPlanChanges: 0, leftOver: 0 },
    { name: 'network-eu-west-1-network', secondPlanChanges: 0, leftOver: 0 },
    { name: 'prod-eu-west-1-network', secondPlanChanges: 0, leftOver: 0 },
  ]);
  expect(result.stacks.map(({ added }) => added)).toEqual([44, 3, 132, 66, 155]);
});
