import { describeTerm } from '../term-text';
import { findJsonFault, type TextPlace } from '../files/json-fault';
import type { PolicyText } from './policy';
import { type Reference, Template, type Term, Unknown } from '../term';

type Hole = Reference | Unknown;

/** What a text isn't, if it isn't JSON. */
export class JsonFault {
  constructor(readonly fault: string) {}
}

/** Whether a key has a part that only apply tells: `<dev:aws_iam_openid_connect_provider.eks.url>:sub`. No request has it. */
export function isOpenKey(key: string): boolean {
  return /<.+>/s.test(key);
}

/** A text as it can be written down: what only apply tells stands in it as `<…>`. */
export function openText(text: PolicyText): string {
  if (typeof text === 'string') return text;
  return text.parts.map((part) => (typeof part === 'string' ? part : `<${describeTerm(part)}>`)).join('');
}

/**
 * A value put into the text of JSON may end the string it stands in, and go on with others: `join("\",\"", var.arns)`. Of an
 * expression that isn't evaluated, and has such a quote or is quoted only in part, nothing can be said.
 */
function mayLeaveString(hole: Hole): boolean {
  return hole instanceof Unknown && /\\"|jsonencode\(|\.\.\.\}$/.test(hole.why);
}

/** A letter for private use that the text doesn't have, escaped or not. */
function findMark(text: string): string {
  for (let code = 0xe000; ; code++) {
    const mark = String.fromCharCode(code);
    if (!text.includes(mark) && !text.toLowerCase().includes(`\\u${code.toString(16)}`)) return mark;
  }
}

/** Puts holes back where their marks stand. */
class Holes {
  readonly text: string;
  readonly #mark: string;

  constructor(
    template: Template,
    private readonly holes: Hole[] = [],
  ) {
    const literals = template.parts.filter((part) => typeof part === 'string');
    this.#mark = findMark(literals.join(''));
    this.text = template.parts.map((part) => (typeof part === 'string' ? part : this.#marked(part))).join('');
  }

  #marked(hole: Hole): string {
    this.holes.push(hole);
    return `${this.#mark}${String(this.holes.length - 1)}${this.#mark}`;
  }

  /** The literal parts and holes of a text, one after the other. */
  #partsOf(text: string): readonly (string | Hole)[] {
    return text.split(this.#mark).flatMap((piece, at): readonly (string | Hole)[] => {
      const hole = at % 2 === 1 ? this.holes[Number(piece)] : undefined;
      if (hole !== undefined) return [hole];
      return piece === '' ? [] : [piece];
    });
  }

  /** The first hole of a text that begins with one. */
  findFirst(text: string): Hole | undefined {
    const [first] = text.startsWith(this.#mark) ? this.#partsOf(text) : [];
    return typeof first === 'string' ? undefined : first;
  }

  back(value: Term): Term {
    if (typeof value === 'string') return value.includes(this.#mark) ? new Template(this.#partsOf(value)) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return (value as readonly Term[]).map((item) => this.back(item));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.#key(key), this.back(item as Term)]));
  }

  #key(key: string): string {
    return key.includes(this.#mark) ? openText(new Template(this.#partsOf(key))) : key;
  }
}

/** A key that an object has twice, of which JSON parsers take the last and IAM none. The text is JSON. */
function findRepeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, key] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') open.push(new Set());
    if (token === '}') open.pop();
    if (key === undefined) continue;
    const name = key.includes('\\') ? String(JSON.parse(key)) : key.slice(1, -1);
    if (open.at(-1)?.has(name) === true) return name;
    open.at(-1)?.add(name);
  }
  return undefined;
}

/** What JSON says, or where it stops being JSON: hardly any text has to be walked over for that. */
function parsed(text: string): { readonly term: Term } | TextPlace {
  try {
    return { term: JSON.parse(text) as Term };
  } catch (error) {
    const stop = findJsonFault(text);
    if (stop === undefined) throw error;
    return stop;
  }
}

/** What JSON text says, its holes in it: texts with holes are templates. Unknown where a hole may be more than text. */
export function readJsonText(text: string | Template): Term | JsonFault {
  const holes = new Holes(typeof text === 'string' ? new Template([text]) : text);
  const loose =
    typeof text === 'string' ? undefined : text.parts.find((part) => typeof part !== 'string' && mayLeaveString(part));
  if (loose instanceof Unknown) return loose;
  const said = parsed(holes.text);
  if ('line' in said) {
    const hole = holes.findFirst(said.rest);
    if (hole !== undefined) return new Unknown(`a part of it that is no text isn't known: ${describeTerm(hole)}`);
    return new JsonFault(`it is no JSON at line ${String(said.line)}, column ${String(said.column)}`);
  }
  const repeated = findRepeatedKey(holes.text);
  if (repeated !== undefined) return new JsonFault(`the key ${JSON.stringify(repeated)} stands twice in one object`);
  return holes.back(said.term);
}
