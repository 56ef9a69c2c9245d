import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Naming } from '../register';

/** What surely belongs to resources, by their keys, and why something else may. */
export class Inhabitants<T> {
  readonly #known = new Map<string, T[]>();
  readonly #doubts = new Map<string, Unknown[]>();

  /** Puts a thing that `by` makes where an argument of it says. */
  put({ key, maybe, why }: Naming, by: ResourceFact, thing: T): void {
    if (key !== undefined && by.repeated === undefined) this.#known.set(key, [...(this.#known.get(key) ?? []), thing]);
    const unsure = key === undefined ? maybe : by.repeated === undefined ? [] : [key];
    for (const each of unsure) {
      const doubt = new Unknown(`${by.key} may belong to it: ${why ?? by.repeated?.why ?? ''}`);
      this.#doubts.set(each, [...(this.#doubts.get(each) ?? []), doubt]);
    }
  }

  of(key: string): readonly T[] {
    return this.#known.get(key) ?? [];
  }

  doubtsOf(key: string): readonly Unknown[] {
    return this.#doubts.get(key) ?? [];
  }
}
