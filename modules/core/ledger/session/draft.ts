import type { Cidr } from '../../cidr';
import { aclOf } from '../collisions';
import { type Entry, idOf, type Kind, makeEntry, networkOf, type State, tierOf } from '../entry';
import type { Ledger } from '../ledger';

/** An entry while a session works on it. */
export interface Slot {
  entry: Entry;
  /** What the ledger had before the session. Undefined for what the session added. */
  readonly origin: Entry | undefined;
  /** Whether the session asked for it: what nobody asks for is freed in the end. */
  asked: boolean;
}

/** The groups that an entry is looked up by. */
function groupsOf(entry: Entry): string[] {
  switch (entry.kind) {
    case 'vpc':
    case 'range':
      return ['ranges', `ranges ${networkOf(entry)}`];
    case 'tier':
      return [`blocks ${networkOf(entry)}`, `blocks ${tierOf(entry)}`];
    case 'subnet':
      return [`subnets ${tierOf(entry)}`];
    case 'ipv6':
      return [`ipv6 ${networkOf(entry)}`, `ipv6 ${tierOf(entry)}`];
    case 'acl':
      return [`acl ${aclOf(entry)}`];
    case 'name':
      return [`names ${entry.key.replace(/\/[^/]*$/, '')}`];
    case 'account':
    case 'peering':
      return [];
  }
}

/** A ledger in work: what is recorded, what was asked for, what came in. */
export class Draft {
  readonly #slots = new Map<string, Slot>();
  readonly #groups = new Map<string, Set<Slot>>();
  /** Of everything this session adds. */
  readonly generation: number;

  constructor(ledger: Ledger) {
    this.generation = ledger.generation + 1;
    for (const entry of ledger.entries) this.#insert({ entry, origin: entry, asked: false });
  }

  get slots(): Iterable<Slot> {
    return this.#slots.values();
  }

  find(kind: Kind, key: string): Slot | undefined {
    return this.#slots.get(`${kind} ${key}`);
  }

  /** The slots of a group, as `ranges`, `blocks <network or tier>`, `subnets <tier>`, `ipv6 …`, `acl <tier> in`, `names …`. */
  group(name: string): Slot[] {
    return [...(this.#groups.get(name) ?? [])];
  }

  add(kind: Kind, key: string, value: string | Cidr, state: State = 'living'): Slot {
    const parts = { kind, key, value: String(value), state, generation: this.generation };
    const entry = makeEntry(typeof value === 'string' ? parts : { ...parts, cidr: value });
    const slot = { entry, origin: undefined, asked: true };
    this.#insert(slot);
    return slot;
  }

  /** Marks what the session wants, and wakes it if it was freed. */
  ask(slot: Slot, state: State = 'living'): Entry {
    slot.asked = true;
    if (slot.entry.state !== state) slot.entry = { ...slot.entry, state };
    return slot.entry;
  }

  rekey(slot: Slot, key: string): void {
    this.remove(slot);
    slot.entry = { ...slot.entry, key };
    this.#insert(slot);
  }

  /** Sets a replaced allocation aside under `<key>~<n>`: a tombstone that keeps its place taken. */
  retire(slot: Slot): void {
    const { kind } = slot.entry;
    const key = slot.entry.key.replace(/~\d+$/, '');
    let n = 1;
    while (this.find(kind, `${key}~${String(n)}`) !== undefined) n++;
    slot.asked = false;
    slot.entry = { ...slot.entry, state: 'freed' };
    this.rekey(slot, `${key}~${String(n)}`);
  }

  remove(slot: Slot): void {
    this.#slots.delete(idOf(slot.entry));
    for (const name of groupsOf(slot.entry)) this.#groups.get(name)?.delete(slot);
  }

  #insert(slot: Slot): void {
    this.#slots.set(idOf(slot.entry), slot);
    for (const name of groupsOf(slot.entry)) {
      const group = this.#groups.get(name);
      if (group === undefined) this.#groups.set(name, new Set([slot]));
      else group.add(slot);
    }
  }
}
