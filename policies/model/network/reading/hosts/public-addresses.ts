import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Key, Known } from '../../known';
import { scopesMeet } from '../identities';
import { findOnly } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';

/** Elastic addresses, by the instance or interface that they are for. */
export class PublicAddresses {
  private readonly given = new Map<Key, true | Unknown>();
  private readonly strays: { readonly origin: ResourceFact; readonly why: Unknown }[] = [];

  constructor(sources: Sources) {
    for (const section of sources.of('aws_eip')) this.give(section, ['instance', 'network_interface']);
    for (const section of sources.of('aws_eip_association')) this.give(section, ['instance_id', 'network_interface_id']);
  }

  private give(section: Section, names: readonly string[]): void {
    const { origin } = section;
    for (const named of names.flatMap((name) => section.findNamed(name) ?? [])) {
      const certain = findOnly(named) !== undefined ? origin.repeated : new Unknown(`${origin.key} may be for it`);
      for (const key of named.choices) this.given.set(key, this.given.get(key) === true ? true : (certain ?? true));
      if (named.open !== undefined) this.strays.push({ origin, why: named.open });
    }
  }

  /** Whether it has one. */
  has({ origin }: Section): Known<boolean> {
    const given = this.given.get(origin.key);
    if (given !== undefined) return given;
    return this.strays.find((stray) => scopesMeet(stray.origin, origin))?.why ?? false;
  }
}
