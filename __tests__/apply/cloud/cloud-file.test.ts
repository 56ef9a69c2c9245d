import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App } from 'cdktf';

import { type ChildResult, runChild } from '../../../commands/sandbox/child';
import { type CloudState, LayerStack } from '../../../modules/terraform';

/** No provider is needed to see whether Terraform takes the two files together. */
class Bare extends LayerStack {}

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'cloud-file-'));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

/** The folder of a stack, as it is written. */
function synthesise(state: Omit<CloudState, 'kind'>): string {
  const app = new App({ outdir, stackTraces: false });
  const account = { name: 'dev', id: '555555555555' };
  const backend = { kind: 'cloud', ...state } as const;
  const stack = new Bare(app, { organization: 'acme', account, region: 'eu-west-1', layer: 'network', backend });
  stack.addOverride('resource.terraform_data.it.input', 'x');
  app.synth();
  return join(outdir, 'stacks', 'dev-eu-west-1-network');
}

function terraform(cwd: string, ...args: string[]): Promise<ChildResult> {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  return runChild('terraform', [...args, '-no-color'], { cwd, env, timeLimitSeconds: 300 });
}

describe('cloud.tf beside cdk.tf.json', () => {
  it.each([
    ['plain names', { organization: 'acme', project: 'landing-zone', hostname: 'tfe.acme.example:8443' }],
    ['names with quotes and what looks like a template', { organization: 'a"b', project: 'a ${b} %{c}' }],
  ])('is formatted and valid to Terraform: %s', async (_, state) => {
    const stack = synthesise(state);

    expect(await terraform(stack, 'fmt', '-check')).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await terraform(stack, 'init', '-backend=false')).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout } = await terraform(stack, 'validate');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Success! The configuration is valid.\n\n' });
  });

  it('gives way to a local backend in an override file: so states are moved back', async () => {
    const stack = synthesise({ organization: 'acme' });
    writeFileSync(join(stack, 'local_override.tf.json'), JSON.stringify({ terraform: { backend: { local: {} } } }));

    expect(await terraform(stack, 'init')).toMatchObject({ exitCode: 0 });
    expect(await terraform(stack, 'apply', '-auto-approve')).toMatchObject({ exitCode: 0 });
    expect((await terraform(stack, 'state', 'list')).stdout).toBe('terraform_data.it\n');
  });
});
