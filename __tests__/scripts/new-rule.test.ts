import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');
const SCRIPT = join(ROOT, 'scripts', 'new-rule.mjs');
const ASKED = ['--type', 'aws_sns_topic', '--argument', 'display_name', '--summary', 'Every topic has a name for people'];

/** What a rule is entered in, and what its tests need, in a folder of its own. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'plinth-new-rule-'));
  const own = ['policies', 'tsconfig.json', 'applied-lane.ts', 'fixed-seed.ts', 'longest-first.cjs'];
  const parts = ['policies', 'modules/core', ...own.map((name) => `__tests__/${name}`)];
  for (const part of [
    ...parts,
    'jest.config.cjs',
    'package.json',
    '.prettierrc.json',
    '.prettierignore',
    'tsconfig.json',
    'eslint.config.mjs',
  ]) {
    mkdirSync(join(copy, part, '..'), { recursive: true });
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function run(cwd: string, ...command: string[]): { code: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd, encoding: 'utf8' });
  return { code: status, text: `${stdout}${stderr}` };
}

describe('npm run new:rule', () => {
  let copy = '';
  beforeAll(() => (copy = copyOfProject()));
  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it('writes a rule with page, fixtures, test, pack entry and registry row', () => {
    expect(run(ROOT, SCRIPT, 'encryption/named-topics', ...ASKED, '--root', copy)).toEqual({
      code: 0,
      text: `${[
        'policies/rules/encryption/named-topics.ts',
        'policies/rules/encryption/named-topics.md',
        '__tests__/policies/rules/fixtures/encryption/named-topics/violating.tf.json',
        '__tests__/policies/rules/fixtures/encryption/named-topics/conforming.tf.json',
        '__tests__/policies/rules/fixtures/encryption/named-topics/violating.txt',
        '__tests__/policies/rules/encryption/named-topics.test.ts',
        'policies/packs/areas/encryption.ts',
        'policies/controls/registry/house.ts',
      ].join('\n')}\n`,
    });
  });

  it('what it writes passes its own tests, its fixtures and the page check', () => {
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    const tests = 'rules/encryption/named-topics|rules/fixtures.test|rule-pages';
    const { code, text } = run(
      copy,
      jest,
      '--ci',
      '--selectProjects',
      'fast',
      '--testPathPattern',
      tests,
      '-t',
      'named-topics|display_name',
    );

    expect(text).toContain('Test Suites: 3 passed, 3 total');
    expect(text).toMatch(/Tests: .*\b7 passed/);
    expect(code).toBe(0);
  });

  it('what it writes is in the form that prettier gives it', () => {
    const prettier = join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
    const written = [
      'policies/rules/encryption',
      'policies/packs/areas',
      'policies/controls/registry',
      '__tests__/policies/rules/encryption',
    ];

    expect(run(copy, prettier, '--list-different', ...written)).toEqual({ code: 0, text: '' });
  });

  it('refuses a rule that is there already', () => {
    const { code, text } = run(ROOT, SCRIPT, 'encryption/named-topics', ...ASKED, '--root', copy);

    expect([code, text.split('\n')[0]]).toEqual([2, 'the rule is there already: policies/rules/encryption/named-topics.ts']);
  });
});

describe('npm run new:rule refuses', () => {
  it.each([
    [['Named'], 'a rule is called <area>/<name> in kebab-case, got "Named"'],
    [['encryption/x', '--type', 'bucket'], '--type is a resource type like aws_s3_bucket, got "bucket"'],
    [['encryption/x', '--type', 'aws_sns_topic'], '--argument is an argument of it, got ""'],
    [['encryption/x', ...ASKED.slice(0, 5), 'all.'], '--summary is a sentence without its full stop, got "all."'],
    [['cooking/x', ...ASKED], 'there is no area of this name: policies/packs/areas/cooking.ts'],
  ])('%j: %s', (given, message) => {
    const { code, text } = run(ROOT, SCRIPT, ...given);

    expect([code, text.split('\n')[0]]).toEqual([2, message]);
  });
});
