import type { ResourceFact } from '../../../universe';
import type { Unknown } from '../../../term';
import type { Key, OneOf } from '../../known';
import { scopesMeet } from '../identities';
import { findOnly, opened, union } from '../one-of';
import { type Claim, pigeonhole } from '../pigeonhole';

interface Association {
  readonly owner: OneOf<Key>;
  readonly certain: boolean;
  readonly isOnly: boolean;
}

/** Beyond this many that may be for anything, naming them all tells no more than that it isn't known. */
const MOST_STRAYS = 32;

interface Stray {
  readonly owner: OneOf<Key>;
  readonly origin: ResourceFact;
  readonly why: Unknown;
  readonly isOnly: boolean;
}

/**
 * What decides for something, one for each: a table for a subnet, an ACL for a subnet, a main table for a VPC. What no
 * association surely decides may still be decided by the default.
 */
export class Associations {
  private readonly stated = new Map<Key, Association[]>();
  private readonly strays: Stray[] = [];
  private readonly claims: Claim<OneOf<Key>>[] = [];
  private deduced?: ReadonlyMap<Key, OneOf<Key>>;

  /**
   * `owner` decides for what `subject` names. `isOnly`: AWS refuses a second one for the same subject; where it puts the
   * second in the place of the first, nothing can be deduced from their number.
   */
  add(subject: OneOf<Key>, owner: OneOf<Key>, origin: ResourceFact, isOnly: boolean): void {
    const there = origin.repeated === undefined;
    const certain = findOnly(subject) !== undefined && there;
    for (const key of subject.choices) {
      const list = this.stated.get(key);
      if (list === undefined) this.stated.set(key, [{ owner, certain, isOnly }]);
      else list.push({ owner, certain, isOnly });
    }
    if (subject.open !== undefined) this.strays.push({ owner, origin, why: subject.open, isOnly });
    else if (there && !certain && isOnly) this.claims.push({ item: owner, owners: subject.choices, slot: 'association' });
  }

  /**
   * What decides for `subject`, `otherwise` being the default. What surely decides leaves room only for what would take
   * its place.
   */
  of(subject: Key, origin: ResourceFact | undefined, otherwise: OneOf<Key>): OneOf<Key> {
    const stated = this.stated.get(subject) ?? [];
    const strays = this.strays.filter((stray) => origin === undefined || scopesMeet(stray.origin, origin));
    const certain = stated.filter((one) => one.certain).map(({ owner }) => owner);
    const replaces = strays.filter(({ isOnly }) => !isOnly);
    if (certain.length > 0) {
      return this.join([...certain, ...replacing(stated)], replaces);
    }
    const deduced = this.taken().get(subject);
    if (deduced !== undefined) return deduced;
    return this.join([...stated.map(({ owner }) => owner), otherwise], strays);
  }

  private join(owners: readonly OneOf<Key>[], strays: readonly Stray[]): OneOf<Key> {
    if (strays.length > MOST_STRAYS) return opened(union(owners), strays[0]?.why);
    return union([...owners, ...strays.map(({ owner }) => owner)]);
  }

  private taken(): ReadonlyMap<Key, OneOf<Key>> {
    this.deduced ??= new Map(pigeonhole(this.claims).map(({ owner, holders }) => [owner, union(holders)]));
    return this.deduced;
  }
}

/** Those that may be there besides, and then replace what is. */
function replacing(stated: readonly Association[]): readonly OneOf<Key>[] {
  return stated.filter(({ certain, isOnly }) => !certain && !isOnly).map(({ owner }) => owner);
}
