import { groupBy } from '../collisions';
import { type Entry, isReplaced, lastSegment, networkOf, tierOf } from '../entry';
import type { Precedence } from './precedence';

/** The network or tier that an entry belongs to. */
type Owner = (entry: Entry) => string;

function findGhosts(bearers: readonly Entry[], owner: Owner, names: ReadonlyMap<string, string>, precedence: Precedence): string[] {
  const called = (entry: Entry): string => names.get(owner(entry)) ?? lastSegment(owner(entry));
  const parent = (entry: Entry): string => owner(entry).replace(/\/[^/]*$/, '');
  const alike = [...groupBy(bearers, (entry) => `${parent(entry)} ${called(entry)} ${entry.value}`).values()];
  return alike.flatMap((group) => {
    const [standing, ...others] = [...group].sort((a, b) => precedence.compare(a, b) || Number(names.has(owner(b))) - Number(names.has(owner(a))));
    return others.filter((entry) => standing !== undefined && owner(entry) !== owner(standing)).map(owner);
  });
}

/**
 * Drops what one branch changed under a name that the other one had replaced: the same addresses and the same AWS name
 * under two keys are one thing, not two that collide.
 */
export function dropGhosts(entries: readonly Entry[], precedence: Precedence): Entry[] {
  const names = new Map(entries.filter((entry) => entry.kind === 'name').map((entry) => [entry.key, entry.value]));
  const present = entries.filter((entry) => !isReplaced(entry));
  const networks = new Set(findGhosts(present.filter((entry) => entry.kind === 'vpc'), networkOf, names, precedence));
  const tiers = new Set(findGhosts(present.filter((entry) => entry.kind === 'tier'), tierOf, names, precedence));
  return entries.filter((entry) => entry.kind === 'account' || !(networks.has(networkOf(entry)) || (entry.kind !== 'range' && tiers.has(tierOf(entry)))));
}
