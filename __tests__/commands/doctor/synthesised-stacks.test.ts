import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readSynthesisedStacks } from '../../../commands/doctor/synthesised-stacks';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'plinth-stacks-'));
});
afterEach(() => rmSync(out, { recursive: true }));

function stack(name: string, text: string): void {
  mkdirSync(join(out, 'stacks', name), { recursive: true });
  writeFileSync(join(out, 'stacks', name, 'cdk.tf.json'), text);
}

test('a stack says which Terraform it takes and where its state lies', () => {
  stack('b', '{"terraform": {"required_version": ">= 1.11.0", "backend": {"s3": {"key": "acme/b.tfstate"}}}}');
  stack('a', '{"terraform": {"backend": {"local": {"path": "x"}}}}');

  expect(readSynthesisedStacks(out)).toEqual({
    stacks: [{ name: 'a' }, { name: 'b', requiredVersion: '>= 1.11.0', stateKey: 'acme/b.tfstate' }],
    unreadable: [],
  });
});

test.each(['', '{', 'null'])('a cdk.tf.json of %j is unreadable', (text) => {
  stack('a', text);

  expect(readSynthesisedStacks(out)).toEqual({ stacks: [], unreadable: ['a'] });
});

test('no output folder, a file in its place and a folder without a stack are no stacks', () => {
  expect(readSynthesisedStacks(join(out, 'none'))).toEqual({ stacks: [], unreadable: [] });
  writeFileSync(join(out, 'stacks'), '');
  expect(readSynthesisedStacks(out)).toEqual({ stacks: [], unreadable: [] });
  rmSync(join(out, 'stacks'));
  mkdirSync(join(out, 'stacks', 'empty'), { recursive: true });
  expect(readSynthesisedStacks(out)).toEqual({ stacks: [], unreadable: [] });
});

test('an override that names a backend is told, one of something else or of no JSON is not', () => {
  const backend = '{"terraform": {"backend": {"local": {}}}}';
  ['a', 'b', 'c', 'd'].forEach((name) => stack(name, '{"terraform": {"backend": {"s3": {"key": "k"}}}}'));
  writeFileSync(join(out, 'stacks/a/bootstrap_override.tf.json'), backend);
  writeFileSync(join(out, 'stacks/b/override.tf.json'), backend);
  writeFileSync(join(out, 'stacks/c/some_override.tf.json'), '{"terraform": {}}');
  writeFileSync(join(out, 'stacks/d/broken_override.tf.json'), '{');
  writeFileSync(join(out, 'stacks/d/beside.tf.json'), backend);

  expect(readSynthesisedStacks(out).stacks).toEqual([
    { name: 'a', stateKey: 'k', override: 'bootstrap_override.tf.json' },
    { name: 'b', stateKey: 'k', override: 'override.tf.json' },
    { name: 'c', stateKey: 'k' },
    { name: 'd', stateKey: 'k' },
  ]);
});
