import { Cidr } from '../../cidr';
import { blockOf, type Entry, withValue } from '../entry';
import type { Lost } from './place';

/** A block that went somewhere else, with what lies in it. */
export interface Shift {
  /** The network or tier whose entries go along. */
  readonly owner: string;
  readonly from: Cidr;
  readonly to: Cidr;
}

/** Where lines below the losing one of a key belong now. Blocks of another size have no place for them. */
export function shiftsOf(lost: readonly Lost[], owner: (entry: Entry) => string): Shift[] {
  return lost
    .map(({ loser, winner }) => ({ owner: owner(loser), from: blockOf(loser), to: blockOf(winner) }))
    .filter(({ from, to }) => from.prefix === to.prefix);
}

/** Whether one of the hosts holds the entry's block. */
export function isWithin(entry: Entry, hosts: readonly Entry[] | undefined): boolean {
  return hosts?.some((host) => blockOf(host).covers(blockOf(entry))) === true;
}

/** The entry at the same offset inside the block that its own went to. What is at home in a host that stays, stays too. */
export function shift(
  entry: Entry,
  shifts: readonly Shift[],
  owner: (entry: Entry) => string,
  hosts: ReadonlyMap<string, readonly Entry[]>,
): Entry {
  const block = blockOf(entry);
  if (isWithin(entry, hosts.get(owner(entry)))) return entry;
  const found = shifts.find((candidate) => candidate.owner === owner(entry) && candidate.from.covers(block));
  return found === undefined
    ? entry
    : withValue(entry, Cidr.containing('v4', found.to.base + block.base - found.from.base, block.prefix));
}
