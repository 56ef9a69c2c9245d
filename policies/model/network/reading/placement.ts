import { Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { Stated } from '../filters';
import type { Key, OneOf } from '../known';
import { scopesMeet } from './identities';
import { findOnly } from './one-of';
import { type Claim, pigeonhole } from './pigeonhole';

/** Beyond this many that may belong anywhere, listing them everywhere costs more than it tells. */
const MOST_STRAYS = 32;

/** What belongs to whichever owner it is. */
type Make<T> = (owner: Key) => T;

interface Stray<T> {
  readonly make: Make<T>;
  readonly origin: ResourceFact;
  readonly why: Unknown;
}

/** What belongs to one owner. */
export interface Placed<T> {
  readonly items: readonly T[];
  /** There are more that may belong here. @default - these are all */
  readonly incomplete?: Unknown;
}

/** What an owner has once, and what several things that all may be it come to. */
export interface Once<T> {
  /** What it takes of its owner. Left out: nothing can be deduced from it. */
  findSlot(item: T): string | undefined;
  /** What is there for sure when exactly one of these is. */
  merge(items: readonly [T, ...T[]]): T;
}

/**
 * What is listed under owners that it names itself, as rules are under groups. What may belong to several is listed at
 * each, uncertain; what may belong anywhere, at every owner of its account and Region.
 */
export class Placement<T extends Stated> {
  private readonly owned = new Map<Key, { readonly make: Make<T>; readonly item: T }[]>();
  private readonly strays: Stray<T>[] = [];
  private readonly claims: Claim<Make<T>>[] = [];
  private deduced?: ReadonlyMap<Key, readonly (readonly Make<T>[])[]>;

  constructor(private readonly once: Once<T>) {}

  /** Lists what `make` says of an owner. `isOnly`: AWS refuses a second one that takes the same slot. */
  put(owner: OneOf<Key>, make: Make<T>, isOnly = true): void {
    const certain = findOnly(owner) !== undefined;
    for (const key of owner.choices) {
      const made = make(key);
      const list = this.owned.get(key);
      const placed = { make, item: certain ? made : { ...made, certain: false } };
      if (list === undefined) this.owned.set(key, [placed]);
      else list.push(placed);
    }
    if (owner.open !== undefined) {
      this.strays.push({ make, origin: make('').origin, why: owner.open });
      return;
    }
    const item = make('');
    const slot = certain || !item.certain || !isOnly ? undefined : this.once.findSlot(item);
    if (slot !== undefined) this.claims.push({ item: make, owners: owner.choices, slot });
  }

  /** Every owner that something surely or maybe belongs to by name. */
  owners(): readonly Key[] {
    return [...this.owned.keys()];
  }

  /** What belongs to an owner, or may. */
  at(owner: Key, origin?: ResourceFact): Placed<T> {
    const own = this.ownedBy(owner);
    const strays = this.strays.filter((stray) => origin === undefined || scopesMeet(stray.origin, origin));
    const [first] = strays;
    if (strays.length > MOST_STRAYS && first !== undefined) {
      const why = `${String(strays.length)} resources may belong here, ${first.origin.key} the first: ${first.why.why}`;
      return { items: own, incomplete: new Unknown(why) };
    }
    const listed = new Set(this.owned.get(owner)?.map(({ make }) => make));
    const others = strays.filter(({ make }) => !listed.has(make));
    return { items: [...own, ...others.map(({ make }) => ({ ...make(owner), certain: false }))] };
  }

  private ownedBy(owner: Key): readonly T[] {
    const own = this.owned.get(owner) ?? [];
    const taken = this.taken().get(owner) ?? [];
    const settled = new Set(taken.flat());
    const merged = taken.flatMap(([first, ...more]) => {
      return first === undefined ? [] : [this.once.merge([first(owner), ...more.map((make) => make(owner))])];
    });
    return [...own.filter(({ make }) => !settled.has(make)).map(({ item }) => item), ...merged];
  }

  private taken(): ReadonlyMap<Key, readonly (readonly Make<T>[])[]> {
    if (this.deduced !== undefined) return this.deduced;
    const taken = new Map<Key, (readonly Make<T>[])[]>();
    for (const { owner, holders } of pigeonhole(this.claims)) {
      taken.set(owner, [...(taken.get(owner) ?? []), holders]);
    }
    this.deduced = taken;
    return taken;
  }
}
