const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** What may stand at a place of JSON text. */
type Awaited = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** Walks over JSON text: the engine's own parser tells nothing reliable about where it stopped. */
class Walk {
  #at = 0;
  #awaited: Awaited = 'value';
  /** The brackets that are open. */
  readonly #open: ('[' | '{')[] = [];

  constructor(private readonly text: string) {}

  /** Where the text stops being JSON; undefined where it is JSON. */
  findStop(): number | undefined {
    for (;;) {
      this.#skip(SPACE);
      if (this.#at >= this.text.length) return this.#awaited === 'nothing' ? undefined : this.#at;
      if (!this.#step(this.text[this.#at] ?? '')) return this.#at;
    }
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #become(awaited: Awaited): true {
    this.#awaited = awaited;
    return true;
  }

  #closed(): true {
    return this.#become(this.#open.length === 0 ? 'nothing' : 'comma-or-end');
  }

  #step(letter: string): boolean {
    const inside = this.#open.at(-1);
    const ends = this.#awaited.endsWith('end') && letter === (inside === '[' ? ']' : '}');
    if (ends) {
      this.#open.pop();
      this.#at++;
      return this.#closed();
    }
    if (this.#awaited.startsWith('key')) return this.#skip(STRING) && this.#become('colon');
    if (this.#awaited.startsWith('value')) return this.#value(letter);
    const wanted = this.#awaited === 'colon' ? ':' : ',';
    if (this.#awaited === 'nothing' || letter !== wanted) return false;
    this.#at++;
    return this.#become(wanted === ',' && inside === '{' ? 'key' : 'value');
  }

  #value(letter: string): boolean {
    if (letter === '[' || letter === '{') {
      this.#open.push(letter);
      this.#at++;
      return this.#become(letter === '[' ? 'value-or-end' : 'key-or-end');
    }
    return this.#skip(letter === '"' ? STRING : SCALAR) && this.#closed();
  }
}

/** A place in text, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  /** What stands from there to the end of the line; empty at the end of the text. */
  readonly rest: string;
}

/** Where text stops being JSON; undefined where it is JSON. */
export function findJsonFault(text: string): TextPlace | undefined {
  const stop = new Walk(text).findStop();
  if (stop === undefined) return undefined;
  const before = text.slice(0, stop).split('\n');
  const [rest = ''] = text.slice(stop).split('\n', 1);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, rest: rest.trimEnd() };
}
