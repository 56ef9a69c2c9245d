import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { accepting, withRules } from './terraform';

const ROOT = join(__dirname, '../../..');
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'check-'));
  for (const [name, rules] of [
    ['dev', { a: undefined, b: undefined }],
    ['good', { a: 'Why' }],
  ] as const) {
    mkdirSync(join(home, name));
    writeFileSync(join(home, name, 'cdk.tf.json'), JSON.stringify(withRules(rules)));
  }
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

interface Run {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command, Node with some options of its own. */
function plinth(args: readonly string[], env: NodeJS.ProcessEnv = {}, node: readonly string[] = []): Run {
  return spawnSync(process.execPath, [...node, join(ROOT, 'dist/commands/plinth.js'), 'check', ...args], {
    cwd: home,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

describe('the process of plinth check', () => {
  it.each([
    [0, ['good', '--pack', 'structure']],
    [1, ['dev', '--pack', 'structure']],
    [2, ['nowhere']],
    [2, []],
    [2, ['dev', 'good']],
    [2, ['dev', '--unknown']],
    [3, ['dev', '--pack', 'structure', '--out', 'dev/cdk.tf.json/file']],
  ])('ends with %d for %j', (status, args) => {
    expect(plinth(args).status).toBe(status);
  });

  it('gives each format with its rules’ pages, the file of the stack seen from here, and no path of the machine', () => {
    const { stdout } = plinth(['dev', '--pack', 'structure', '--format', 'sarif']);
    const { runs } = JSON.parse(stdout) as {
      runs: [{ tool: { driver: { rules: { help: { markdown: string } }[] } }; results: { locations: object[] }[] }];
    };

    expect(runs[0].tool.driver.rules[0]?.help.markdown).toMatch(/^# network\/acl-quota\n\n## Summary\n/);
    expect(runs[0].results[0]?.locations).toMatchObject([{ physicalLocation: { artifactLocation: { uri: 'dev/cdk.tf.json' } } }]);
    expect(stdout).not.toContain(home);
  });

  it('judges suppressions on the day of SOURCE_DATE_EPOCH: 2027-01-31 counts on that day and not on the next', () => {
    writeFileSync(join(home, 'accepted.yaml'), accepting('dev', '2027-01-31'));
    const on = (day: string): string => String(Date.parse(`${day}T12:00:00Z`) / 1000);
    const args = ['dev', '--pack', 'structure', '--suppressions', 'accepted.yaml'];

    expect(plinth(args, { SOURCE_DATE_EPOCH: on('2027-01-31') }).status).toBe(0);
    const late = plinth(args, { SOURCE_DATE_EPOCH: on('2027-02-01') });
    expect(late.status).toBe(1);
    expect(late.stdout).toContain('ended on 2027-01-31, and it is 2027-02-01');
  });

  it('says nothing on standard error while it is at work, where that is no terminal', () => {
    expect(plinth(['dev', '--pack', 'structure']).stderr).toBe('');
  });

  // The new text is whole beside the file before it takes its place; whoever dies in between leaves the former one.
  it.each(['--write-baseline', '--out'])('killed as it replaces the file of %s leaves the former one whole', (option) => {
    writeFileSync(join(home, 'file'), 'former\n');
    writeFileSync(join(home, 'kill.cjs'), "require('fs').renameSync = () => process.kill(process.pid, 'SIGKILL');\n");
    const killed = plinth(['dev', '--pack', 'structure', option, 'file'], {}, ['--require', join(home, 'kill.cjs')]);

    expect([killed.signal, killed.stdout]).toEqual(['SIGKILL', '']);
    expect(readFileSync(join(home, 'file'), 'utf8')).toBe('former\n');
  });

  it('that ends leaves nothing beside what it writes', () => {
    plinth(['dev', '--pack', 'structure', '--write-baseline', 'known']);

    expect(readdirSync(home).sort()).toEqual(['dev', 'good', 'known']);
  });
});
