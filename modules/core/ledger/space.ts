import { Cidr } from '../cidr';

/** Addresses from one to another, both in it. IPv4 only, so that plain numbers do. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(cidr: Cidr): Span {
  return { from: Number(cidr.base), to: Number(cidr.last) };
}

/** Which IPv4 addresses are taken. Spans are kept sorted and joined, so that a thousand neighbours are one. */
export class Space {
  #taken: Span[] = [];

  constructor(taken: Iterable<Cidr> = []) {
    const spans = [...taken].map(spanOf).sort((a, b) => a.from - b.from);
    for (const span of spans) this.#insertAt(this.#taken.length, span);
  }

  /** The place of the first span that ends at or behind the address. */
  #search(address: number): number {
    let [low, high] = [0, this.#taken.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#taken[middle]?.to ?? Infinity) < address) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #insertAt(place: number, span: Span): void {
    let [first, last] = [place, place];
    while ((this.#taken[first - 1]?.to ?? -Infinity) >= span.from - 1) first--;
    while ((this.#taken[last]?.from ?? Infinity) <= span.to + 1) last++;
    const joined = this.#taken.slice(first, last);
    const from = Math.min(span.from, ...joined.map((other) => other.from));
    const to = Math.max(span.to, ...joined.map((other) => other.to));
    this.#taken.splice(first, last - first, { from, to });
  }

  take(cidr: Cidr): void {
    const span = spanOf(cidr);
    this.#insertAt(this.#search(span.from), span);
  }

  overlaps(cidr: Cidr): boolean {
    const span = spanOf(cidr);
    const next = this.#taken[this.#search(span.from)];
    return next !== undefined && next.from <= span.to;
  }

  /** The lowest aligned block of this size inside `within` that is free. */
  findFirst(within: Cidr, prefix: number): Cidr | undefined {
    if (prefix < within.prefix) return undefined;
    const size = 2 ** (32 - prefix);
    const { from, to } = spanOf(within);
    let candidate = from;
    for (let i = this.#search(from); candidate + size - 1 <= to; i++) {
      const next = this.#taken[i];
      if (next === undefined || next.from > candidate + size - 1) return Cidr.containing('v4', BigInt(candidate), prefix);
      candidate = Math.max(candidate, Math.ceil((next.to + 1) / size) * size);
    }
    return undefined;
  }

  /** What is free inside `within`, as the fewest blocks. */
  free(within: Cidr): Cidr[] {
    if (!this.overlaps(within)) return [within];
    if (within.prefix === 32) return [];
    return [0, 1].flatMap((half) => this.#freeHalf(within.subnet(within.prefix + 1, half)));
  }

  #freeHalf(half: Cidr): Cidr[] {
    const { from, to } = spanOf(half);
    const next = this.#taken[this.#search(from)];
    return next !== undefined && next.from <= from && next.to >= to ? [] : this.free(half);
  }
}
