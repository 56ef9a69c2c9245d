import { type Fault, InputError, type Problem } from '../../../core/input-error';
import { isMap, type Path, type Position, valueAt } from './path';
import type { Places } from './places';

/** An entry of a map or list of the configuration whose shape is right. */
export interface Entry<T> {
  readonly name: string;
  readonly value: T;
  readonly path: Path;
}

interface Mistake {
  readonly path: Path;
  readonly part: 'key' | undefined;
  readonly fault: Fault;
  /** Where it is written, if that isn't where the path leads. */
  readonly at?: Position | undefined;
}

/**
 * A configuration under inspection. Its shape is judged first; the checks behind it read only what has the right shape,
 * so that one misspelt key hides no other mistake, and they add theirs to the same list.
 */
export class Inspection {
  readonly #mistakes: Mistake[] = [];
  /** Places with a mistake in their shape, and all that hold them. */
  readonly #unsound = new Set<string>();
  /** Places whose own shape is wrong: what lies inside was judged by nobody. */
  readonly #opaque = new Set<string>();

  constructor(
    readonly input: unknown,
    readonly places: Places,
  ) {}

  refuse(path: Path, fault: Fault, part?: 'key'): void {
    this.#mistakes.push({ path, part, fault });
  }

  /** A mistake at a place that its path doesn't lead to, like the second of two equal keys. */
  refuseAt(at: Position, path: Path, fault: Fault): void {
    this.#mistakes.push({ at, path, part: 'key', fault });
  }

  /** A mistake in the shape: what lies there is no longer read, nor is what holds it as a whole. */
  refuseShape(path: Path, fault: Fault, part?: 'key'): void {
    this.refuse(path, fault, part);
    this.#opaque.add(JSON.stringify(path));
    this.ignore(path);
  }

  /** Runs a parser; its mistakes are kept under the path, and the result is then undefined. */
  attempt<T>(path: Path, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const fault of error.problems) this.refuse(path, fault);
      return undefined;
    }
  }

  /** The value at a path if it is there and its shape is right. */
  read(path: Path): unknown {
    return this.isBroken(path) ? undefined : valueAt(this.input, path);
  }

  /** A text; undefined where something else is allowed, too, and stands there. */
  readText(path: Path): string | undefined {
    const value = this.read(path);
    return typeof value === 'string' ? value : undefined;
  }

  readNumber(path: Path): number | undefined {
    const value = this.read(path);
    return typeof value === 'number' ? value : undefined;
  }

  /** A list of texts, in the order of the file. */
  readTexts(path: Path): readonly string[] | undefined {
    const value = this.read(path);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
  }

  /** Whether something stands there, or should, that can't be read: then nothing may be concluded from its absence. */
  isBroken(path: Path): boolean {
    if (this.#unsound.has(JSON.stringify(path))) return true;
    return this.#opaque.size > 0 && path.some((_, length) => this.#opaque.has(JSON.stringify(path.slice(0, length))));
  }

  /** Whether the names of a map are not to be had, so that any name may be among them. */
  isUnknowable(path: Path): boolean {
    return this.isBroken(path) && !isMap(valueAt(this.input, path));
  }

  /** Leaves a place out of the checks without a message of its own. */
  ignore(path: Path): void {
    for (let length = 0; length <= path.length; length++) this.#unsound.add(JSON.stringify(path.slice(0, length)));
  }

  /** The names in a map, of broken entries too: what is named there is known, whatever else is wrong with it. */
  names(path: Path): readonly string[] {
    const value = valueAt(this.input, path);
    return isMap(value) ? Object.keys(value) : [];
  }

  /** The sound entries of a map or list. The caller names the type that the schema gives them. */
  entries<T>(path: Path): readonly Entry<T>[] {
    const value = valueAt(this.input, path);
    const keys = Array.isArray(value) ? value.map((_, i) => i) : this.names(path);
    return keys.flatMap((key) => {
      const entry = this.read([...path, key]) as T | undefined;
      return entry === undefined ? [] : [{ name: String(key), value: entry, path: [...path, key] }];
    });
  }

  /** @throws InputError with every mistake, in the order of the file */
  throwIfAny(): void {
    if (this.#mistakes.length === 0) return;
    const placed = this.#mistakes.map((mistake) => ({
      ...mistake,
      at: mistake.at ?? this.places.find(mistake.path, mistake.part),
    }));
    placed.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
    const problems = placed.map(({ path, at, fault }): Problem => ({ ...fault, subject: this.places.name(path, at) }));
    // What an anchor says wrong is found wherever an alias repeats it.
    const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    throw new InputError([...unique.values()]);
  }
}
