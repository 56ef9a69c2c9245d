import type { Cidr } from '../../cidr';
import { InputError } from '../../input-error';
import { blockOf, isReplaced, lastSegment, networkOf } from '../entry';
import { IPV6_NUMBERS, lowestFree } from '../numbers';
import { Space } from '../space';
import type { Draft, Slot } from './draft';
import { checkSize, renderFree } from './ranges';

/** What a tier wants. */
export interface TierWish {
  /** The range of its network that it lies in. */
  readonly within: Cidr;
  /** Prefix length of each subnet. @unit bits */
  readonly subnetSize: number;
  /** By letter or id; their order means nothing. */
  readonly zones: readonly string[];
  /** Whether it gets a /62 of the VPC's IPv6 block for every block of four zones. @default false */
  readonly ipv6?: boolean;
}

/** What a tier has. */
export interface TierAddresses {
  /** Aligned blocks of four zone slots each: one NACL entry names a block. */
  readonly blocks: readonly Cidr[];
  /** The number of each block in its key: block 2 stays 2 when the zones of block 1 are gone. */
  readonly blockNumbers: readonly number[];
  readonly subnets: ReadonlyMap<string, Cidr>;
  /** Numbers of /62s inside the VPC's /56, one for each block. Empty without IPv6. */
  readonly ipv6Blocks: readonly number[];
  /** Number of each zone's /64 inside the VPC's /56. Empty without IPv6. */
  readonly ipv6: ReadonlyMap<string, number>;
}

/** Two bits: a block has room for four zones, which covers every AWS region but one. */
const ZONE_BITS = 2;

const current = (slot: Slot): boolean => !isReplaced(slot.entry);
const byNumber = (a: Slot, b: Slot): number => Number(lastSegment(a.entry.key)) - Number(lastSegment(b.entry.key));

/** Gives one tier its blocks and subnets. */
export class TierAllotter {
  constructor(
    readonly draft: Draft,
    readonly key: string,
    readonly wish: TierWish,
  ) {}

  allot(): TierAddresses {
    const { subnetSize, zones } = this.wish;
    checkSize(this.key, 'its subnets', subnetSize);
    for (const slot of this.#blocks().filter(({ entry }) => !this.#fits(blockOf(entry)))) this.#retire(slot);
    const placed = [...new Set(zones)].sort().map((zone) => ({ zone, cidr: this.#subnet(zone) }));
    const used = this.#blocks().filter(({ entry }) => placed.some(({ cidr }) => blockOf(entry).covers(cidr)));
    const blocks = used.map((slot) => ({ cidr: blockOf(this.draft.ask(slot)), number: lastSegment(slot.entry.key) }));
    const wide = this.wish.ipv6 === true ? blocks.map(({ cidr, number }) => ({ cidr, ipv6: this.#ipv6(number) })) : [];
    const ipv6 = wide.flatMap((block) =>
      placed
        .filter(({ cidr }) => block.cidr.covers(cidr))
        .map(({ zone, cidr }) => [zone, block.ipv6 * 4 + block.cidr.indexOf(cidr)] as const),
    );
    return {
      blocks: blocks.map(({ cidr }) => cidr),
      blockNumbers: blocks.map(({ number }) => Number(number)),
      subnets: new Map(placed.map(({ zone, cidr }) => [zone, cidr])),
      ipv6Blocks: wide.map((block) => block.ipv6),
      ipv6: new Map(ipv6),
    };
  }

  #blocks(): Slot[] {
    return this.draft.group(`blocks ${this.key}`).filter(current).sort(byNumber);
  }

  #fits(block: Cidr): boolean {
    return block.prefix === this.wish.subnetSize - ZONE_BITS && this.wish.within.covers(block);
  }

  /** Another subnet size or range is another set of subnets for AWS: they get new addresses, and the old stay taken. */
  #retire(block: Slot): void {
    const ipv6 = this.draft.find('ipv6', block.entry.key);
    if (ipv6 !== undefined) this.draft.retire(ipv6);
    this.draft.retire(block);
  }

  #subnet(zone: string): Cidr {
    const recorded = this.draft.find('subnet', `${this.key}/${zone}`);
    if (recorded !== undefined) {
      const cidr = blockOf(recorded.entry);
      const standing = cidr.prefix === this.wish.subnetSize && this.#blocks().some((slot) => blockOf(slot.entry).covers(cidr));
      if (standing) return blockOf(this.draft.ask(recorded));
      this.draft.retire(recorded);
    }
    const taken = new Space(this.draft.group(`subnets ${this.key}`).map((slot) => blockOf(slot.entry)));
    for (const { entry } of this.#blocks()) {
      const free = taken.findFirst(blockOf(entry), this.wish.subnetSize);
      if (free !== undefined) return blockOf(this.draft.add('subnet', `${this.key}/${zone}`, free).entry);
    }
    const first = this.#addBlock().subnet(this.wish.subnetSize, 0);
    return blockOf(this.draft.add('subnet', `${this.key}/${zone}`, first).entry);
  }

  #addBlock(): Cidr {
    const { within, subnetSize } = this.wish;
    const taken = this.draft.group(`blocks ${networkOf({ key: this.key })}`);
    const space = new Space(taken.map((slot) => blockOf(slot.entry)));
    const block = space.findFirst(within, subnetSize - ZONE_BITS);
    if (block === undefined) throw this.#full(space, taken.filter((slot) => slot.entry.state === 'freed').length);
    let number = 1;
    while (this.draft.find('tier', `${this.key}/${String(number)}`) !== undefined) number++;
    return blockOf(this.draft.add('tier', `${this.key}/${String(number)}`, block).entry);
  }

  #full(space: Space, freed: number): InputError {
    const { within, subnetSize } = this.wish;
    const network = networkOf({ key: this.key });
    const block = `/${String(subnetSize - ZONE_BITS)}`;
    const problem = `network ${network} has no ${block} for four zones left in ${within.toString()}, ${renderFree(space, within)}`;
    const prune = freed === 0 ? '' : `prune the network's ${String(freed)} freed blocks (plinth ledger prune), `;
    const remedy = `${prune}choose smaller subnets, a further range for this tier, or a larger vpc_size for a new network`;
    return InputError.of({
      subject: `tier ${this.key}`,
      problem,
      got: `subnet size ${String(subnetSize)}`,
      remedy,
      code: 'LZ-LEDGER-12',
    });
  }

  #ipv6(block: string): number {
    const key = `${this.key}/${block}`;
    const recorded = this.draft.find('ipv6', key);
    if (recorded !== undefined) return Number(this.draft.ask(recorded).value);
    const number = lowestFree(
      this.draft.group(`ipv6 ${networkOf({ key })}`).map((slot) => slot.entry),
      IPV6_NUMBERS,
    );
    if (number === undefined) {
      const problem = 'the /56 of its VPC has no /62 left, all 64 are given';
      throw InputError.of({
        subject: `tier ${this.key}`,
        problem,
        remedy: 'prune tombstones (plinth ledger prune) or use fewer tiers',
        code: 'LZ-LEDGER-13',
      });
    }
    return Number(this.draft.add('ipv6', key, String(number)).entry.value);
  }
}
