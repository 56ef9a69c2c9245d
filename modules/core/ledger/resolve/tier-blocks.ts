import { groupBy } from '../collisions';
import { blockOf, type Entry, networkOf, tierOf, withValue } from '../entry';
import { Space } from '../space';
import { place, settleKeys } from './place';
import type { Precedence } from './precedence';
import type { Ranges } from './ranges';
import { isWithin, type Shift, shift, shiftsOf } from './shift';

/** Tier blocks without collisions. */
export interface Blocks {
  readonly entries: readonly Entry[];
  /** The blocks that stay where they are, by tier. */
  readonly home: ReadonlyMap<string, readonly Entry[]>;
  /** Carries a subnet along with the block that it lies in. */
  readonly carry: (entry: Entry) => Entry;
}

/** The range that a block lies in, else the VPC's own. */
export function hostOf(block: Entry, ranges: readonly Entry[]): Entry | undefined {
  const own = ranges.filter((range) => networkOf(range) === networkOf(block));
  return own.find((range) => blockOf(range).covers(blockOf(block))) ?? own.find((range) => range.kind === 'vpc') ?? own[0];
}

/** One network's blocks: what overlaps or lies outside moves inside the same range. */
function placeBlocks(
  blocks: readonly Entry[],
  ranges: readonly Entry[],
  precedence: Precedence,
): { standing: Entry[]; moved: Entry[]; moves: Shift[] } {
  const inside = blocks.filter((entry) => isWithin(entry, ranges));
  const { standing, losing } = place(inside, precedence, (entry, others) =>
    others.filter((other) => blockOf(other).overlaps(blockOf(entry))),
  );
  const space = new Space(standing.map(blockOf));
  const moves: Shift[] = [];
  const moved = [...losing, ...blocks.filter((entry) => !inside.includes(entry))].flatMap((entry) => {
    const host = hostOf(entry, ranges);
    if (entry.state === 'freed' || host === undefined) return [];
    const to = space.findFirst(blockOf(host), blockOf(entry).prefix);
    if (to === undefined) {
      precedence.reportFull(entry, host.value);
      return [];
    }
    space.take(to);
    moves.push({ owner: tierOf(entry), from: blockOf(entry), to });
    return [withValue(entry, to)];
  });
  return { standing, moved, moves };
}

/** Tier blocks: the newer of two that overlap gets another one in its range. */
export function resolveBlocks(entries: readonly Entry[], ranges: Ranges, precedence: Precedence): Blocks {
  const { settled, lost } = settleKeys(entries, precedence, (entry) => isWithin(entry, ranges.home.get(networkOf(entry))));
  const carried = lost.map(({ loser, winner }) => ({ loser: ranges.carry(loser), winner: ranges.carry(winner) }));
  const hosts = groupBy(ranges.entries, networkOf);
  const winners = settled.map(ranges.carry);
  const networks = [...groupBy(winners, networkOf)];
  const placed = networks.map(([network, blocks]) => placeBlocks(blocks, hosts.get(network) ?? [], precedence));
  const settling = shiftsOf(carried, tierOf);
  const moves = placed.flatMap((one) => one.moves);
  const [won, home] = [
    groupBy(winners, tierOf),
    groupBy(
      placed.flatMap((one) => one.standing),
      tierOf,
    ),
  ];
  return {
    entries: placed.flatMap((one) => [...one.standing, ...one.moved]),
    home,
    carry: (entry) => shift(shift(ranges.carry(entry), settling, tierOf, won), moves, tierOf, home),
  };
}
