import { Cidr, type Family } from '../../../modules/core/cidr';
import { type Block, type Key, type Known, type NetworkFacts, type PrefixList } from '../../model/network';
import { Unknown } from '../../model/term';
import type { Bound } from './box';
import type { Span } from './spans';

/** Addresses as far as they are known: those that surely belong to a set, and those that may. */
export interface AddressSet {
  readonly sure: readonly Span[];
  /** Holds `sure`; the same object where nothing is in doubt. */
  readonly maybe: readonly Span[];
  /** @default - only addresses that no document tells are in doubt, if any */
  readonly why?: Unknown;
}

const BITS = { v4: 32, v6: 128 } as const;
const UNROUTED = {
  v4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '224.0.0.0/3',
  ],
  v6: [],
} as const;
const ROUTED = { v4: '0.0.0.0/0', v6: '2000::/3' } as const;
const LINK_LOCAL = { v4: '169.254.0.0/16', v6: 'fd00:ec2::/32' } as const;
/** Amazon gives a VPC a /56. */
const AMAZON_PREFIX = 56;

/** Lists that AWS keeps are called like their service and Region; one that is named otherwise is told apart by its key. */
function nameOf({ key }: PrefixList, service: string): string {
  return key.startsWith('com.amazonaws.') ? key : `${service} (${key})`;
}

/**
 * The addresses of one family as a line of numbers. Sets that no document tells the addresses of (the IPv6 block that
 * Amazon gives a VPC, the prefix lists that AWS keeps) have places of their own beyond the last literal address: so they are
 * disjoint from all that is written out, and what blocks hold them is a question of `setOf`.
 */
export class AddressSpace {
  /** Addresses that the internet routes. */
  readonly public: readonly Span[];
  /** The same, and those of sets that no document tells the addresses of: all of them are public. */
  readonly internet: readonly Span[];
  /** Where Amazon's own services are met from inside a VPC. */
  readonly linkLocal: readonly Span[];
  /** Every address, those beyond the literal ones too. */
  readonly all: readonly Span[] = [{ lo: 0, hi: Infinity }];
  private readonly end: bigint;
  private readonly routed: Cidr;
  private readonly unrouted: readonly Cidr[];
  private readonly beyond: Span;
  private readonly names: string[] = [];
  private readonly places = new Map<string, number>();
  /** Filters meet one block in several views. */
  private readonly sets = new WeakMap<Block, AddressSet>();

  constructor(
    readonly family: Family,
    private readonly facts: Pick<NetworkFacts, 'vpcs'>,
  ) {
    this.end = 1n << BigInt(BITS[family]);
    this.routed = Cidr.parse(ROUTED[family]);
    this.unrouted = UNROUTED[family].map((text) => Cidr.parse(text));
    this.beyond = { lo: this.bound(this.end), hi: Infinity };
    this.linkLocal = [this.literal(Cidr.parse(LINK_LOCAL[family]))];
    this.public = this.routedSpans();
    this.internet = [...this.public, this.beyond];
  }

  private routedSpans(): readonly Span[] {
    let lo = this.routed.base;
    const spans: Span[] = [];
    for (const hole of this.unrouted) {
      if (lo < hole.base) spans.push(this.span(lo, hole.base));
      lo = hole.last + 1n;
    }
    return lo <= this.routed.last ? [...spans, this.span(lo, this.routed.last + 1n)] : spans;
  }

  private bound(value: bigint): Bound {
    return this.family === 'v4' ? Number(value) : value;
  }

  private span(lo: bigint, hi: bigint): Span {
    return { lo: this.bound(lo), hi: this.bound(hi) };
  }

  private literal(cidr: Cidr): Span {
    if (this.family === 'v6') return this.span(cidr.base, cidr.last + 1n);
    const lo = Number(cidr.base);
    return { lo, hi: lo + 2 ** (BITS.v4 - cidr.prefix) };
  }

  /** The place of a set that no document tells the addresses of. */
  private placeOf(name: string): bigint {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.names.push(name);
      this.places.set(name, place);
    }
    return BigInt(place) * this.end;
  }

  /** Exactly the addresses of the block. Empty: it is of the other family. */
  spansOf(block: Block): readonly Span[] {
    if (block.kind === 'literal') return block.cidr.family === this.family ? [this.literal(block.cidr)] : [];
    if (this.family === 'v4') return [];
    const size = 1n << BigInt(BITS.v6 - AMAZON_PREFIX - block.newBits);
    const lo = this.placeOf(`the IPv6 block of ${block.vpc}`) + BigInt(block.number) * size;
    return [this.span(lo, lo + size)];
  }

  /** The addresses that a rule or route by this block is about. */
  setOf(block: Known<Block>): AddressSet {
    if (block instanceof Unknown) return { sure: [], maybe: this.all, why: block };
    let set = this.sets.get(block);
    if (set === undefined) {
      set = this.findSet(block);
      this.sets.set(block, set);
    }
    return set;
  }

  private findSet(block: Block): AddressSet {
    const sure = this.spansOf(block);
    if (block.kind === 'amazon' || sure.length === 0) return { sure, maybe: sure };
    if (block.cidr.covers(this.routed)) {
      const whole = [...sure, this.beyond];
      return { sure: whole, maybe: whole };
    }
    return this.mayHoldUntold(block.cidr) ? { sure, maybe: [...sure, this.beyond] } : { sure, maybe: sure };
  }

  private mayHoldUntold(cidr: Cidr): boolean {
    if (this.unrouted.some((hole) => hole.covers(cidr))) return false;
    if (this.family === 'v4') return true;
    return cidr.overlaps(this.routed) && !this.literalVpcBlocks().some((block) => block.covers(cidr));
  }

  private vpcBlocks: readonly Cidr[] | undefined;

  private literalVpcBlocks(): readonly Cidr[] {
    this.vpcBlocks ??= [...this.facts.vpcs.values()].flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'literal' && block.cidr.family === 'v6' ? [block.cidr] : [])),
    );
    return this.vpcBlocks;
  }

  /** The addresses of a prefix list. */
  setOfList(list: Known<PrefixList>): AddressSet {
    if (list instanceof Unknown) return { sure: [], maybe: this.all, why: list };
    if (list.family !== this.family && !(list.family instanceof Unknown)) return { sure: [], maybe: [] };
    if (list.service !== undefined) {
      const place = this.placeOf(nameOf(list, list.service));
      const spans = [this.span(place, place + this.end)];
      return list.family instanceof Unknown ? { sure: [], maybe: spans, why: list.family } : { sure: spans, maybe: spans };
    }
    if (list.blocks instanceof Unknown) {
      // Whatever it holds: who names the list is about all of that.
      const place = this.placeOf(list.key);
      return { sure: [this.span(place, place + this.end)], maybe: this.all, why: list.blocks };
    }
    const sets = list.blocks.map((block) => this.setOf(block));
    const sure = sets.flatMap((set) => set.sure);
    if (sets.every((set) => set.sure === set.maybe)) return { sure, maybe: sure };
    const why = sets.find((set) => set.why !== undefined)?.why;
    return { sure, maybe: sets.flatMap((set) => set.maybe), ...(why === undefined ? {} : { why }) };
  }

  /** Whether an address is written out somewhere, and not only named. */
  isLiteral(address: Bound): boolean {
    return address < this.end;
  }

  /** The address as people write it, or what it belongs to. */
  render(address: Bound): string {
    const value = BigInt(address);
    if (value < this.end) {
      const block = Cidr.containing(this.family, value, BITS[this.family]).toString();
      return block.slice(0, block.indexOf('/'));
    }
    const name: Key = this.names[Number(value / this.end) - 1] ?? '';
    const offset = value % this.end;
    return name.startsWith('the IPv6 block of') ? `${name} + 0x${offset.toString(16)}` : `an address of ${name}`;
  }
}
