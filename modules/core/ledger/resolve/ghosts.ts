import { groupBy } from '../collisions';
import { type Entry, isReplaced, lastSegment, networkOf, tierOf } from '../entry';
import type { Precedence } from './precedence';

/** The network or tier that an entry belongs to. */
type Owner = (entry: Entry) => string;

function findGhosts(
  bearers: readonly Entry[],
  owner: Owner,
  names: ReadonlyMap<string, string>,
  precedence: Precedence,
): string[] {
  const called = (entry: Entry): string => names.get(owner(entry)) ?? lastSegment(owner(entry));
  const parent = (entry: Entry): string => owner(entry).replace(/\/[^/]*$/, '');
  const renamed = (entry: Entry): boolean => names.has(owner(entry));
  const order = (a: Entry, b: Entry): number => precedence.compare(a, b) || Number(renamed(b)) - Number(renamed(a));
  const named = groupBy(bearers, (entry) => `${parent(entry)} ${called(entry)}`);
  // A second rename takes the line of the first name along, so that only the addresses tell.
  const placed = groupBy(bearers, (entry) => `${parent(entry)} ${entry.value} ${String(entry.generation)}`);
  const chained = [...placed.values()].filter((group) => group.filter(renamed).length === 1);
  return [...named.values(), ...chained].flatMap((group) => {
    const [first, ...rest] = [...group].sort(order);
    const ghosts = rest.filter((entry) => first !== undefined && owner(entry) !== owner(first));
    const [rival] = ghosts;
    // With a base, what stands is known; which of two others goes makes no difference to it.
    const open = precedence.base === undefined && first !== undefined && rival !== undefined;
    if (open && order(first, rival) === 0) precedence.reportTie(first, rival);
    return ghosts.map(owner);
  });
}

/** What the base has under a name is called in AWS as the base says, even where another branch gave the name to something else. */
function dropForeignNames(entries: readonly Entry[], precedence: Precedence): readonly Entry[] {
  const standing = entries.filter((entry) => precedence.isInBase(entry) && !isReplaced(entry));
  const owners = new Set(
    standing.flatMap((entry) => (entry.kind === 'vpc' ? [networkOf(entry)] : entry.kind === 'tier' ? [tierOf(entry)] : [])),
  );
  return entries.filter((entry) => entry.kind !== 'name' || precedence.isInBase(entry) || !owners.has(entry.key));
}

/**
 * Drops what one branch changed under a name that the other one had replaced. Whatever a session gives a name that is
 * still borne gets another name in AWS, so two keys with one AWS name are one thing that was renamed on one side.
 */
export function dropGhosts(all: readonly Entry[], precedence: Precedence): Entry[] {
  const entries = dropForeignNames(all, precedence);
  const named = entries.filter((entry) => entry.kind === 'name').sort((a, b) => precedence.compare(b, a));
  const names = new Map(named.map((entry) => [entry.key, entry.value]));
  const present = entries.filter((entry) => !isReplaced(entry));
  const networks = new Set(
    findGhosts(
      present.filter((entry) => entry.kind === 'vpc'),
      networkOf,
      names,
      precedence,
    ),
  );
  const tiers = new Set(
    findGhosts(
      present.filter((entry) => entry.kind === 'tier'),
      tierOf,
      names,
      precedence,
    ),
  );
  const isGhost = (entry: Entry): boolean =>
    networks.has(networkOf(entry)) || (entry.kind !== 'range' && tiers.has(tierOf(entry)));
  return entries.filter((entry) => entry.kind === 'account' || !isGhost(entry) || precedence.isInBase(entry));
}
