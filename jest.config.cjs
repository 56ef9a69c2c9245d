/** Types are checked by tsc in `npm run check`; here each file is only transpiled, which is 1.7 times faster. */
const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: '__tests__/tsconfig.json' }] };

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform,
  moduleFileExtensions: ['ts', 'js', 'json'],
  // As tsconfig.json has it: examples import what users of the package do.
  moduleNameMapper: { '^plinth/policies$': '<rootDir>/policies', '^plinth/([a-z-]+)$': '<rootDir>/modules/$1' },
  // Folders that programs write: nothing in them is a module of this project.
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/cdktf.out/',
    '<rootDir>/\\.emulator/',
    '<rootDir>/\\.checkov/',
    '<rootDir>/\\.check-jsonschema/',
  ],
};

/** Tests that start the emulator or real Terraform. */
const applied = [
  'apply',
  'emulator',
  'package',
  'report',
  'commands/doctor/applied',
  'commands/sandbox',
  'commands/rotate-access-key/applied',
];
/** Tests that take minutes of random input. */
const deep = ['deep'];
const all = (folders) => folders.map((folder) => `<rootDir>/__tests__/${folder}/**/*.test.ts`);

module.exports = {
  maxWorkers: 2,
  testSequencer: '<rootDir>/__tests__/longest-first.cjs',
  projects: [
    {
      ...shared,
      displayName: 'fast',
      setupFiles: ['<rootDir>/__tests__/fixed-seed.ts'],
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...[...applied, ...deep].map((folder) => `<rootDir>/__tests__/${folder}/`)],
    },
    { ...shared, displayName: 'apply', setupFilesAfterEnv: ['<rootDir>/__tests__/applied-lane.ts'], testMatch: all(applied) },
    { ...shared, displayName: 'deep', testMatch: all(deep) },
  ],
};
