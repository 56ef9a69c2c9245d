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

/** Every command that documents may show. */
export const documentedCommands: readonly DocumentedCommand[] = [
  // Who reads these results has done `npm ci`, and `npm start` builds what the lane has built already.
  { pattern: /^(?:npm ci && )?((?:\w+=\S+ )*)npm start$/, run: '$1node dist/main.js' },
  { pattern: /^npm run -s plinth -- (.*)$/, run: 'node dist/commands/plinth.js $1' },
  { pattern: /^(node dist\/.*)$/, run: '$1' },
  { pattern: /^npm ci && npm test$/, proof: { file: SELF, title: 'the command that tests everything is what .ci/run runs' } },
  { pattern: /^npm run check$/, proof: { file: SELF, title: 'the fast lane is part of npm test' } },
  {
    pattern: /^npm run docs$/,
    proof: { file: '__tests__/architecture/docs-graph.test.ts', title: 'is the one that the code gives: npm run docs' },
  },
];
