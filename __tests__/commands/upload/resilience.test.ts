import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { UploadWorld } from './upload-world';

// Each has an engine with certificates of its own.
jest.setTimeout(30_000);

let world: UploadWorld;
beforeEach(async () => {
  world = await UploadWorld.open();
});
afterEach(() => world.close());

const runs = () => [...world.engine.world.runs.values()];
const lastRun = () => runs().at(-1)!;

describe('plinth upload on a bad line', () => {
  it.each([
    ['POST /api/v2/runs', 'cut after'],
    ['POST /api/v2/runs', 'cut before'],
    ['POST /api/v2/runs', 'server error'],
    ['POST /api/v2/runs', 'too many'],
    ['POST /api/v2/workspaces/[^/]+/configuration-versions', 'cut after'],
    ['PUT /_archivist/', 'cut after'],
    ['PUT /_archivist/', 'server error'],
    ['GET /api/v2/runs/[^/]+', 'cut before'],
    ['POST /api/v2/runs/[^/]+/actions/apply', 'cut after'],
    ['POST /api/v2/runs/[^/]+/actions/apply', 'cut before'],
    ['GET /.well-known/terraform.json', 'server error'],
  ] as const)('after %s with "%s" there is one run, and it is applied', async (request, fault) => {
    world.engine.disturb(new RegExp(`^${request}`), fault);
    const { status } = await world.run([world.stack('dev'), '--apply']);

    expect({ status, runs: runs().map(({ statuses }) => statuses.at(-1)) }).toEqual({ status: 0, runs: ['applied'] });
  });

  it('gives up after three attempts where nothing answers', async () => {
    world.engine.disturb(/^GET \/api\/v2\/organizations/, 'cut before', 3);
    const { status, stderr } = await world.run([world.stack('dev')]);

    expect(status).toBe(3);
    expect(stderr).toContain(
      `${world.engine.host}: there is no answer, got ECONNRESET: socket hang up; see whether the host is right`,
    );
    expect(stderr).toContain('and reachable, by HTTPS_PROXY where there is a proxy [LZ-UPLOAD-20]');
  });

  it('gives up after three answers of 503, and says what the host says', async () => {
    world.engine.disturb(/^GET \/api\/v2\/organizations/, 'server error', 3);
    const { stderr } = await world.run([world.stack('dev')]);

    expect(stderr).toContain(
      `workspace acme/dev: ${world.engine.host} fails again and again, got 503 "service unavailable"; try again later [LZ-UPLOAD-24]`,
    );
  });

  it('tells how to go on where a run is there and the line stays dead, and goes on by that', async () => {
    const folder = world.stack('dev');
    world.executor.script = { planMs: 300 };
    world.engine.disturb(/^GET \/api\/v2\/runs/, 'cut before', 3);
    const { status, stderr } = await world.run([folder, '--apply']);
    const { id } = lastRun();

    expect(status).toBe(3);
    expect(stderr).toContain(
      `; run ${id} is left as it is, take it up again by: plinth upload ${folder} --run ${id} --apply [LZ-UPLOAD-20]`,
    );
    expect((await world.run([folder, '--run', id, '--apply'])).status).toBe(0);
    expect(runs().map(({ statuses }) => statuses.at(-1))).toEqual(['applied']);
  });
});

describe('plinth upload that is cut off', () => {
  it('by its time ends with 3 and leaves a run that waits for its turn', async () => {
    world.engine.world.isQueueOpen = false;
    const folder = world.stack('dev');
    world.interruptAt('dev: pending', 'SIGHUP');
    await world.run([folder]);
    const [{ id, statuses }, file] = [lastRun(), join(world.folder, 'a plan.json')];
    const { status, stderr } = await world.run([folder, '--run', id, '--timeout', '0.005', '--plan-out', file]);

    expect({ status, statuses }).toEqual({ status: 3, statuses: ['pending'] });
    expect(stderr).toContain(
      `stack dev: it took longer than 0.005 min; give it more by --timeout, or see what holds it up; run ${id} is left as it is, ` +
        `take it up again by: plinth upload ${folder} --run ${id} --plan-out '${file}' [LZ-UPLOAD-32]`,
    );
    expect(existsSync(file)).toBe(false);
  });

  it('by a signal ends with 3, leaves the run, and is taken up again by --run', async () => {
    world.executor.script = { planMs: 400 };
    const folder = world.stack('dev');
    world.interruptAt('dev: planning', 'SIGINT');
    const { status, stderr } = await world.run([folder]);
    const { id, statuses } = lastRun();

    expect({ status, last: statuses.at(-1) }).toEqual({ status: 3, last: 'planning' });
    expect(stderr).toContain(
      `upload: it was interrupted, got SIGINT; run it again; run ${id} is left as it is, take it up again by: plinth upload ${folder} --run ${id} [LZ-UPLOAD-33]`,
    );
    expect(world.signals.listenerCount('SIGINT')).toBe(0);
    const again = await world.run([folder, '--run', id]);
    expect(again.stdout).toMatch(/^dev: awaits confirmation/);
    expect(runs().length).toBe(1);
  });

  it('by a signal with --cancel-on-interrupt cancels the run', async () => {
    world.executor.script = { planMs: 5000 };
    world.interruptAt('dev: planning', 'SIGTERM');
    const { status, stderr } = await world.run([world.stack('dev'), '--cancel-on-interrupt']);

    expect(status).toBe(3);
    expect(stderr).toContain(
      `upload: it was interrupted, got SIGTERM; run ${lastRun().id} is canceled; run it again [LZ-UPLOAD-33]`,
    );
    await world.engine.stop();
    expect(lastRun().statuses.at(-1)).toBe('canceled');
  });

  it('by somebody who discards the run ends with 3', async () => {
    const folder = world.stack('dev');
    await world.run([folder]);
    lastRun().decide!('discard');
    const { status, stderr } = await world.run([folder, '--run', lastRun().id, '--apply']);

    expect(status).toBe(3);
    expect(stderr).toContain(`run ${lastRun().id}: it was discarded; upload again, if that was not meant [LZ-UPLOAD-31]`);
  });
});
