import { asWritten } from '../../../core/input-error';
import { spellPath } from '../schema/spelling';
import { isMap, type Path, type Position, type PositionOf, renderPath, renderPosition } from './path';

/**
 * How the places of a configuration are called in messages: `file:line:column path` in YAML's spelling where the value
 * came from a file, else the path as TypeScript spells it.
 */
export class Places {
  readonly #positionOf: PositionOf | undefined;
  readonly #sourceOf: ((path: Path) => string | undefined) | undefined;

  constructor(positionOf?: PositionOf, sourceOf?: (path: Path) => string | undefined) {
    this.#positionOf = positionOf;
    this.#sourceOf = sourceOf;
  }

  get isFile(): boolean {
    return this.#positionOf !== undefined;
  }

  /** The position of the entry, or of the nearest one around it where it isn't written itself. */
  find(path: Path, part?: 'key'): Position | undefined {
    for (let length = path.length; length >= 0; length--) {
      const position = this.#positionOf?.(path.slice(0, length), length === path.length ? part : 'key');
      if (position !== undefined) return position;
    }
    return undefined;
  }

  name(path: Path, position: Position | undefined = this.find(path)): string {
    if (!this.isFile) return renderPath(path);
    return [...(position === undefined ? [] : [renderPosition(position)]), renderPath(spellPath(path))].join(' ');
  }

  /** A key as its author spells it. */
  spell(path: Path): string {
    return String((this.isFile ? spellPath(path) : path).at(-1) ?? '');
  }

  /** The value as its author wrote it: 012345678901 keeps its zero, a map isn't printed whole. */
  written(path: Path, value: unknown): string {
    if (typeof value === 'string') return asWritten(value);
    if (Array.isArray(value)) return value.length === 0 ? '[]' : `a list of ${String(value.length)}`;
    if (isMap(value)) return Object.keys(value).length === 0 ? '{}' : 'a map';
    const source = this.#sourceOf?.(path);
    if (value === null && (source ?? '') === '') return this.isFile ? 'nothing' : 'null';
    // JSON would write NaN as null.
    return source ?? (typeof value === 'number' ? String(value) : asWritten(value));
  }
}
