import { PERFORM } from '../../../../commands/rotate-access-key/run/steps';
import { FAULTS, ORPHANED, type Place, refusedAnd, troubleAt, UNPROVEN } from './faults';
import { RotationWorld } from './rotation-world';
import { GOOD_END, playAll, type Scenario, type Story } from './scenario';

const SECONDS = 1000;
/** Most of a run is waiting: for answers that don't come, and for the lock of a run that was killed. */
const AT_ONCE = 6;
/** The calls of a whole run. */
const CALLS: readonly Place[] = [
  { action: 'GetCallerIdentity', nth: 1 },
  { action: 'ListAccessKeys', nth: 1 },
  { action: 'CreateAccessKey', nth: 1 },
  { action: 'GetCallerIdentity', nth: 2 },
  { action: 'ListAccessKeys', nth: 2 },
  { action: 'UpdateAccessKey', nth: 1 },
  { action: 'DeleteAccessKey', nth: 1 },
];
/** How each step begins when it is told, in the order in which a whole run takes them. */
const BEGINNINGS = {
  announce: 'note in',
  create: 'create a new key',
  write: 'write ',
  prove: 'prove that',
  disable: 'disable ',
  delete: 'delete ',
  close: 'remove ',
};

const each = (prefix: string, troubles: (fault: (typeof FAULTS)[number]) => Scenario['troubles']): Scenario[] =>
  FAULTS.map((fault) => ({ name: `${prefix}: ${fault.name}`, troubles: troubles(fault) }));
const calls = CALLS.flatMap((place) => each(`${place.action} ${String(place.nth)}`, (fault) => [troubleAt(place, fault)]));
const steps: Scenario[] = Object.entries(BEGINNINGS).map(([step, words]) => ({
  name: `kill -9 before the step "${step}"`,
  troubles: [{ env: { KILL_AT: words } }],
}));
/** Journal, journal with the new key, credentials: three files are replaced, in five calls of the file system each. */
const files: Scenario[] = ['open', 'write', 'fsync', 'chmod', 'rename'].flatMap((call) =>
  [1, 2, 3].map((nth) => ({
    name: `kill -9 before ${call} ${String(nth)} of the file system`,
    troubles: [{ env: { KILL_IN: `${call} ${String(nth)}` } }],
  })),
);
const orphans = [
  ...each('asking for the use of a key without its secret', (fault) => [
    ORPHANED,
    troubleAt({ action: 'GetAccessKeyLastUsed', nth: 1 }, fault),
  ]),
  ...each('deleting a key without its secret', (fault) => [ORPHANED, troubleAt({ action: 'DeleteAccessKey', nth: 1 }, fault)]),
];
const unproven = each('proving the key of a run before', (fault) => [
  UNPROVEN,
  troubleAt({ action: 'GetCallerIdentity', nth: 1 }, fault),
]);
const undone = each('taking back a key that no proof accepts', (fault) => [refusedAnd(fault)]);

const scenarios = [...calls, ...steps, ...files, ...orphans, ...unproven, ...undone];
let world: RotationWorld;
let stories: Map<string, Story>;

beforeAll(async () => {
  world = await RotationWorld.start();
  stories = await playAll(world, scenarios, AT_ONCE);
}, 600 * SECONDS);
afterAll(() => world.stop());

test('every step has a place in the table', () => {
  expect(['discard', ...Object.keys(BEGINNINGS)].sort()).toEqual(Object.keys(PERFORM).sort());
});

test.each(scenarios.map(({ name }) => name))('%s: a working key stays, and a second run leaves exactly the new one', (name) => {
  const { chapters, end, told } = stories.get(name)!;
  const works = chapters.map((chapter) => chapter.works);
  // What nothing happened to shows nothing.
  const met = chapters.map(({ disturbed, signal }) => disturbed > 0 || signal === 'SIGKILL');
  expect({ works, met, end, told }).toEqual({
    works: works.map(() => true),
    met: met.map(() => true),
    end: GOOD_END,
    told: [],
  });
});
