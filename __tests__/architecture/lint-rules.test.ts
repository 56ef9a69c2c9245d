import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';

import { withFixtureTree } from './fixture-tree';
import { lawfulFiles, lintViolations } from './lint-violations';
import { ROOT } from './source-tree';

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** The rules that each file breaks, by this project's own configuration. */
function lint(root: string): ReadonlyMap<string, readonly string[]> {
  const args = [
    join(ROOT, 'node_modules/eslint/bin/eslint.js'),
    '--config',
    join(ROOT, 'eslint.config.mjs'),
    '--format',
    'json',
    '.',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (stdout === '') throw new Error(stderr);
  const linted = JSON.parse(stdout) as Linted[];
  const broken = (file: Linted): string[] => [...new Set(file.messages.map(({ ruleId, message }) => ruleId ?? message))];
  return new Map(linted.map((file) => [relative(root, file.filePath), broken(file)]));
}

const switchedOff = "/* eslint-disable no-console -- a reason */\nconsole.log('built');\n";

describe('the lint rules', () => {
  const files = {
    'tsconfig.json': JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, types: ['jest', 'node'], typeRoots: [join(ROOT, 'node_modules/@types')] },
      include: ['**/*.ts'],
    }),
    ...lawfulFiles,
    ...Object.fromEntries(lintViolations.map(({ path, text }) => [path, text])),
    'modules/core/switched-off.ts': switchedOff,
  };
  const found = withFixtureTree(files, lint);

  test.each(Object.keys(lawfulFiles))('%s breaks none', (path) => {
    expect(found.get(path)).toEqual([]);
  });

  test.each(lintViolations.map(({ rule, path }) => [rule, path]))('%s, and nothing else, catches %s', (rule, path) => {
    expect(found.get(path)).toEqual([rule]);
  });

  test('a comment switches no rule off, whatever its reason, and is reported itself', () => {
    expect(found.get('modules/core/switched-off.ts')).toEqual([
      "'/* eslint-disable no-console -- a reason */' has no effect because you have 'noInlineConfig' setting in your config.",
      'no-console',
    ]);
  });
});
