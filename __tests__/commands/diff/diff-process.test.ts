import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const NETWORK = 'examples/reachability/network';
const PLAN = '__tests__/policies/judged/archive/plan.json';

function plinth(args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const env = { ...process.env, NO_COLOR: '' };
  return spawnSync(process.execPath, [join(ROOT, 'dist/commands/plinth.js'), 'diff', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
}

describe('the process of plinth diff', () => {
  it.each([
    [0, [NETWORK, NETWORK]],
    [0, [PLAN]],
    [0, [PLAN, '--fail-on', 'replace,destroy']],
    [1, [PLAN, '--fail-on', 'security']],
    [2, ['nowhere']],
    [2, []],
    [2, [NETWORK]],
    [2, [PLAN, PLAN, PLAN]],
    [2, [PLAN, '--fail-on', 'everything']],
  ])('ends with %d for %j', (status, args) => {
    expect(plinth(args).status).toBe(status);
  });

  it('writes no colours into a pipe', () => {
    expect(plinth([PLAN]).stdout).not.toContain('\u001b');
  });
});
