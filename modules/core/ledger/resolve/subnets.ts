import { groupBy } from '../collisions';
import { blockOf, type Entry, idOf, makeEntry, networkOf, tierOf, withValue } from '../entry';
import { Space } from '../space';
import { place, settleKeys } from './place';
import type { Precedence } from './precedence';
import type { Ranges } from './ranges';
import { isWithin } from './shift';
import { type Blocks, hostOf } from './tier-blocks';

/** Subnets without collisions, and the tier blocks with those that had to be added for them. */
export interface Subnets {
  readonly entries: readonly Entry[];
  readonly blocks: readonly Entry[];
}

/** Finds slots for subnets that lost theirs: in a block of the tier, else in one more. */
class SlotFinder {
  readonly blocks: Entry[];

  constructor(
    blocks: readonly Entry[],
    readonly ranges: Ranges,
    readonly precedence: Precedence,
  ) {
    this.blocks = [...blocks];
  }

  find(entry: Entry, taken: Space): Entry | undefined {
    const own = this.blocks.filter((block) => tierOf(block) === tierOf(entry) && block.state !== 'freed');
    // A tier's subnets have one size: that of what stays, whatever the other branch made it.
    const free = own
      .map((block) => taken.findFirst(blockOf(block), blockOf(block).prefix + 2))
      .find((cidr) => cidr !== undefined);
    if (free !== undefined) return withValue(entry, free);
    const added = own[0] === undefined ? undefined : this.#add(entry, own[0]);
    return added === undefined ? undefined : withValue(entry, blockOf(added).subnet(blockOf(added).prefix + 2, 0));
  }

  #add(entry: Entry, beside: Entry): Entry | undefined {
    const host = hostOf(beside, this.ranges.entries);
    if (host === undefined) return undefined;
    const space = new Space(this.blocks.filter((block) => networkOf(block) === networkOf(entry)).map(blockOf));
    const cidr = space.findFirst(blockOf(host), blockOf(beside).prefix);
    if (cidr === undefined) {
      this.precedence.reportFull(entry, host.value);
      return undefined;
    }
    const ids = new Set(this.blocks.map(idOf));
    let number = 1;
    while (ids.has(`tier ${tierOf(entry)}/${String(number)}`)) number++;
    const added = makeEntry({
      kind: 'tier',
      key: `${tierOf(entry)}/${String(number)}`,
      value: cidr.toString(),
      generation: entry.generation,
    });
    this.blocks.push(added);
    return added;
  }
}

/** Subnets: the newer of two in one slot gets another slot of its tier. */
export function resolveSubnets(entries: readonly Entry[], ranges: Ranges, blocks: Blocks, precedence: Precedence): Subnets {
  const { settled } = settleKeys(entries, precedence, (entry) => isWithin(entry, blocks.home.get(tierOf(entry))));
  const hosts = groupBy(blocks.entries, tierOf);
  const finder = new SlotFinder(blocks.entries, ranges, precedence);
  const placed = [...groupBy(settled.map(blocks.carry), networkOf).values()].flatMap((subnets) => {
    const inside = subnets.filter((entry) => isWithin(entry, hosts.get(tierOf(entry))));
    const { standing: staying, losing } = place(inside, precedence, (entry, others) =>
      others.filter((other) => blockOf(other).overlaps(blockOf(entry))),
    );
    const taken = new Space(staying.map(blockOf));
    const moving = [...losing, ...subnets.filter((entry) => !inside.includes(entry))].filter((entry) => entry.state !== 'freed');
    const moved = moving.flatMap((entry) => {
      const found = finder.find(entry, taken);
      if (found !== undefined) taken.take(blockOf(found));
      return found ?? [];
    });
    return [...staying, ...moved];
  });
  return { entries: placed, blocks: finder.blocks };
}
