import { Hole, type World } from '../oracle/world';
import { Duel, type Mismatch, Score } from './duel';
import { EngineSide } from './engine-side';
import { inFolder } from './in-folder';
import { factsOf, RENDERINGS } from './rendered';

/** The same with one element of one list left out, for every list in it. */
function shorter(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    if (value.some((each) => typeof each === 'number')) return [];
    const all = value as readonly unknown[];
    const without = all.map((_, place) => [...all.slice(0, place), ...all.slice(place + 1)]);
    const within = all.flatMap((each, place) =>
      shorter(each).map((less) => [...all.slice(0, place), less, ...all.slice(place + 1)]),
    );
    return [...without, ...within];
  }
  if (typeof value !== 'object' || value === null || value instanceof Hole) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'blocks')
    .flatMap(([key, each]) => shorter(each).map((less) => ({ ...value, [key]: less })));
}

/** Every name in it is somebody's. */
function isWhole(world: World, { from, to }: Mismatch): boolean {
  const all = Object.values(world).flatMap((each: unknown) => (Array.isArray(each) ? (each as { name?: string }[]) : []));
  const names = new Set(all.map(({ name }) => name));
  const refers = [
    ...world.subnets.flatMap(({ vpc, table, acl }) => [vpc, table, acl]),
    ...world.tables.flatMap(({ routes }) =>
      routes.flatMap(({ destination, target }) => [
        'list' in destination ? destination.list : null,
        ['local', 'middlebox'].includes(target.to) ? null : target.name,
      ]),
    ),
    ...world.groups.flatMap(({ rules }) =>
      rules.map(({ peer }) => ('group' in peer ? peer.group : 'list' in peer ? peer.list : null)),
    ),
    ...world.interfaces.flatMap(({ subnet, groups }) => [subnet, ...groups]),
    ...world.nats.map(({ subnet }) => subnet),
    ...world.attachments.flatMap(({ gateway, subnets, table }) => [gateway, ...subnets, table]),
    ...world.transitTables.flatMap(({ gateway, routes, propagated }) => [gateway, ...routes.map(({ to }) => to), ...propagated]),
    ...world.endpoints.flatMap(({ list, tables }) => [list, ...tables]),
    ...world.internetGateways.map(({ edgeTable }) => edgeTable ?? null),
    ...[from, to].flatMap((place) => (place.kind === 'interface' && place.groups !== 'open' ? place.groups : [])),
  ];
  return refers.every((name) => name === null || typeof name !== 'string' || names.has(name));
}

function isStill(world: World, mismatch: Mismatch, folder: string): boolean {
  const rendering = RENDERINGS.find(({ name }) => name === mismatch.rendering);
  if (!rendering || !isWhole(world, mismatch)) return false;
  try {
    const score = new Score();
    const engine = new EngineSide(factsOf(world, rendering, folder), world);
    mismatch.again(new Duel(mismatch.seed, world, score), [[rendering, engine]]);
    const alike = (problem: string): string => problem.replace(/\d+/g, 'n');
    return score.mismatches.some(({ problem }) => alike(problem) === alike(mismatch.problem));
  } catch {
    // What others name was left out: that is no world.
    return false;
  }
}

/** A world from which nothing can be left out without prover and oracle agreeing. */
export function smallest(world: World, mismatch: Mismatch): World {
  return inFolder((folder) => {
    let small = world;
    for (;;) {
      const less = (shorter(small) as World[]).find((each) => isStill(each, mismatch, folder));
      if (!less) return small;
      small = less;
    }
  });
}

/** What a person needs to look into it. */
export function mismatchText(world: World, mismatch: Mismatch): string {
  const { seed, rendering, from, to, kind, problem, packet } = mismatch;
  const head = `seed ${String(seed)}, ${rendering}, ${kind}: ${problem}${packet === undefined ? '' : `: ${packet}`}`;
  return [head, JSON.stringify({ from, to }), JSON.stringify(smallest(world, mismatch), null, 1)].join('\n');
}
