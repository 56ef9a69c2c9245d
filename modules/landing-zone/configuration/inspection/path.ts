/** A place in the configuration: the keys of the input (camelCase) from its root. */
export type Path = readonly (string | number)[];

/** A place in a file, counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the entry at a path is written: its value, or with `key` the name before it. */
export type PositionOf = (path: Path, part?: 'key') => Position | undefined;

/** `accounts.dev.cidr`; names that aren't plain words stand in brackets, so that every dot parts two keys. */
export function renderPath(path: Path): string {
  if (path.length === 0) return 'the configuration';
  return path
    .map((key, i) => (/^[\w-]+$/.test(String(key)) ? `${i === 0 ? '' : '.'}${String(key)}` : `[${JSON.stringify(key)}]`))
    .join('');
}

/** `file:line:column`. */
export function renderPosition({ file, line, column }: Position): string {
  return `${file}:${String(line)}:${String(column)}`;
}

/** A map as opposed to a list, a scalar or nothing. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; own keys only, so that an account called "constructor" is as unknown as any other. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}
