const { projects } = require('./jest.config.cjs');

const [{ displayName, ...fast }] = projects;

/**
 * The tests of the fast lane that mutants are run against: seconds altogether, since a mutant that survives costs all that
 * cover it. The random networks of `differential` and `oracle` take longer than the rest put together, and aren't among them.
 */
const folders = ['region', 'filter', 'ground', 'way', 'explain', 'cases', 'ask'];

module.exports = {
  ...fast,
  setupFiles: [...fast.setupFiles, '<rootDir>/__tests__/unshrunk.ts'],
  testMatch: [
    '<rootDir>/__tests__/core/{cidr,cidr-laws,port}.test.ts',
    ...folders.map((folder) => `<rootDir>/__tests__/policies/reachability/${folder}/**/*.test.ts`),
  ],
};
