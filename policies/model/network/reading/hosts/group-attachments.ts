import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Key, Known, OneOf } from '../../known';
import { scopesMeet } from '../identities';
import { findOnly } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';

type Groups = Known<readonly OneOf<Key>[]>;

/** Groups that resources of their own add to interfaces and endpoints. */
export class GroupAttachments {
  private readonly added = new Map<Key, OneOf<Key>[]>();
  private readonly doubts = new Map<Key, Unknown>();
  private readonly strays: { readonly origin: ResourceFact; readonly why: Unknown }[] = [];

  constructor(sources: Sources, type: string, subject: string) {
    for (const section of sources.of(type)) this.attach(section, subject);
  }

  private attach(section: Section, subject: string): void {
    const { origin } = section;
    const named = section.findNamed(subject);
    const group = section.findNamed('security_group_id');
    if (named === undefined || group === undefined) return;
    const [key] = named.choices;
    if (findOnly(named) !== undefined && key !== undefined && origin.repeated === undefined) {
      this.added.set(key, [...(this.added.get(key) ?? []), group]);
      return;
    }
    const why = origin.repeated ?? named.open ?? new Unknown(`${origin.key} may add a group to it`);
    for (const choice of named.choices) this.doubts.set(choice, why);
    if (named.open !== undefined) this.strays.push({ origin, why });
  }

  /** Whether any is added for sure. */
  has({ origin }: Section): boolean {
    return this.added.has(origin.key);
  }

  /** These groups, and those that are added. */
  join({ origin }: Section, groups: Groups): Groups {
    const doubt = this.doubts.get(origin.key) ?? this.strays.find((stray) => scopesMeet(stray.origin, origin))?.why;
    if (doubt !== undefined) return doubt;
    if (groups instanceof Unknown) return groups;
    return [...groups, ...(this.added.get(origin.key) ?? [])];
  }
}
