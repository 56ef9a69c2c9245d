import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { findCodeFaults, type Texts } from './code-faults';
import { listFiles, PRODUCT, readSource, ROOT } from './source-tree';

const source = { 'modules/core/one.ts': "/** @throws LZ-ONE-1 */\nexport const code = 'LZ-ONE-1';\n" };
const page = '| code | meaning |\n|---|---|\n| `LZ-ONE-1` | one |\n';
const tests = { '__tests__/core/one.test.ts': "expect(text).toBe('one: is wrong; mend it [LZ-ONE-1]');\n" };

describe('error codes', () => {
  test('a code with its row and the test of its text is well', () => {
    expect(findCodeFaults(source, page, tests)).toEqual([]);
  });

  test('a code without a row is a fault', () => {
    expect(findCodeFaults(source, '', tests)).toEqual([
      'LZ-ONE-1: modules/core/one.ts uses it, docs/errors.md has no row for it',
    ]);
  });

  test('a code without a test of its text is a fault, and a comment or a title is no such test', () => {
    const title = { '__tests__/core/one.test.ts': "// [LZ-ONE-1]\ntest('refuses LZ-ONE-1', () => {});\n" };
    expect(findCodeFaults(source, page, title)).toEqual([
      'LZ-ONE-1: modules/core/one.ts uses it, no test has its text with [LZ-ONE-1]',
    ]);
  });

  test('a row without use is a fault', () => {
    expect(findCodeFaults(source, `${page}| LZ-TWO-2 | two |\n`, tests)).toEqual([
      'LZ-TWO-2: docs/errors.md has a row for it, no source uses it',
    ]);
  });

  test('a second row is a fault', () => {
    expect(findCodeFaults(source, `${page}| LZ-ONE-1 | again |\n`, tests)).toEqual([
      'LZ-ONE-1: docs/errors.md has two rows for it',
    ]);
  });

  test('a code that only comments tell of is a fault', () => {
    const told = { ...source, 'modules/core/two.ts': '/** @throws LZ-TWO-2 */\nexport const two = 2;\n' };
    expect(findCodeFaults(told, page, tests)).toEqual(['LZ-TWO-2: modules/core/two.ts tells of it, no source uses it']);
  });

  test('a code that is put together is a fault, since nobody finds it', () => {
    const composed = { ...source, 'modules/core/two.ts': 'export const code = (n: number): string => `LZ-TWO-${n}`;\n' };
    expect(findCodeFaults(composed, page, tests)).toEqual(['modules/core/two.ts: composes a code; write it whole']);
  });

  test('this project has a row and a test for every code', () => {
    const read = (paths: readonly string[]): Texts => Object.fromEntries(paths.map((path) => [path, readSource(path)]));
    const sources = read(listFiles(PRODUCT, '.ts'));
    const own = read(listFiles(['__tests__'], '.ts').filter((path) => !path.startsWith('__tests__/architecture/')));
    const errors = existsSync(join(ROOT, 'docs/errors.md')) ? readSource('docs/errors.md') : '';
    expect(findCodeFaults(sources, errors, own)).toEqual([]);
    expect(Object.keys(sources).length).toBeGreaterThan(20);
  });
});
