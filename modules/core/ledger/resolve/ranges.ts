import { groupBy } from '../collisions';
import { blockOf, type Entry, networkOf, withValue } from '../entry';
import type { AddressPool } from '../session/ranges';
import { Space } from '../space';
import { place, settleKeys } from './place';
import type { Precedence } from './precedence';
import { type Shift, shift, shiftsOf } from './shift';

/** VPCs and further ranges without collisions. */
export interface Ranges {
  readonly entries: readonly Entry[];
  /** The ranges that stay where they are, by network: what lies in one of them is at home. */
  readonly home: ReadonlyMap<string, readonly Entry[]>;
  /** Carries a block or subnet along with the range that it lies in. */
  readonly carry: (entry: Entry) => Entry;
}

/** VPCs and further ranges: the newer of two that overlap gets another one from the pool. */
export function resolveRanges(entries: readonly Entry[], precedence: Precedence, { pool, reserved }: AddressPool): Ranges {
  const { settled, lost } = settleKeys(entries, precedence);
  const space = new Space();
  const { standing, losing } = place(settled, precedence, (entry, others) => {
    const rivals = space.overlaps(blockOf(entry)) ? others.filter((other) => blockOf(other).overlaps(blockOf(entry))) : [];
    if (rivals.length === 0) space.take(blockOf(entry));
    return rivals;
  });
  const free = new Space([...reserved, ...standing.map(blockOf)]);
  const moves: Shift[] = [];
  const moved = losing.flatMap((entry) => {
    // A tombstone whose addresses are somebody else's protects nothing.
    if (entry.state === 'freed') return [];
    const to = free.findFirst(pool, blockOf(entry).prefix);
    if (to === undefined) {
      precedence.reportFull(entry, `the pool ${pool.toString()}`);
      return [];
    }
    free.take(to);
    moves.push({ owner: networkOf(entry), from: blockOf(entry), to });
    return [withValue(entry, to)];
  });
  const settling = shiftsOf(lost, networkOf);
  const [won, home] = [groupBy(settled, networkOf), groupBy(standing, networkOf)];
  const carry = (entry: Entry): Entry => shift(shift(entry, settling, networkOf, won), moves, networkOf, home);
  return { entries: [...standing, ...moved], home, carry };
}
