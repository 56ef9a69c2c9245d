import type { Cidr } from '../../cidr';
import { asWritten, InputError } from '../../input-error';
import { blockOf, type Entry, idOf, type State } from '../entry';
import { Space } from '../space';
import type { Draft } from './draft';

/** A range of its own, or one of a size from the pool. The size counts for new ranges only: recorded ones stay. */
export type RangeWish = { readonly cidr: Cidr } | { readonly size: number };

/** Where ranges come from. */
export interface AddressPool {
  readonly pool: Cidr;
  /** Blocks that first fit skips: the reserved ranges, and every range that the configuration states itself. */
  readonly reserved: readonly Cidr[];
}

/** What is free, for messages: three blocks at most, the widest first. */
export function renderFree(space: Space, within: Cidr): string {
  const free = space.free(within).sort((a, b) => a.prefix - b.prefix);
  if (free.length === 0) return 'nothing is free';
  const more = free.length > 3 ? ` and ${String(free.length - 3)} smaller` : '';
  return `free ${free.length === 1 ? 'is' : 'are'} ${free.slice(0, 3).map(String).join(', ')}${more}`;
}

/** AWS takes VPC ranges and subnets of /16 to /28 only. @source VPC user guide, "VPC CIDR blocks" */
export function checkSize(subject: string, what: string, prefix: number, family: 'v4' | 'v6' = 'v4'): void {
  if (family === 'v4' && prefix >= 16 && prefix <= 28) return;
  throw InputError.of({
    subject,
    problem: `${what} must be IPv4 of /16 to /28`,
    got: `/${String(prefix)}`,
    remedy: 'choose a prefix from 16 to 28',
    code: 'LZ-LEDGER-11',
  });
}

/** Gives VPCs and further ranges their addresses. */
export class RangeAllotter {
  #space: Space | undefined;

  constructor(
    readonly draft: Draft,
    readonly addresses: AddressPool,
  ) {}

  allot(kind: 'vpc' | 'range', key: string, wish: RangeWish, state: State): Cidr {
    const recorded = this.draft.find(kind, key);
    if ('cidr' in wish) return this.#stated(kind, key, wish.cidr, state);
    if (recorded !== undefined) return blockOf(this.draft.ask(recorded, state));
    checkSize(`${kind} ${key}`, 'its range', wish.size);
    const cidr = this.#firstFit(`${kind} ${key}`, wish.size);
    return this.#add(kind, key, cidr, state);
  }

  /** A range that the configuration states. AWS can't change a range, so another one is another VPC or association. */
  #stated(kind: 'vpc' | 'range', key: string, cidr: Cidr, state: State): Cidr {
    const recorded = this.draft.find(kind, key);
    if (recorded !== undefined && blockOf(recorded.entry).equals(cidr)) return blockOf(this.draft.ask(recorded, state));
    checkSize(`${kind} ${key}`, 'its range', cidr.prefix, cidr.family);
    const inTheWay = this.draft.group('ranges').filter((slot) => blockOf(slot.entry).overlaps(cidr));
    const former = inTheWay.find(
      ({ entry }) => entry.kind === kind && entry.key.startsWith(`${key}~`) && blockOf(entry).equals(cidr),
    );
    const other = inTheWay.find((slot) => slot !== former)?.entry;
    if (other !== undefined) throw overlap(`${kind} ${key}`, cidr, other);
    if (recorded !== undefined) this.draft.retire(recorded);
    if (former === undefined) return this.#add(kind, key, cidr, state);
    this.draft.rekey(former, key);
    return blockOf(this.draft.ask(former, state));
  }

  #add(kind: 'vpc' | 'range', key: string, cidr: Cidr, state: State): Cidr {
    this.#space?.take(cidr);
    return blockOf(this.draft.add(kind, key, cidr, state).entry);
  }

  #firstFit(subject: string, size: number): Cidr {
    const { pool, reserved } = this.addresses;
    this.#space ??= new Space([...reserved, ...this.draft.group('ranges').map((slot) => blockOf(slot.entry))]);
    const cidr = this.#space.findFirst(pool, size);
    if (cidr !== undefined) return cidr;
    const problem = `the pool ${pool.toString()} has no /${String(size)} left, ${renderFree(this.#space, pool)}`;
    const remedy =
      'prune tombstones (plinth ledger prune), choose a smaller range, widen addresses.pool or name a cidr outside of it';
    throw InputError.of({ subject, problem, got: `size ${String(size)}`, remedy, code: 'LZ-LEDGER-12' });
  }
}

function overlap(subject: string, cidr: Cidr, other: Entry): InputError {
  const own = idOf(other) === subject || idOf(other).startsWith(`${subject}~`);
  const where = other.line === undefined ? '' : ` of line ${String(other.line)} of the ledger`;
  const tombstone = other.state === 'freed' ? ', which is freed' : '';
  const problem = `the range overlaps ${own ? 'its own former range' : idOf(other)} ${other.value}${where}${tombstone}`;
  const pruned = other.state === 'freed' ? ', or run plinth ledger prune once that is destroyed' : '';
  return InputError.of({
    subject,
    problem,
    got: asWritten(cidr.toString()),
    remedy: `choose a range apart from it${pruned}`,
    code: 'LZ-LEDGER-10',
  });
}
