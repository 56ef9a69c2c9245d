import type { ResourceFact } from '../../../universe';
import type { Unknown } from '../../../term';
import type { Key, OneOf } from '../../known';
import { scopesMeet } from '../identities';
import { findOnly, opened, union } from '../one-of';
import { type Claim, pigeonhole } from '../pigeonhole';

interface Association {
  readonly owner: OneOf<Key>;
  readonly certain: boolean;
}

interface Stray {
  readonly owner: OneOf<Key>;
  readonly origin: ResourceFact;
  readonly why: Unknown;
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

  /** `owner` decides for what `subject` names. */
  add(subject: OneOf<Key>, owner: OneOf<Key>, origin: ResourceFact): void {
    const there = origin.repeated === undefined;
    const certain = findOnly(subject) !== undefined && there;
    for (const key of subject.choices) {
      const list = this.stated.get(key);
      if (list === undefined) this.stated.set(key, [{ owner, certain }]);
      else list.push({ owner, certain });
    }
    if (subject.open !== undefined) this.strays.push({ owner, origin, why: subject.open });
    else if (there && !certain) this.claims.push({ item: owner, owners: subject.choices, slot: 'association' });
  }

  /** What decides for `subject`, `otherwise` being the default. AWS has one association for each and refuses a second. */
  of(subject: Key, origin: ResourceFact | undefined, otherwise: OneOf<Key>): OneOf<Key> {
    const stated = this.stated.get(subject) ?? [];
    const certain = stated.filter((one) => one.certain);
    if (certain.length > 0) return union(certain.map(({ owner }) => owner));
    const deduced = this.taken().get(subject);
    if (deduced !== undefined) return deduced;
    const strays = this.strays.filter((stray) => origin === undefined || scopesMeet(stray.origin, origin));
    return opened(union([...stated.map(({ owner }) => owner), otherwise]), strays[0]?.why);
  }

  private taken(): ReadonlyMap<Key, OneOf<Key>> {
    this.deduced ??= new Map(pigeonhole(this.claims).map(({ owner, holders }) => [owner, union(holders)]));
    return this.deduced;
  }
}
