import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App } from 'cdktf';

import { runChild } from '../../../commands/sandbox/child';
import { type Backend, LayerStack, publish, withStage } from '../../../modules/terraform';
import { type Engine, startEngine } from '../../engine/engine';

const NAME = 'dev-eu-west-1-network';
const LOCAL: Backend = { kind: 'local' };

/** No provider: it is the state that moves. */
class Bare extends LayerStack {}

let home: string;
let engine: Engine;
let stack: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'moved-states-'));
  stack = join(home, 'cdktf.out', 'stacks', NAME);
  writeFileSync(join(home, 'none.tfrc'), '');
  engine = await startEngine({ directory: join(home, 'engine'), environment: { TF_CLI_CONFIG_FILE: join(home, 'none.tfrc') } });
});
afterAll(async () => {
  await engine.stop();
  rmSync(home, { recursive: true, force: true });
});

const cloud = (): Backend => ({ kind: 'cloud', organization: engine.organization, hostname: engine.host });

/** What `npm start` does after `backend:` was changed: files are replaced, and Terraform's own stay. */
function synthesise(backend: Backend): void {
  const out = join(home, 'cdktf.out');
  withStage(out, (stage) => {
    const app = new App({ outdir: stage, stackTraces: false });
    const account = { name: 'dev', id: '555555555555' };
    const made = new Bare(app, { organization: 'acme', account, region: 'eu-west-1', layer: 'network', backend });
    made.addOverride('resource.terraform_data.it.input', 'x');
    app.synth();
    publish(stage, out);
  });
}

/** A line for the shell in the stack's folder, which has to succeed. */
async function done(line: string): Promise<string> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, TF_CLI_CONFIG_FILE: join(home, 'none.tfrc'), CHECKPOINT_DISABLE: '1', TF_CLI_ARGS: '-no-color' };
  const { exitCode, stdout, stderr } = await runChild('bash', ['-o', 'pipefail', '-c', line], {
    cwd: stack,
    env: { ...env, ...engine.environmentForTerraform },
    timeLimitSeconds: 300,
  });
  expect({ line, exitCode, stderr }).toEqual({ line, exitCode: 0, stderr: '' });
  return stdout;
}

/** What AWS would call it: the same only where the state is. */
function idIn(state: string): unknown {
  const { resources } = JSON.parse(state) as { resources: { instances: { attributes: { id: string } }[] }[] };
  return resources[0]?.instances[0]?.attributes.id;
}

const localState = (): string => readFileSync(join(home, 'terraform.state', 'acme', `${NAME}.tfstate`), 'utf8');

// One life, in its order: each step stands on those before it.
describe('the state of a stack', () => {
  let id: unknown;

  it('begins on this machine', async () => {
    synthesise(LOCAL);
    await done('terraform init && terraform apply -auto-approve');
    id = idIn(localState());
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('moves into the workspace of its name once Terraform may copy it, and nothing is to be done then', async () => {
    synthesise(cloud());

    expect(await done('echo yes | terraform init')).toContain('HCP Terraform has been successfully initialized!');
    expect(idIn(await done('terraform state pull'))).toBe(id);
    expect(await done('terraform state list')).toBe('terraform_data.it\n');
    expect(await done('terraform plan -input=false')).toContain('No changes.');
    expect(engine.world.workspaceNamed(NAME)).toMatchObject({ name: NAME });
  });

  it('comes back by hand, and nothing is to be done then either', async () => {
    await done('terraform state pull > moved.tfstate');
    rmSync(join(home, 'terraform.state'), { recursive: true });
    synthesise(LOCAL);

    await done('terraform init -reconfigure');
    await done('terraform state push moved.tfstate');

    expect(idIn(localState())).toBe(id);
    expect(await done('terraform plan -input=false')).toContain('No changes.');
  });
});
