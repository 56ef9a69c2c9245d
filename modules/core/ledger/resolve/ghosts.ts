import { groupBy } from '../collisions';
import { type Entry, isReplaced, lastSegment, networkOf, tierOf } from '../entry';
import type { Precedence } from './precedence';

/** The network or tier that an entry belongs to. */
type Owner = (entry: Entry) => string;

function findGhosts(bearers: readonly Entry[], owner: Owner, names: ReadonlyMap<string, string>, precedence: Precedence): string[] {
  const called = (entry: Entry): string => names.get(owner(entry)) ?? lastSegment(owner(entry));
  const parent = (entry: Entry): string => owner(entry).replace(/\/[^/]*$/, '');
  const renamed = (entry: Entry): number => Number(names.has(owner(entry)));
  const order = (a: Entry, b: Entry): number => precedence.compare(a, b) || renamed(b) - renamed(a);
  return [...groupBy(bearers, (entry) => `${parent(entry)} ${called(entry)}`).values()].flatMap((group) => {
    const [first, ...rest] = [...group].sort(order);
    const ghosts = rest.filter((entry) => first !== undefined && owner(entry) !== owner(first));
    const [rival] = ghosts;
    // With a base, what stands is known; which of two others goes makes no difference to it.
    const open = precedence.base === undefined && first !== undefined && rival !== undefined;
    if (open && order(first, rival) === 0) precedence.reportTie(first, rival);
    return ghosts.map(owner);
  });
}

/**
 * Drops what one branch changed under a name that the other one had replaced. Whatever a session gives a name that is
 * still borne gets another name in AWS, so two keys with one AWS name are one thing that was renamed on one side.
 */
export function dropGhosts(entries: readonly Entry[], precedence: Precedence): Entry[] {
  const named = entries.filter((entry) => entry.kind === 'name').sort((a, b) => precedence.compare(b, a));
  const names = new Map(named.map((entry) => [entry.key, entry.value]));
  const present = entries.filter((entry) => !isReplaced(entry));
  const networks = new Set(findGhosts(present.filter((entry) => entry.kind === 'vpc'), networkOf, names, precedence));
  const tiers = new Set(findGhosts(present.filter((entry) => entry.kind === 'tier'), tierOf, names, precedence));
  const isGhost = (entry: Entry): boolean => networks.has(networkOf(entry)) || (entry.kind !== 'range' && tiers.has(tierOf(entry)));
  return entries.filter((entry) => entry.kind === 'account' || !isGhost(entry) || precedence.isInBase(entry));
}
