import type { SeenFlow } from './flow-book';

/** How many flows away from the internet, or from what lies elsewhere, each group is. */
export function depths(flows: readonly SeenFlow[]): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  const found = new Map<string, number>();
  for (const { from, to } of flows) {
    if (to.place !== 'group') continue;
    if (from.place !== 'group') found.set(to.name, 1);
    else next.set(from.name, [...(next.get(from.name) ?? []), to.name]);
  }
  // A map is walked in the order of insertion, what is added on the way included: nearest first.
  for (const [name, depth] of found) {
    for (const other of next.get(name) ?? []) if (!found.has(other)) found.set(other, depth + 1);
  }
  return found;
}
