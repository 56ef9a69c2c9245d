/** One `name = value` as the SDKs read it: of nested ones the name has the outer in front, as in `s3.max_queue_size`. */
export interface Entry {
  /** `x` for `[x]`, `profile.x` for `[profile x]`. */
  readonly section: string;
  readonly name: string;
  readonly value: string;
  /** Which line it stands in, counted from 0. */
  readonly line: number;
}

/** One value to put in an entry's place. */
export interface Change {
  readonly entry: Entry;
  readonly value: string;
}

const NEWLINE = 0x0a;
const EQUALS = 0x3d;
/** The words that may stand before a name in brackets; `[other x]` is no section for the SDKs. */
const PREFIXES = ['profile', 'sso-session', 'services'];
const PREFIXED = /^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/;

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    const next = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

function sectionOf(name: string): string | undefined {
  const [, prefix, , rest] = PREFIXED.exec(name) ?? [];
  if (prefix === undefined || rest === undefined) return name === '' ? undefined : name;
  return PREFIXES.includes(prefix) ? `${prefix}.${rest}` : undefined;
}

/** The text of a line without its end, as white space, and without its comment: one begins the line, or follows white space. */
function contentOf(line: Buffer): string {
  return (line.toString('utf8').split(/(^|\s)[;#]/)[0] ?? '').trim();
}

/**
 * A credentials or configuration file, byte by byte. It is read as the SDKs for JavaScript read it, which is what
 * decides which of several values counts (the last one); and it is changed in the bytes of single values only, so that
 * comments, line ends, odd encodings and what no reader knows stay as they are.
 */
export class IniText {
  readonly entries: readonly Entry[];
  readonly #lines: readonly Buffer[];

  constructor(bytes: Buffer) {
    this.#lines = linesOf(bytes);
    this.entries = [...this.#read()];
  }

  /** The effective entries of a section by their names. */
  section(name: string): ReadonlyMap<string, Entry> {
    return new Map(this.entries.filter(({ section }) => section === name).map((entry) => [entry.name, entry]));
  }

  get sections(): ReadonlySet<string> {
    return new Set(this.entries.map(({ section }) => section));
  }

  /** The file with other values in these places. */
  with(changes: readonly Change[]): Buffer {
    const lines = [...this.#lines];
    for (const { entry, value } of changes) {
      const line = lines[entry.line] ?? Buffer.alloc(0);
      const old = Buffer.from(entry.value, 'utf8');
      // Only white space stands between the sign and the value; one that isn't UTF-8 is found nowhere.
      const start = line.indexOf(old, line.indexOf(EQUALS) + 1);
      if (start === -1) throw new Error(`the value of ${entry.name} isn't in its line ${entry.line + 1}`);
      lines[entry.line] = Buffer.concat([line.subarray(0, start), Buffer.from(value, 'utf8'), line.subarray(start + old.length)]);
    }
    return Buffer.concat(lines);
  }

  *#read(): Generator<Entry> {
    let section: string | undefined;
    let outer: string | undefined;
    for (const [line, bytes] of this.#lines.entries()) {
      const content = contentOf(bytes);
      if (content.startsWith('[') && content.endsWith(']')) {
        [section, outer] = [sectionOf(content.slice(1, -1)), undefined];
        continue;
      }
      const sign = content.indexOf('=');
      if (section === undefined || sign < 1) continue;
      const [name, value] = [content.slice(0, sign).trim(), content.slice(sign + 1).trim()];
      if (value === '') {
        outer = name;
        continue;
      }
      const text = bytes.toString('utf8');
      if (text.trimStart() === text) outer = undefined;
      yield { section, name: outer === undefined ? name : `${outer}.${name}`, value, line };
    }
  }
}
