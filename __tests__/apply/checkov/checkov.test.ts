import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot } from '../../../commands/sandbox/environment';
import { synthesisOf } from '../../../commands/sandbox/synthesis';
import { checkovEnvironment, type Framework, scan } from './checkov';
import { disagreements, readCheckovPage } from './documented-failures';
import { copyForCheckov } from './json-for-checkov';
import { planStacks } from './reference-plans';

const root = projectRoot();
const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
const folders = {} as Record<Framework, string>;
let folder: string;
let python: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-checkov-'));
  const output = join(folder, 'cdktf.out');
  mkdirSync(output);
  await synthesisOf(root, join(root, 'landing-zone.yaml'))(output, 'living', new AbortController().signal);
  folders.terraform_json = copyForCheckov(output, folder);
  [python, folders.terraform_plan] = await Promise.all([
    checkovEnvironment(root, say),
    planStacks({ output, folder, report: say }),
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['terraform_json', 'terraform_plan'] as const)(
  'checkov finds in the reference as %s what docs/checkov.md gives a reason for, and nothing else',
  async (framework) => {
    const found = await scan(python, folders[framework], framework);
    say(`checkov, ${framework}: ${found.passed} passed, ${found.failed} failed`);
    const page = readCheckovPage(readFileSync(join(root, 'docs', 'checkov.md'), 'utf8'));
    expect(disagreements(page, framework, found)).toEqual([]);
  },
);
