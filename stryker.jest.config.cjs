const { projects } = require('./jest.config.cjs');

const [{ displayName, ...fast }] = projects;

/**
 * The tests of the fast lane that mutants are run against: seconds altogether, since a mutant that survives costs all that
 * cover it. The random networks of `differential` and `oracle`, and the random requests of IAM's duel and laws, take longer than
 * the rest put together, and aren't among them.
 */
const reachability = ['region', 'filter', 'ground', 'way', 'explain', 'cases', 'ask'];
const iam = ['iam/evaluate', 'iam/gather', 'iam/inquiry', 'iam/escalation', 'iam/scenarios', 'model/policy', 'model/identity'];
const folders = [...reachability.map((folder) => `reachability/${folder}`), ...iam];

module.exports = {
  ...fast,
  setupFiles: [...fast.setupFiles, '<rootDir>/__tests__/unshrunk.ts'],
  testMatch: [
    '<rootDir>/__tests__/core/{cidr,cidr-laws,port}.test.ts',
    ...folders.map((folder) => `<rootDir>/__tests__/policies/${folder}/**/*.test.ts`),
  ],
  testPathIgnorePatterns: [...fast.testPathIgnorePatterns, '/evaluate/(duel|laws)\\.test\\.ts$'],
};
