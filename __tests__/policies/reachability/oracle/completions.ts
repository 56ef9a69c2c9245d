import { Hole, type World } from './world';

function holesIn(value: unknown): Hole<unknown>[] {
  if (value instanceof Hole) return [value as Hole<unknown>];
  if (Array.isArray(value)) return value.flatMap(holesIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(holesIn) : [];
}

function filled(value: unknown, choice: ReadonlyMap<unknown, unknown>): unknown {
  if (value instanceof Hole) return choice.get(value);
  if (Array.isArray(value)) return value.map((each: unknown) => filled(each, choice));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, choice)]));
}

/** Whether the documents tell all of this world. */
export function isComplete(world: World): boolean {
  return holesIn(world).length === 0;
}

/** Every world that this one may be. */
export function completionsOf(world: World): readonly World[] {
  const choices = holesIn(world).reduce<ReadonlyMap<unknown, unknown>[]>(
    (all, hole) => all.flatMap((sofar) => hole.choices.map((choice) => new Map([...sofar, [hole, choice]]))),
    [new Map<unknown, unknown>()],
  );
  return choices.map((choice) => filled(world, choice) as World);
}
