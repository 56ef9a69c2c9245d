/** A file that breaks one rule of eslint.config.mjs. */
export interface LintViolation {
  readonly rule: string;
  readonly path: string;
  readonly text: string;
}

const product = (rule: string, name: string, text: string): LintViolation => ({ rule, path: `modules/core/${name}.ts`, text });
const tests = (rule: string, name: string, text: string): LintViolation => ({
  rule,
  path: `__tests__/core/${name}.test.ts`,
  text,
});

const doc = '/** One. */\n';

/** What this project bans beyond what typescript-eslint's strict set brings, each with a file that must be refused. */
export const lintViolations: readonly LintViolation[] = [
  product('@typescript-eslint/no-restricted-imports', 'provider-index', "export { vpc } from '@cdktf/provider-aws';\n"),
  product('@typescript-eslint/no-restricted-imports', 'provider-lib', "export { vpc } from '@cdktf/provider-aws/lib';\n"),
  product(
    '@typescript-eslint/no-restricted-imports',
    'provider-type',
    "export type { Vpc } from '@cdktf/provider-aws/lib/index';\n",
  ),
  product('@typescript-eslint/no-restricted-imports', 'cdktf-inside', "export { Token } from 'cdktf/lib/tokens';\n"),
  product('@typescript-eslint/no-restricted-imports', 'constructs-inside', "export { Node } from 'constructs/lib/construct';\n"),
  product('@typescript-eslint/no-require-imports', 'required', "import aws = require('./lawful');\nexport { aws };\n"),
  product('no-restricted-syntax', 'dynamic', "void import('./lawful');\n"),
  product('no-console', 'talkative', "console.log('built');\n"),
  product('no-restricted-exports', 'default-value', 'export default 1;\n'),
  product('no-restricted-exports', 'default-name', 'const one = 1;\nexport { one as default };\n'),
  product('@typescript-eslint/ban-ts-comment', 'ignored', "// @ts-ignore\nexport const one: number = 'one';\n"),
  product('@typescript-eslint/ban-ts-comment', 'expected', "// @ts-expect-error: a reason\nexport const one: number = 'one';\n"),
  product('@typescript-eslint/no-explicit-any', 'anything', '/** One. */\nexport type One = Map<string, any>;\n'),
  product('@typescript-eslint/no-floating-promises', 'floating', 'void 0;\nPromise.resolve(1);\n'),
  product(
    '@typescript-eslint/consistent-type-imports',
    'eager',
    "import { Lawful } from './lawful';\nexport const one: Lawful = 1;\n",
  ),
  product('@typescript-eslint/explicit-module-boundary-types', 'untyped', `${doc}export function one() {\n  return 1;\n}\n`),
  product(
    '@typescript-eslint/switch-exhaustiveness-check',
    'forgetful',
    "let pair = 'a' as 'a' | 'b';\nswitch (pair) {\n  case 'a':\n    pair = 'b';\n}\n",
  ),
  product('eqeqeq', 'loose', 'export const same = (a: string, b: string): boolean => a == b;\n'),
  product('max-lines', 'long', '// one\n'.repeat(301)),
  product('max-lines-per-function', 'long-function', `${doc}export function one(): void {\n${'  void 0;\n'.repeat(70)}}\n`),
  product('no-warning-comments', 'unfinished', '// TO' + 'DO: finish\nexport const one = 1;\n'),
  product('jsdoc/require-jsdoc', 'undocumented-function', 'export function one(): number {\n  return 1;\n}\n'),
  product('jsdoc/require-jsdoc', 'undocumented-type', "export type One = 'one' | 1;\n"),
  product('jsdoc/require-jsdoc', 'undocumented-interface', 'export interface One {\n  readonly one: 1;\n}\n'),
  product('jsdoc/require-jsdoc', 'undocumented-class', 'export class One {\n  readonly one = 1;\n}\n'),
  product(
    'jsdoc/check-tag-names',
    'unknown-tag',
    '/**\n * One.\n * @defualt 1\n */\nexport interface One {\n  readonly one?: 1;\n}\n',
  ),
  product(
    'jsdoc/no-types',
    'typed-tag',
    '/**\n * One.\n * @param {number} n - what\n */\nexport function one(n: number): number {\n  return n;\n}\n',
  ),
  tests('jest/no-focused-tests', 'focused', "test.only('one is 1', () => {\n  expect(1).toBe(1);\n});\n"),
  tests('jest/no-disabled-tests', 'disabled', "test.skip('one is 1', () => {\n  expect(1).toBe(1);\n});\n"),
  tests(
    'jest/no-disabled-tests',
    'disabled-group',
    "xdescribe('one', () => {\n  test('is 1', () => {\n    expect(1).toBe(1);\n  });\n});\n",
  ),
  tests('jest/expect-expect', 'silent', "test('one is 1', () => {\n  void 0;\n});\n"),
  tests(
    'jest/require-to-throw-message',
    'any-error',
    "test('refuses 1', () => {\n  expect(() => JSON.parse('{') as unknown).toThrow();\n});\n",
  ),
  tests('jest/valid-title', 'untitled', "test('', () => {\n  expect(1).toBe(1);\n});\n"),
  tests(
    'jest/no-identical-title',
    'twice',
    "test('one is 1', () => {\n  expect(1).toBe(1);\n});\ntest('one is 1', () => {\n  expect(1).toBe(1);\n});\n",
  ),
  tests('jest/no-restricted-matchers', 'defined', "test('one is 1', () => {\n  expect(1).toBeDefined();\n});\n"),
  tests('jest/no-restricted-matchers', 'snapshot', "test('one is 1', () => {\n  expect(1).toMatchSnapshot();\n});\n"),
  tests(
    'jest/no-conditional-expect',
    'conditional',
    "test('one is 1', () => {\n  expect(1).toBe(1);\n  if (Date.now() > 1) expect(2).toBe(2);\n});\n",
  ),
  tests(
    'jest/no-commented-out-tests',
    'commented',
    "// test('one is 1', () => {\ntest('two is 2', () => {\n  expect(2).toBe(2);\n});\n",
  ),
];

/** Files of the same kinds that break nothing. */
export const lawfulFiles: Readonly<Record<string, string>> = {
  'modules/core/lawful.ts':
    '/** One. */\nexport type Lawful = 1;\n\n/**\n * One.\n * @source AWS\n * @throws InputError LZ-ONE-1 never\n */\nexport function one(): Lawful {\n  return 1;\n}\n',
  'modules/core/three-hundred-lines.ts': '// one\n'.repeat(300),
  'modules/core/provider-resource.ts': "export { Vpc } from '@cdktf/provider-aws/lib/vpc';\nexport { Token } from 'cdktf';\n",
  'commands/talkative.ts': "console.log('done');\n",
  '__tests__/core/lawful.test.ts':
    "test('refuses an open brace', () => {\n  expect(() => JSON.parse('{') as unknown).toThrow('Expected');\n});\n",
};
