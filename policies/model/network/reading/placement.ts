import { Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { Stated } from '../filters';
import type { Key, OneOf } from '../known';
import { scopesMeet } from './identities';
import { findOnly } from './one-of';

/** Beyond this many that may belong anywhere, listing them everywhere costs more than it tells. */
const MOST_STRAYS = 32;

interface Stray<T> {
  readonly make: (owner: Key) => T;
  readonly origin: ResourceFact;
  readonly why: Unknown;
}

/** What belongs to one owner. */
export interface Placed<T> {
  readonly items: readonly T[];
  /** There are more that may belong here. @default - these are all */
  readonly incomplete?: Unknown;
}

/**
 * What is listed under owners that it names itself, as rules are under groups. What may belong to several is listed at
 * each, uncertain; what may belong anywhere, at every owner of its account and Region.
 */
export class Placement<T extends Stated> {
  private readonly owned = new Map<Key, T[]>();
  private readonly strays: Stray<T>[] = [];

  /** Lists what `make` says of an owner. */
  put(owner: OneOf<Key>, make: (owner: Key) => T): void {
    const certain = findOnly(owner) !== undefined;
    for (const key of owner.choices) {
      const item = make(key);
      const list = this.owned.get(key);
      const placed = { ...item, certain: certain && item.certain };
      if (list === undefined) this.owned.set(key, [placed]);
      else list.push(placed);
    }
    if (owner.open !== undefined) {
      this.strays.push({ make, origin: make('').origin, why: owner.open });
    }
  }

  /** Every owner that something surely or maybe belongs to by name. */
  owners(): readonly Key[] {
    return [...this.owned.keys()];
  }

  /** What belongs to an owner, or may. */
  at(owner: Key, origin?: ResourceFact): Placed<T> {
    const own = this.owned.get(owner) ?? [];
    const strays = this.strays.filter((stray) => origin === undefined || scopesMeet(stray.origin, origin));
    const [first] = strays;
    if (strays.length > MOST_STRAYS && first !== undefined) {
      const why = `${String(strays.length)} resources may belong here, ${first.origin.key} the first: ${first.why.why}`;
      return { items: own, incomplete: new Unknown(why) };
    }
    const others = strays.filter(({ origin: from }) => !own.some((item) => item.origin.key === from.key));
    return { items: [...own, ...others.map(({ make }) => ({ ...make(owner), certain: false }))] };
  }
}
