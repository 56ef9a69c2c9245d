import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runChild } from '../../commands/sandbox/child';
import { projectRoot } from '../../commands/sandbox/environment';
import type { Synthesise } from '../../commands/sandbox/synthesis';
import { livesOf, liveAndDie } from './applied';

/** Where a program doesn't say from which account it starts. */
const HOME_ACCOUNT = '123456789012';

/** An example's own program, as its page has it; its author says in which order the stacks are applied, and from where. */
function programOf(example: string, waves: readonly (readonly string[])[], managementAccount = HOME_ACCOUNT): Synthesise {
  const root = projectRoot();
  return async (output, lifecycle, signal) => {
    const env = { ...process.env, CDKTF_OUTDIR: output, PLINTH_LIFECYCLE: lifecycle };
    const program = join(root, 'dist', 'examples', example, 'main.js');
    const { exitCode, stderr } = await runChild(process.execPath, [program], { cwd: root, env, timeLimitSeconds: 300, signal });
    if (exitCode !== 0) throw new Error(stderr);
    await writeFile(join(output, 'order.json'), JSON.stringify({ waves }));
    await writeFile(join(output, 'intent.json'), JSON.stringify({ organization: { managementAccount } }));
  };
}

const gone = (...names: readonly string[]): object[] => names.map((name) => ({ name, secondPlanChanges: 0, leftOver: 0 }));

test('module-reuse: a bucket in one account, writers in two others, a parameter read across accounts; lives and dies', async () => {
  const result = await liveAndDie(programOf('module-reuse', [['logs'], ['jobs', 'web']]));

  expect(livesOf(result)).toEqual(gone('logs', 'jobs', 'web'));
});

test('single-account: network, key, logs, a password and self-rotation in one stack; lives and dies', async () => {
  const stack = 'shop-eu-west-1-workloads';

  const result = await liveAndDie(programOf('single-account', [[stack]], '111111111111'));

  expect(livesOf(result)).toEqual(gone(stack));
});
