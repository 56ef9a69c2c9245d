/** order.json: the waves in which stacks are applied. Those of one wave don't wait for each other. */
export interface ApplyOrder {
  readonly waves: readonly (readonly string[])[];
}

/** One stack waits for another. */
export interface Dependency {
  readonly stack: string;
  readonly needs: string;
}

/**
 * Sorts stacks into waves, each as early as its needs allow; names are sorted within one.
 * @throws Error on a circle: a defect of the composition
 */
export function applyOrder(stacks: readonly string[], dependencies: readonly Dependency[]): ApplyOrder {
  const needs = new Map(
    stacks.map((stack) => [
      stack,
      new Set(dependencies.filter((d) => d.stack === stack && d.needs !== stack).map((d) => d.needs)),
    ]),
  );
  const waves: string[][] = [];
  const done = new Set<string>();
  while (done.size < needs.size) {
    const wave = [...needs]
      .filter(([stack, open]) => !done.has(stack) && [...open].every((need) => done.has(need) || !needs.has(need)))
      .map(([stack]) => stack);
    if (wave.length === 0) {
      throw new Error(`stacks wait for each other: ${[...needs.keys()].filter((stack) => !done.has(stack)).join(', ')}`);
    }
    waves.push(wave.sort());
    for (const stack of wave) done.add(stack);
  }
  return { waves };
}
