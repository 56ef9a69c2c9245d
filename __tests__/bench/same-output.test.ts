import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { assertSameOutput } from '../../bench/programs/same-output';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plinth-same-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function output(name: string, stacks: Record<string, unknown>): string {
  for (const [stack, document] of Object.entries(stacks)) {
    mkdirSync(join(root, name, 'stacks', stack), { recursive: true });
    writeFileSync(join(root, name, 'stacks', stack, 'cdk.tf.json'), JSON.stringify(document));
  }
  return join(root, name);
}

const vpc = (cidr: string, path: string): unknown => ({
  resource: { aws_vpc: { v: { cidr_block: cidr, '//': { metadata: { path } } } } },
});

describe('two outputs', () => {
  it('are the same where only the notes of the constructs differ', () => {
    const [a, b] = [output('a', { dev: vpc('10.0.0.0/16', 'dev/net/vpc') }), output('b', { dev: vpc('10.0.0.0/16', 'dev/vpc') })];
    expect(() => assertSameOutput(a, b)).not.toThrow();
  });

  it('are not the same where one attribute of one resource differs', () => {
    const [a, b] = [output('a', { dev: vpc('10.0.0.0/16', 'p') }), output('b', { dev: vpc('10.1.0.0/16', 'p') })];
    expect(() => assertSameOutput(a, b)).toThrow(new Error(`stack dev is not the same in ${a} and ${b}`));
  });

  it('are not the same where one has a stack more', () => {
    const dev = vpc('10.0.0.0/16', 'p');
    const [a, b] = [output('a', { dev }), output('b', { dev, shop: dev })];
    expect(() => assertSameOutput(a, b)).toThrow(new Error(`stack shop is not the same in ${a} and ${b}`));
  });
});
