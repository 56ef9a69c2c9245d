import jest from 'eslint-plugin-jest';
import jsdoc from 'eslint-plugin-jsdoc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const PRODUCT = ['main.ts', 'modules/**/*.ts', 'policies/**/*.ts', 'commands/**/*.ts'];
const TALKING = ['main.ts', 'commands/**/*.ts', 'bench/**/*.ts', '__tests__/**/*.ts'];
const TESTS = ['__tests__/**/*.ts'];

/** The index of the bindings costs 3 s and 500 MB per start; cdktf's inner files are nobody's contract. */
const BANNED_IMPORTS = {
  patterns: [
    {
      regex: '^@cdktf/provider-aws(/lib)?(/index)?$',
      message: 'Import the bindings by resource: @cdktf/provider-aws/lib/<resource>.',
    },
    {
      regex: '^(cdktf|constructs)/lib(/|$)',
      message: 'Import from the root of the package: its inner files are not its contract.',
    },
  ],
};

const language = {
  files: ['**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    '@typescript-eslint/ban-ts-comment': [
      'error',
      { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false },
    ],
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/no-restricted-imports': ['error', BANNED_IMPORTS],
    '@typescript-eslint/no-confusing-void-expression': [
      'error',
      { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
    ],
    // A construct is made for its effect on the tree.
    '@typescript-eslint/no-extraneous-class': 'off',
    '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    curly: ['error', 'multi-line'],
    eqeqeq: 'error',
    'max-lines': ['error', 300],
    'no-console': 'error',
    'no-restricted-exports': [
      'error',
      { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'ImportExpression', message: 'Import statically: the import rules and the type checker see it.' },
    ],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    'object-shorthand': 'error',
  },
};

const product = {
  files: PRODUCT,
  plugins: { jsdoc },
  settings: { jsdoc: { mode: 'typescript' } },
  rules: {
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
    'jsdoc/check-alignment': 'error',
    // One parameter may need a word where its neighbours don't.
    'jsdoc/check-param-names': ['error', { disableMissingParamChecks: true }],
    'jsdoc/check-tag-names': ['error', { definedTags: ['unit', 'source'] }],
    'jsdoc/empty-tags': 'error',
    'jsdoc/no-blank-blocks': 'error',
    'jsdoc/no-types': 'error',
    'jsdoc/require-jsdoc': [
      'error',
      {
        // What a fixer writes is an empty comment.
        enableFixer: false,
        publicOnly: true,
        require: { ClassDeclaration: true, FunctionDeclaration: true },
        contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSEnumDeclaration'],
      },
    ],
  },
};

const tests = {
  files: TESTS,
  plugins: { jest },
  rules: {
    // What must not compile is a test's subject now and then.
    '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
    '@typescript-eslint/no-dynamic-delete': 'off',
    '@typescript-eslint/no-non-null-assertion': 'off',
    'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
    'jest/no-alias-methods': 'error',
    'jest/no-commented-out-tests': 'error',
    'jest/no-conditional-expect': 'error',
    'jest/no-disabled-tests': 'error',
    'jest/no-focused-tests': 'error',
    'jest/no-identical-title': 'error',
    'jest/no-restricted-matchers': [
      'error',
      {
        toBeDefined: 'Say what it is.',
        toMatchInlineSnapshot: 'Assert what matters, as a literal.',
        toMatchSnapshot: 'Assert what matters, as a literal.',
        toThrowErrorMatchingSnapshot: 'Assert the text as a literal.',
      },
    ],
    'jest/require-to-throw-message': 'error',
    'jest/valid-describe-callback': 'error',
    'jest/valid-expect': 'error',
    'jest/valid-title': 'error',
  },
};

export default defineConfig(
  {
    ignores: [
      'dist/',
      'cdktf.out/',
      'coverage/',
      'reports/',
      '.emulator/',
      '.opa/',
      '.checkov/',
      '.actionlint/',
      '.check-jsonschema/',
      'node_modules/',
    ],
  },
  // No comment switches a rule off: one that doesn't fit is changed here, for everybody.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  language,
  product,
  { files: TALKING, rules: { 'no-console': 'off' } },
  tests,
  { files: ['__tests__/**/*.test.ts'], rules: { 'jest/no-standalone-expect': 'error' } },
  { files: ['**/*.mjs', '**/*.cjs'], rules: { eqeqeq: 'error', 'max-lines': ['error', 300], 'prefer-const': 'error' } },
);
