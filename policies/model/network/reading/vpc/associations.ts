import type { ResourceFact } from '../../../universe';
import type { Unknown } from '../../../term';
import type { Key, OneOf } from '../../known';
import { scopesMeet } from '../identities';
import { findOnly, opened, union } from '../one-of';

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

  /** `owner` decides for what `subject` names. */
  add(subject: OneOf<Key>, owner: OneOf<Key>, origin: ResourceFact): void {
    const certain = findOnly(subject) !== undefined && origin.repeated === undefined;
    for (const key of subject.choices) {
      const list = this.stated.get(key);
      if (list === undefined) this.stated.set(key, [{ owner, certain }]);
      else list.push({ owner, certain });
    }
    if (subject.open !== undefined) this.strays.push({ owner, origin, why: subject.open });
  }

  /** What decides for `subject`, `otherwise` being the default. AWS has one association for each and refuses a second. */
  of(subject: Key, origin: ResourceFact | undefined, otherwise: OneOf<Key>): OneOf<Key> {
    const stated = this.stated.get(subject) ?? [];
    const certain = stated.filter((one) => one.certain);
    if (certain.length > 0) return union(certain.map(({ owner }) => owner));
    const strays = this.strays.filter((stray) => origin === undefined || scopesMeet(stray.origin, origin));
    return opened(union([...stated.map(({ owner }) => owner), otherwise]), strays[0]?.why);
  }
}
