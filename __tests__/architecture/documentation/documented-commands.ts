/**
 * How a command that a document shows is proved: run, in a cheap form that does the same work, or named as the subject
 * of a test that takes longer than a block should.
 */
export type DocumentedCommand =
  | {
      readonly pattern: RegExp;
      /** What bash runs in the project's folder; $1 is the pattern's first group. */
      readonly run: string;
    }
  | {
      readonly pattern: RegExp;
      /** The test file that runs it, and the title there. */
      readonly proof: { readonly file: string; readonly title: string };
    };

const SELF = '__tests__/architecture/docs-blocks.test.ts';
const GIT_MERGE = '__tests__/commands/ledger/git-merge.test.ts';
const DOCTOR_COMMAND = '__tests__/commands/doctor/doctor-command.test.ts';
const STATE = '__tests__/apply/state-s3.test.ts';
const PACKAGE = '__tests__/package/package.test.ts';
const CDKTN = '__tests__/package/cdktn.test.ts';
const ADDRESSES = '__tests__/scripts/address-list.test.ts';
const LEDGER_COMMAND = '__tests__/commands/ledger/ledger-command.test.ts';

/** Every command that documents may show; the first pattern that fits counts. */
export const documentedCommands: readonly DocumentedCommand[] = [
  // Who reads these results has done `npm ci`, and `npm start` builds what the lane has built already.
  { pattern: /^(?:npm ci && )?((?:\w+=\S+ )*)npm start$/, run: '$1node dist/start.js' },
  // These two write, and the second asks git for a branch that a clone needn't have.
  { pattern: /^npm run -s plinth -- ledger prune$/, proof: { file: LEDGER_COMMAND, title: 'drops tombstones and names them' } },
  {
    pattern: /^npm run -s plinth -- ledger resolve --base main$/,
    proof: { file: GIT_MERGE, title: 'are resolved for the branch that was first' },
  },
  {
    pattern: /^npm run -s plinth -- rotate-access-key --user-name alice$/,
    proof: {
      file: '__tests__/commands/rotate-access-key/applied/enforced-rotation.test.ts',
      title: 'leaves the new key, which works, the old one gone, and of the file two values changed',
    },
  },
  // What it says depends on the machine.
  {
    pattern: /^npm run -s plinth -- doctor$/,
    proof: { file: DOCTOR_COMMAND, title: 'ends with 0 on a machine without a problem, though credentials are missing' },
  },
  {
    pattern: /^npm run -s plinth -- doctor --json$/,
    proof: { file: DOCTOR_COMMAND, title: 'prints one document and nothing else, each check with its own id' },
  },
  {
    pattern: /^npm run -s plinth -- doctor --emulator --accounts$/,
    proof: {
      file: '__tests__/commands/doctor/applied/doctor.test.ts',
      title: 'with --emulator, a second emulator is started, answers and is ended',
    },
  },
  // docs/state.md: the steps from nothing to states in S3.
  {
    pattern:
      /^(cd cdktf\.out\/stacks\/\S+-organization|echo '\S+' > bootstrap_override\.tf\.json|terraform init && terraform apply)$/,
    proof: { file: STATE, title: 'begin on this machine, by an override beside the stack, which stays as it was synthesised' },
  },
  {
    pattern: /^(rm bootstrap_override\.tf\.json|terraform init -migrate-state)$/,
    proof: { file: STATE, title: 'are moved into the bucket once the override is gone' },
  },
  { pattern: /^npm run -s plinth -- (.*)$/, run: 'node dist/commands/plinth.js $1' },
  { pattern: /^((?:\w+=\S+ )*node dist\/.*)$/, run: '$1' },
  { pattern: /^npm ci && npm test$/, proof: { file: SELF, title: 'the command that tests everything is what .ci/run runs' } },
  { pattern: /^npm run check$/, proof: { file: SELF, title: 'the fast lane is part of npm test' } },
  {
    pattern: /^npm run docs$/,
    proof: { file: '__tests__/architecture/docs-graph.test.ts', title: 'is the one that the code gives: npm run docs' },
  },
  // docs/package.md and docs/cdktn.md; what publishes is proved up to the tarball.
  { pattern: /^npm install plinth$/, proof: { file: PACKAGE, title: 'brings its peers: cdktf 0.21' } },
  {
    pattern: /^npm install && npm ls cdktf --all$/,
    proof: { file: CDKTN, title: 'one cdktf is installed, and it is cdktn 0.24.0' },
  },
  { pattern: /^npm run (version|release)(?!:)\b/, proof: { file: PACKAGE, title: 'holds what runs and is read' } },
  { pattern: /^npm run addresses\b/, proof: { file: ADDRESSES, title: 'asked to be noted, and noted at a release' } },
  {
    pattern: /^npm run release:fixture\b/,
    proof: {
      file: '__tests__/apply/upgrade/upgrade.test.ts',
      title: 'nothing that the last release applied is destroyed or replaced',
    },
  },
  {
    pattern: /^npm run api$/,
    proof: { file: '__tests__/scripts/surface-faults.test.ts', title: 'may name what another entry exports' },
  },
  {
    pattern: /^npm run -s sandbox -- --json --destroy$/,
    proof: {
      file: '__tests__/apply/reference.test.ts',
      title: 'npm run -s sandbox -- --json --destroy: every stack of the reference is applied, planned empty and destroyed',
    },
  },
  {
    pattern: /^npm run -s sandbox( -- --config \S+( --stack \S+)?)?$/,
    proof: {
      file: '__tests__/commands/sandbox/sandbox.test.ts',
      title: 'two accounts are applied, planned empty, closed and destroyed, and the JSON says so alone',
    },
  },
  {
    pattern: /^npx cdktf synth$/,
    proof: { file: '__tests__/apply/cdktf-cli.test.ts', title: 'cdktf synth gives the same stacks as npm start' },
  },
  {
    pattern: /^npx cdktf deploy \S+ --skip-provider-lock$/,
    proof: { file: '__tests__/apply/cdktf-cli.test.ts', title: 'cdktf deploy applies one stack to the emulator' },
  },
];
