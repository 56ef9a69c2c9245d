import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runChild } from '../../../commands/sandbox/child';
import { UploadWorld } from '../../commands/upload/upload-world';

const STACK = {
  variable: { size: { type: 'number', default: 1 } },
  resource: {
    terraform_data: {
      kept: { input: 'kept' },
      sized: { input: '${var.size}', triggers_replace: ['${var.size}'] },
      secret: { input: { word: '${sensitive("hidden")}' } },
    },
  },
  output: { kept: { value: '${terraform_data.kept.output}' } },
};

interface PlanJson {
  readonly resource_changes: object[];
  readonly output_changes: object;
}

let world: UploadWorld;
let folder: string;
beforeAll(async () => {
  world = await UploadWorld.openWithTerraform();
  folder = world.stack('sized', { 'cdk.tf.json': JSON.stringify(STACK) });
});
afterAll(() => world.close());

const workspace = () => world.engine.world.workspaceNamed('sized')!;
const stateNow = (): Buffer => world.engine.world.currentState(workspace().id)!.state;

/** What Terraform itself plans for the folder, on a copy, from the state that the engine has. */
async function planHere(name: string): Promise<PlanJson> {
  const copy = join(world.folder, name);
  mkdirSync(copy);
  copyFileSync(join(folder, 'cdk.tf.json'), join(copy, 'cdk.tf.json'));
  const state = world.engine.world.currentState(workspace().id);
  if (state !== undefined) writeFileSync(join(copy, 'terraform.tfstate'), state.state);
  const { PATH, HOME } = process.env;
  const terraform = (...args: string[]) =>
    runChild('terraform', args, { cwd: copy, env: { PATH, HOME, CHECKPOINT_DISABLE: '1' }, timeLimitSeconds: 600 });
  expect((await terraform('init', '-input=false')).exitCode).toBe(0);
  expect((await terraform('plan', '-input=false', '-out=plan')).exitCode).toBe(0);
  const { stdout } = await terraform('show', '-json', 'plan');
  rmSync(copy, { recursive: true });
  return JSON.parse(stdout) as PlanJson;
}

async function uploaded(
  ...args: string[]
): Promise<{ readonly status: number; readonly plan: PlanJson; readonly stdout: string }> {
  const file = join(world.folder, 'plan.json');
  rmSync(file, { force: true });
  const { status, stdout } = await world.run([folder, '--plan-out', file, ...args]);
  return { status, stdout, plan: JSON.parse(readFileSync(file, 'utf8')) as PlanJson };
}

// One life, in its order, with real Terraform behind the engine.
describe('plinth upload with real Terraform', () => {
  it('gets the same plan as Terraform makes of the same folder', async () => {
    const [here, { status, plan, stdout }] = [await planHere('first'), await uploaded('--speculative')];

    expect(status).toBe(0);
    expect(stdout).toMatch(/^sized: planned \(3 to add, 0 to change, 0 to destroy\)\n/);
    expect(plan.resource_changes).toEqual(here.resource_changes);
    expect(plan.output_changes).toEqual(here.output_changes);
  });

  it('is refused by a mandatory policy, and nothing is applied', async () => {
    world.engine.judgeBy([{ set: 'plinth', policy: 'kept', level: 'mandatory', status: 'failed' }]);
    const { status } = await uploaded('--apply');
    world.engine.judgeBy([]);

    expect({ status, states: world.engine.world.stateVersions.size }).toEqual({ status: 1, states: 0 });
  });

  it('applies, and the state is there', async () => {
    expect((await uploaded('--apply')).stdout).toMatch(/^sized: applied \(3 to add/);
    expect(JSON.parse(stateNow().toString())).toMatchObject({ outputs: { kept: { value: 'kept' } } });
    expect(workspace().lock).toBeUndefined();
  });

  it('gets the same plan of a replacement, from the same state', async () => {
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ ...STACK, variable: { size: { type: 'number', default: 2 } } }));
    const [here, { plan, stdout }] = [await planHere('second'), await uploaded()];

    expect(stdout).toMatch(/^sized: awaits confirmation \(1 to add, 0 to change, 1 to destroy\)\n/);
    expect(plan.resource_changes).toEqual(here.resource_changes);
  });

  it('waits for the run before it, is taken up again by --run, and applies', async () => {
    const [first] = [...world.engine.world.runs.values()].slice(-1);
    world.interruptAt('sized: pending', 'SIGINT');
    const cutOff = await world.run([folder]);
    const second = [...world.engine.world.runs.values()].at(-1)!;

    expect({ status: cutOff.status, statuses: second.statuses }).toEqual({ status: 3, statuses: ['pending'] });
    first!.decide!('discard');
    const { status, stdout } = await world.run([folder, '--run', second.id, '--apply']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^sized: applied \(1 to add, 0 to change, 1 to destroy\)\n/);
  });

  it('says what Terraform says of a stack that it refuses', async () => {
    writeFileSync(join(folder, 'cdk.tf.json'), '{"output":{"a":{"value":"${terraform_data.gone.output}"}}}');
    const { status, stderr } = await world.run([folder]);

    expect(status).toBe(3);
    expect(stderr).toContain('Error: Reference to undeclared resource');
  });
});
