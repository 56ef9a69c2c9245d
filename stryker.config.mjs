import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mutants of what proofs stand on. docs/mutation.md says what came of them. */
export default {
  mutate: [
    'modules/core/{cidr,port}.ts',
    'policies/reachability/{region,filter,ground,way}/**/*.ts',
    'policies/iam/{evaluate,gather,inquiry,escalation,scenarios}/**/*.ts',
    'policies/model/{policy,identity}/**/*.ts',
  ],
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  jest: { configFile: 'stryker.jest.config.cjs' },
  coverageAnalysis: 'perTest',
  // What runs once per file can't be switched within it: each such mutant would cost every test, and most change a text.
  ignoreStatic: true,
  concurrency: 1,
  // A loop that no longer ends is killed by time; the cases take seconds on a busy machine.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  // Outside of the project: else jest, eslint and prettier would meet every file twice.
  tempDirName: join(tmpdir(), 'plinth-mutation'),
  ignorePatterns: ['dist', 'cdktf.out', 'terraform.state', 'coverage', '.emulator', '.checkov', 'bench', 'emulator'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { reportTests: false, reportScoreTable: true, allowColor: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
};
