import { randomKills } from '../commands/rotate-access-key/applied/random-kills';
import { RotationWorld } from '../commands/rotate-access-key/applied/rotation-world';
import { GOOD_END, playAll, type Scenario, type Story } from '../commands/rotate-access-key/applied/scenario';

const SECONDS = 1000;
jest.setTimeout(60 * SECONDS);

/** Another one each time; a failure's title names it. */
const seed = Number(process.env.ROTATION_SEED ?? Date.now() % 1_000_000_000);
const scenarios = randomKills(500, seed);
let world: RotationWorld;
let stories: Map<string, Story>;

beforeAll(async () => {
  world = await RotationWorld.start();
  stories = await playAll(world, scenarios, 6);
}, 3600 * SECONDS);
afterAll(() => world.stop());

function isGood({ name }: Scenario): boolean {
  const { chapters, end, told } = stories.get(name)!;
  return chapters.every(({ works }) => works) && JSON.stringify([end, told]) === JSON.stringify([GOOD_END, []]);
}

test(`500 rotations are killed at random points, seed ${String(seed)}: a working key stays, and then one run finishes`, () => {
  const bad = scenarios.filter((scenario) => !isGood(scenario)).map(({ name }) => ({ name, ...stories.get(name) }));
  expect(bad).toEqual([]);
  expect(stories.size).toBe(500);
});

test('at least 300 of the 500 met a kill', () => {
  const killed = [...stories.values()].filter(({ chapters }) => chapters.some(({ signal }) => signal === 'SIGKILL'));
  expect(killed.length).toBeGreaterThanOrEqual(300);
});
