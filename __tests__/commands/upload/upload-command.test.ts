import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { UploadWorld } from './upload-world';

// Each has an engine with certificates of its own.
jest.setTimeout(30_000);

let world: UploadWorld;
beforeEach(async () => {
  world = await UploadWorld.open();
});
afterEach(() => world.close());

const lastRun = () => [...world.engine.world.runs.values()].at(-1)!;

describe('plinth upload', () => {
  it('plans, tells each state once, and stops at the plan, which awaits a confirmation', async () => {
    const { status, stdout, stderr } = await world.run([world.stack('dev')]);
    const run = lastRun();

    expect({ status, statuses: run.statuses.at(-1), waits: run.decide !== undefined }).toEqual({
      status: 0,
      statuses: 'planned',
      waits: true,
    });
    expect(stdout).toBe(
      `dev: awaits confirmation (1 to add, 0 to change, 0 to destroy)\n  https://${world.engine.host}/app/acme/workspaces/dev/runs/${run.id}\n`,
    );
    const told = stderr.trimEnd().split('\n');
    expect(told.slice(0, 2).map((line) => line.replace(/\(\d+ s\)$/, '(n s)'))).toEqual([
      'dev: uploading (n s)',
      `dev: run ${run.id} (n s)`,
    ]);
    expect(told.at(-1)).toMatch(/^dev: planned \(\d s\)$/);
    expect(new Set(told).size).toBe(told.length);
  });

  it('with --apply confirms the plan and waits for its end', async () => {
    const { status, stdout } = await world.run([world.stack('dev'), '--apply', '--message', 'Change 17']);

    expect({ status, message: lastRun().message, last: lastRun().statuses.at(-1) }).toEqual({
      status: 0,
      message: 'Change 17',
      last: 'applied',
    });
    expect(stdout).toMatch(/^dev: applied \(1 to add, 0 to change, 0 to destroy\)\n/);
  });

  it('with --speculative begins a run that can never be applied', async () => {
    const { status, stdout } = await world.run([world.stack('dev'), '--speculative']);

    expect({ status, planOnly: lastRun().planOnly }).toEqual({ status: 0, planOnly: true });
    expect(stdout).toMatch(/^dev: planned \(1 to add/);
  });

  it('leaves a workspace that applies by itself no choice: the plan waits all the same', async () => {
    const folder = world.stack('dev');
    world.engine.world.workspaceNamed('dev')!.autoApply = true;
    await world.run([folder]);

    expect(lastRun().statuses.at(-1)).toBe('planned');
  });

  it('is done where there is nothing to change, with --apply too', async () => {
    world.executor.script = { hasChanges: false, json: { resource_changes: [] } };
    const { status, stdout } = await world.run([world.stack('dev'), '--apply']);

    expect({ status, last: lastRun().statuses.at(-1) }).toEqual({ status: 0, last: 'planned_and_finished' });
    expect(stdout).toMatch(/^dev: nothing to change \(0 to add, 0 to change, 0 to destroy\)\n/);
  });

  it('with --plan-out writes the JSON of the plan', async () => {
    const json = { resource_changes: [{ change: { actions: ['update'] } }] };
    world.executor.script = { json };
    const file = join(world.folder, 'plans/dev.json');
    const { status, stdout } = await world.run([world.stack('dev'), '--plan-out', file]);

    expect(status).toBe(0);
    expect(stdout).toContain(`the plan is in ${file}`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(json);
  });

  it('with --json prints one document and nothing else', async () => {
    world.engine.judgeBy([{ set: 'plinth', policy: 'kept', level: 'advisory', status: 'failed', description: 'Kept' }]);
    const { status, stdout } = await world.run([world.stack('dev'), '--json']);
    const run = lastRun();

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      notUploaded: [],
      stacks: [
        {
          stack: 'dev',
          workspace: 'acme/dev',
          run: run.id,
          url: `https://${world.engine.host}/app/acme/workspaces/dev/runs/${run.id}`,
          status: 'post_plan_completed',
          plan: { add: 1, change: 0, destroy: 0, import: 0 },
          hasChanges: true,
          isRefused: false,
          policies: [{ set: 'plinth', policy: 'kept', level: 'advisory', status: 'failed', description: 'Kept' }],
        },
      ],
    });
  });

  it('ends with 1 where a mandatory policy fails, confirms nothing, and writes the plan all the same', async () => {
    world.engine.judgeBy([
      { set: 'plinth', policy: 'network-open', level: 'mandatory', status: 'failed', description: 'Ports are closed' },
      { set: 'plinth', policy: 'kept', level: 'mandatory', status: 'passed' },
    ]);
    const file = join(world.folder, 'plan.json');
    const { status, stderr } = await world.run([world.stack('dev'), '--apply', '--plan-out', file]);

    expect({ status, last: lastRun().statuses.at(-1), plan: existsSync(file) }).toEqual({
      status: 1,
      last: 'errored',
      plan: true,
    });
    expect(stderr).toContain('dev: refused by policies (1 to add, 0 to change, 0 to destroy)\n  policies: 1 of 2 passed\n');
    expect(stderr).toContain('  mandatory policy plinth/network-open failed: Ports are closed\n');
  });

  it('ends with 3 where the plan is not successful, with the last lines of its log', async () => {
    world.executor.script = { good: false, says: '\u001b[31mError: no such \u0007region\u001b[0m' };
    const { status, stderr } = await world.run([world.stack('dev')]);

    expect(status).toBe(3);
    expect(stderr).toContain(
      `run ${lastRun().id}: it was not successful:\nError: no such \uFFFDregion\n; mend what it tells, and upload again [LZ-UPLOAD-31]`,
    );
  });

  it('ends with 3 where the apply is not successful', async () => {
    world.executor.script = { applies: false };
    const { status, stderr } = await world.run([world.stack('dev'), '--apply']);

    expect(status).toBe(3);
    expect(stderr).toContain('it was not successful:\nError: the bucket is taken\n; mend what it tells');
  });

  it('shows the log to whoever watches, also a structured one, and steers no terminal', async () => {
    const line = JSON.stringify({ '@message': 'Plan: \u00071 to add', type: 'change_summary' });
    world.executor.script = { says: `Terraform\tv1\n${line}\n{"no":"message"}` };
    const { stderr } = await world.run([world.stack('dev')], {}, true);

    expect(stderr).toContain('\nTerraform  v1\nPlan: \uFFFD1 to add\n');
  });
});

describe('plinth upload of an output folder', () => {
  const write = (): string => {
    for (const name of ['base', 'left', 'right']) world.engine.world.newWorkspace(name);
    world.write({ 'out/order.json': JSON.stringify({ waves: [['base'], ['right', 'left']] }) });
    for (const name of ['base', 'left', 'right']) world.write({ [`out/stacks/${name}/cdk.tf.json`]: '{}' });
    return join(world.folder, 'out');
  };

  it('uploads every stack in the order of its waves', async () => {
    const { status, stdout } = await world.run([write()]);

    expect(status).toBe(0);
    expect(stdout.match(/^\w+: /gm)).toEqual(['base: ', 'right: ', 'left: ']);
  });

  it('stops at the first that is not good, and names those that it left', async () => {
    const folder = write();
    world.engine.disturb(/workspaces\/right$/, 'server error', 9);
    const { status, stderr } = await world.run([folder]);

    expect(status).toBe(3);
    expect(stderr).toContain('workspace acme/right: ');
    expect(stderr).toMatch(/not uploaded: left\n$/);
    expect(world.engine.world.runs.size).toBe(1);
  });
});
