import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../commands/sandbox/environment';
import { sandboxCommand } from '../../../commands/sandbox/main';
import type { SandboxResult } from '../../../commands/sandbox/sandbox';
import type { Lifecycle, Synthesise } from '../../../commands/sandbox/synthesis';
import type { TerraformJson } from '../../emulator/estate/terraform-json';
import { writing } from '../../emulator/estate/write-estate';
import { refusedStack, restlessStack, smallStacks, smallWaves } from './small-stacks';

interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function sandbox(synthesise: Synthesise, ...args: string[]): Promise<Run> {
  const said = { stdout: '', stderr: '' };
  const terminal = { out: (text: string) => (said.stdout += text), err: (text: string) => (said.stderr += text) };
  const exitCode = await sandboxCommand(projectRoot(), args, terminal, synthesise);
  return { exitCode, ...said };
}

const only = (name: string, json: TerraformJson): Synthesise => writing({ [name]: json }, [[name]]);

test('two accounts are applied, planned empty, closed and destroyed, and the JSON says so alone', async () => {
  const lifecycles: Lifecycle[] = [];
  const { exitCode, stdout, stderr } = await sandbox(
    (output, lifecycle, signal) => {
      lifecycles.push(lifecycle);
      return writing(smallStacks, smallWaves)(output, lifecycle, signal);
    },
    '--json',
    '--destroy',
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const result = JSON.parse(stdout) as SandboxResult;
  expect(result.stacks).toEqual([
    { name: 'network-eu-west-1-network', added: 2, secondPlanChanges: 0, destroyed: 2 },
    { name: 'dev-eu-west-1-network', added: 1, secondPlanChanges: 0, destroyed: 1 },
  ]);
  expect(Object.keys(result)).toEqual(['stacks', 'seconds', 'emulator']);
  expect(lifecycles).toEqual(['living', 'closing']);
});

test('a stack that AWS refuses ends with exit code 3 and the text of Terraform', async () => {
  const { exitCode, stdout, stderr } = await sandbox(only('refused', refusedStack), '--json');
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
  expect(stderr).toContain('terraform apply failed with exit code 1');
  expect(stderr).toContain('InvalidVpcID.NotFound');
  expect(stderr).toContain('[LZ-SANDBOX-5]');
});

test('a second plan that is not empty ends with exit code 1 and names what it would change', async () => {
  const { exitCode, stdout, stderr } = await sandbox(only('restless', restlessStack), '--keep');
  const tree = /^working tree kept in (.*)$/m.exec(stderr)?.[1] ?? '';
  expect(exitCode).toBe(1);
  expect(stderr).toContain('restless: update aws_ssm_parameter.restless\n');
  expect(stdout).toMatch(/^restless: 1 added, second plan changes 1\n1 stacks in [\d.]+ s\n$/);
  // With a backend in S3, the state still stays in the tree that --keep keeps, and the stack as it was synthesised.
  expect(readFileSync(join(tree, 'cdktf.out', 'stacks', 'restless', 'cdk.tf.json'), 'utf8')).toBe(JSON.stringify(restlessStack));
  expect(existsSync(join(tree, 'terraform.state', 'restless.tfstate'))).toBe(true);
  rmSync(tree, { recursive: true });
});

test('an unknown stack is refused with exit code 2 and the name that was meant', async () => {
  const { exitCode, stderr } = await sandbox(writing(smallStacks, smallWaves), '--stack', 'dev-eu-west-1-networks', '--json');
  expect(stderr).toBe(
    '--stack: no such stack, got "dev-eu-west-1-networks"; did you mean "dev-eu-west-1-network"? [LZ-SANDBOX-7]\n',
  );
  expect(exitCode).toBe(2);
});

test('an unknown option is refused with exit code 2', async () => {
  const { exitCode, stderr } = await sandbox(only('refused', refusedStack), '--destory');
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "error: unknown option '--destory'\n(Did you mean --destroy?)\n" });
});
