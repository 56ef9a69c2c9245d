import { readBlocks } from './documentation/block';
import { findBlockFaults } from './documentation/block-faults';
import { type DocumentedCommand, documentedCommands } from './documentation/documented-commands';
import { listFiles, readSource } from './source-tree';

const fence = (info: string, text: string): string => `Text.\n\n\`\`\`${info}\n${text}\n\`\`\`\n`;

const SELF = '__tests__/architecture/docs-blocks.test.ts';
const commands: readonly DocumentedCommand[] = [
  { pattern: /^say (.*)$/, run: 'echo $1' },
  { pattern: /^fail$/, run: 'exit 1' },
  { pattern: /^long$/, proof: { file: SELF, title: 'a command may be proved by the test of a title' } },
  { pattern: /^lost$/, proof: { file: 'package.json', title: 'no such title' } },
];

const faults = (info: string, text: string): string[] => findBlockFaults(readBlocks('page.md', fence(info, text)), commands);

describe('a block', () => {
  test('is read with its place, language, attributes and text', () => {
    const list = '- item\n\n  ```ts file=a/b.ts title="One VPC" fragment\n  const a = 1;\n    b();\n  ```\n';
    expect(readBlocks('page.md', list)).toEqual([
      {
        at: 'page.md:3',
        language: 'ts',
        attributes: { file: 'a/b.ts', title: 'One VPC', fragment: '' },
        text: 'const a = 1;\n  b();\n',
      },
    ]);
  });

  test('has a language that some check knows', () => {
    expect(faults('', 'a')).toEqual(['page.md:3: no check knows the language ""; use bash, console, ts, yaml, json or text']);
    expect(faults('text', 'a')).toEqual([]);
  });

  test('with file= is that file', () => {
    expect(faults('text file=.prettierrc.json', readSource('.prettierrc.json').trimEnd())).toEqual([]);
    expect(faults('text file=.prettierrc.json', '{}')).toEqual(['page.md:3: the block is not what stands in .prettierrc.json']);
    expect(faults('text file=gone.json', '{}')).toEqual(["page.md:3: gone.json doesn't exist"]);
  });

  test('with excerpt= is a part of that file', () => {
    expect(faults('text excerpt=.ci/run', 'set -euo pipefail')).toEqual([]);
    expect(faults('text excerpt=.ci/run', 'set -eu')).toEqual(['page.md:3: the block is not what stands in .ci/run']);
  });
});

describe('a block of commands', () => {
  test('is run', () => {
    expect(faults('bash', 'say a # as a comment tells\n\nsay \\\n  b')).toEqual([]);
    expect(faults('bash', 'fail')).toEqual(['page.md:3: "fail" ends with 1 instead of 0:\n']);
    expect(faults('bash exit=1', 'fail')).toEqual([]);
  });

  test('has commands that something proves', () => {
    expect(faults('bash', 'rm -r x')).toEqual(['page.md:3: nothing proves "rm -r x"; add it to documented-commands.ts']);
    expect(faults('bash', '# nothing')).toEqual(['page.md:3: the block has no command']);
  });

  test('a command may be proved by the test of a title', () => {
    expect(faults('bash', 'long')).toEqual([]);
    expect(faults('bash', 'lost')).toEqual([
      'page.md:3: "lost" is to be proved by "no such title", which package.json doesn\'t have',
    ]);
    expect(faults('console', '$ long\ndone')).toEqual(['page.md:3: "long" shows an output that nobody compares; run it']);
  });

  test('prints what the document shows, … standing for anything', () => {
    expect(faults('console', '$ say one two\none two\n$ say three\nthree')).toEqual([]);
    expect(faults('console', '$ say took 12 s\ntook … s')).toEqual([]);
    expect(faults('console', "$ say $'a\\nb\\nc'\na\n…\nc")).toEqual([]);
    expect(faults('console', '$ say one two\none three')).toEqual(['page.md:3: "say one two" prints something else:\none two']);
    expect(faults('console', '$ say one two\none')).toEqual(['page.md:3: "say one two" prints something else:\none two']);
  });
});

describe('a block of code or data', () => {
  test('in TypeScript is compiled against the sources', () => {
    const block = (type: string): string =>
      `import { Cidr } from './modules/core/cidr';\nconst size: ${type} = Cidr.parse('10.0.0.0/8').size;`;
    expect(faults('ts', block('bigint'))).toEqual([]);
    expect(faults('ts', block('string'))).toEqual(["page.md:3: Type 'bigint' is not assignable to type 'string'."]);
  });

  test('in YAML is a configuration', () => {
    expect(faults('yaml', 'networks: {}')).not.toEqual([]);
    expect(faults('yaml fragment', 'networks: {}')).toEqual([]);
    expect(faults('yaml fragment', 'networks: {')).toHaveLength(1);
  });

  test('in YAML may be a list of flows', () => {
    const flow = (port: string): string =>
      `- { from: public/alb, to: app, port: ${port}, why: The load balancer forwards requests }`;
    expect(faults('yaml', flow('tcp/8080'))).toEqual([]);
    expect(faults('yaml', flow('tcp/70000'))).toHaveLength(1);
  });

  test('in JSON is a document', () => {
    expect(faults('json', '{"a": 1}')).toEqual([]);
    expect(faults('json', '{"a": 1')).toHaveLength(1);
  });
});

describe('the documents of this project', () => {
  const scripts = (JSON.parse(readSource('package.json')) as { scripts: Record<string, string> }).scripts;
  const others = listFiles(['CONTRIBUTING.md', 'docs', 'examples', 'policies'], '.md');

  test('the command that tests everything is what .ci/run runs', () => {
    expect(readSource('.ci/run').trimEnd().split('\n').at(-1)).toBe('npm ci && npm test');
    expect(readSource('README.md')).toContain('npm ci && npm test');
  });

  test('the fast lane is part of npm test', () => {
    expect(scripts.test).toBe(`${scripts.check ?? ''} apply`);
  });

  test('README.md shows a command, and every block in it holds', () => {
    const blocks = readBlocks('README.md', readSource('README.md'));
    expect(blocks.map(({ language }) => language)).toContain('console');
    expect(findBlockFaults(blocks, documentedCommands)).toEqual([]);
  });

  test(`every block in ${String(others.length)} other documents holds: ${others.join(', ')}`, () => {
    expect(others).toEqual(expect.arrayContaining(['docs/architecture.md', 'docs/errors.md', 'CONTRIBUTING.md']));
    const blocks = others.flatMap((path) => readBlocks(path, readSource(path)));
    expect(findBlockFaults(blocks, documentedCommands)).toEqual([]);
  });
});
