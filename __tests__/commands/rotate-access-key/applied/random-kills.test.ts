import { randomKills } from './random-kills';
import { RotationWorld } from './rotation-world';
import { GOOD_END, playAll, type Story } from './scenario';

const SECONDS = 1000;
const scenarios = randomKills(50, 4);
let world: RotationWorld;
let stories: Map<string, Story>;

beforeAll(async () => {
  world = await RotationWorld.start();
  stories = await playAll(world, scenarios, 6);
}, 600 * SECONDS);
afterAll(() => world.stop());

test.each(scenarios.map(({ name }) => name))('%s: a working key stays each time, and then one run finishes', (name) => {
  const { chapters, end, told } = stories.get(name)!;
  const works = chapters.map((chapter) => chapter.works);
  expect({ works, end, told }).toEqual({ works: works.map(() => true), end: GOOD_END, told: [] });
});

test('at least 30 of the 50 met a kill, and some did in each half of a rotation', () => {
  const all = [...stories.values()];
  expect(all.filter(({ chapters }) => chapters.some(({ signal }) => signal === 'SIGKILL')).length).toBeGreaterThanOrEqual(30);
  const killedWhen = (words: string): boolean =>
    all.some(({ chapters }) => chapters.some(({ signal, stderr }) => signal === 'SIGKILL' && stderr.includes(words)));
  expect([killedWhen('create a new key'), killedWhen('disable ')]).toEqual([true, true]);
});
