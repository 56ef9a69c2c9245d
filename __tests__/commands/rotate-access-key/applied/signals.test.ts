import { RotationWorld } from './rotation-world';
import { GOOD_END, play } from './scenario';

const SECONDS = 1000;
let world: RotationWorld;
beforeAll(async () => {
  world = await RotationWorld.start();
}, 600 * SECONDS);
afterAll(() => world.stop());

const CALLS = ['GetCallerIdentity', 'CreateAccessKey', 'UpdateAccessKey'];
const cases = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).flatMap((signal) => CALLS.map((action) => [signal, action] as const));

test.each(cases)(
  '%s while %s is on its way: the step is finished, and the next run finishes the rest',
  async (signal, action) => {
    const { chapters, end, told } = await play(world, {
      name: signal,
      troubles: [
        {
          env: { CALL_SECONDS: '30' },
          disturb: (call, kill) =>
            call.action === action && call.nth === 1
              ? { reaches: true, answer: 'as it is', meanwhile: () => kill(signal) }
              : undefined,
        },
      ],
    });
    expect(chapters.map(({ code, works }) => ({ code, works }))).toEqual([{ code: 3, works: true }]);
    expect(chapters[0]!.stderr).toContain(`got ${signal}; run the same command again: it goes on from there [LZ-ROTATE-20]\n`);
    expect({ end, told }).toEqual({ end: GOOD_END, told: [] });
  },
);
