import { sourceRoots } from './lanes/source-roots.mjs';

const bin = (path, ...args) => [`node_modules/${path}`, ...args];
const jest = (project, ...options) => ({
  name: `tests: ${project}`,
  project,
  command: bin('jest/bin/jest.js', '--ci', '--selectProjects', project, ...options),
});

/**
 * What is looked at, in the order in which a mistake is cheapest to find; what needs nothing of each other in a list of its own. A
 * lane with a project is counted by its tests.
 */
export const lanes = {
  fast: [
    { name: 'types of sources', command: bin('typescript/bin/tsc', '-p', 'tsconfig.json') },
    { name: 'bundle', command: ['scripts/bundle.mjs'] },
    [
      // The longest first.
      { name: 'lint', command: bin('eslint/bin/eslint.js', '--max-warnings', '0', '.') },
      { name: 'format', command: bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
      { name: 'types of tests', command: bin('typescript/bin/tsc', '-p', '__tests__/tsconfig.json') },
      { name: 'types of the page', command: bin('typescript/bin/tsc', '-p', 'policies/report/page') },
      { name: 'public surface', command: ['scripts/api.mjs', '--check'] },
      { name: 'addresses', command: ['scripts/addresses.mjs', '--check'] },
      {
        name: 'import rules',
        command: bin('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...sourceRoots),
      },
    ],
    jest('fast'),
  ],
  apply: [
    // Built before the tests ask for it: two at once would build it twice.
    [
      { name: 'opa', command: ['scripts/opa.mjs', 'version'] },
      { name: 'actionlint', command: ['scripts/actionlint.mjs', '--version'] },
    ],
    // Terraform waits for what it made more than it works.
    jest('apply', '--maxWorkers', '3'),
  ],
  deep: [jest('deep')],
};
