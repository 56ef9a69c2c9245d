import { Tokenization } from 'cdktf';

import { isJsonObject, type JsonObject } from './json-object';

/** What was laid over a stack as a whole, by `addOverride`. */
export class StackOverrides {
  readonly #root: JsonObject = {};

  /** Remembers a value at a path of names joined by dots, as cdktf does. */
  add(path: string, value: unknown): void {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let place = this.#root;
    for (const name of names) {
      const inner = place[name];
      const next = isJsonObject(inner) ? inner : {};
      place[name] = next;
      place = next;
    }
    place[last] = value;
  }

  /** The first names of all paths. */
  get blocks(): readonly string[] {
    return Object.keys(this.#root);
  }

  /** All of them with values resolved; one that is undefined stays, since it takes away what it is laid over. */
  resolved(resolve: (value: unknown) => unknown): JsonObject {
    const descend = (tree: JsonObject): JsonObject =>
      Object.fromEntries(
        Object.entries(tree).map(([name, value]) => [
          name,
          isJsonObject(value) && !Tokenization.isResolvable(value) ? descend(value) : resolve(value),
        ]),
      );
    return descend(this.#root);
  }
}
