import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ROOT } from './source-tree';

interface FakeLane {
  readonly name: string;
  readonly command: readonly string[];
  readonly project?: string;
}

const program = (code: string): string[] => ['-e', code, '--'];
const lane = (name: string, code: string): FakeLane => ({ name, command: program(code) });

/** Like jest: the totals go into the file that the last argument names. */
const tests = (totals: object, exit: number): FakeLane => {
  const write = `require('fs').writeFileSync(process.argv.at(-1), ${JSON.stringify(JSON.stringify(totals))})`;
  return { name: 'tests', project: 'fake', command: program(`${write}; process.exit(${String(exit)})`) };
};

function run(lanes: readonly (FakeLane | readonly FakeLane[])[], ci = 'false'): { closing: string | undefined; good: boolean } {
  const url = pathToFileURL(join(ROOT, 'scripts/lanes/run-lanes.mjs')).href;
  const script = `import { runLanes } from '${url}'; process.exitCode = (await runLanes(${JSON.stringify(lanes)})) ? 0 : 1;`;
  const env = { ...process.env, CI: ci };
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env });
  return { closing: stdout.trimEnd().split('\n').at(-1), good: status === 0 };
}

describe('the closing line', () => {
  test('counts lanes and tests: 1 + 3 passed', () => {
    expect(run([lane('lint', ''), tests({ numPassedTests: 3 }, 0)])).toEqual({ closing: '4 passed, 0 failed', good: true });
  });

  test('comes although the first lane fails, and the others are run', () => {
    expect(run([lane('lint', 'process.exit(1)'), lane('format', '')])).toEqual({ closing: '1 passed, 1 failed', good: false });
  });

  test('comes although a lane throws', () => {
    expect(run([lane('lint', "throw new Error('broken')"), lane('format', '')])).toEqual({
      closing: '1 passed, 1 failed',
      good: false,
    });
  });

  test('counts failed tests', () => {
    const totals = { numPassedTests: 3, numFailedTests: 2, numRuntimeErrorTestSuites: 0 };
    expect(run([tests(totals, 1)])).toEqual({ closing: '3 passed, 2 failed', good: false });
  });

  test('counts a file of tests that did not load', () => {
    const totals = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
    expect(run([tests(totals, 1)])).toEqual({ closing: '3 passed, 1 failed', good: false });
  });

  test('counts tests that ended without totals as one failure', () => {
    expect(run([{ ...lane('tests', 'process.exit(1)'), project: 'fake' }])).toEqual({
      closing: '0 passed, 1 failed',
      good: false,
    });
  });

  test('counts a good end without any test as one failure', () => {
    expect(run([tests({ numPassedTests: 0 }, 0)])).toEqual({ closing: '0 passed, 1 failed', good: false });
  });

  test('counts lanes that run side by side, of which the first waits for what the second writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanes-'));
    const file = JSON.stringify(join(folder, 'written'));
    const waiting = lane(
      'waits',
      `const t = setInterval(() => { if (require('fs').existsSync(${file})) clearInterval(t); }, 20)`,
    );
    try {
      const beside = [waiting, lane('writes', `require('fs').writeFileSync(${file}, '')`), lane('fails', 'process.exit(1)')];

      expect(run([beside, lane('after', '')])).toEqual({ closing: '3 passed, 1 failed', good: false });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('counts a skipped test as failed where CI=true, and only there', () => {
    const totals = { numPassedTests: 3, numPendingTests: 1 };
    expect(run([tests(totals, 0)], 'true')).toEqual({ closing: '3 passed, 1 failed', good: false });
    expect(run([tests(totals, 0)])).toEqual({ closing: '3 passed, 0 failed', good: true });
  });
});

describe('npm test', () => {
  test('refuses a lane that there is not', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/check.mjs'), 'fats'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'usage: check.mjs fast|apply|deep …\n' });
  });
});
