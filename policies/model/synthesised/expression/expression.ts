import { mayInterpolate } from './template';

/** One step from a value to a part of it. `every`: the same part of each element (`[*]`). */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Expression }
  | { readonly kind: 'every' };

/** What this reader understands of Terraform's expressions. All else is `other`: it is evaluated by nobody here. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'path'; readonly root: string; readonly steps: readonly Step[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'other' };

/** Thrown inside: the expression is none of those understood. */
class NotUnderstood extends Error {}

const KEYWORDS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Parser {
  #at = 0;

  constructor(private readonly source: string) {}

  whole(): Expression {
    const expression = this.#expression();
    if (this.#at < this.source.length) throw new NotUnderstood();
    return expression;
  }

  /** The text that the pattern matches here, spaces behind it skipped. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match[1] ?? '';
  }

  #need(pattern: RegExp): string {
    const text = this.#take(pattern);
    if (text === undefined) throw new NotUnderstood();
    return text;
  }

  #expression(): Expression {
    const number = this.#take(/(-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?)(?![\w.])\s*/y);
    if (number !== undefined) return { kind: 'literal', value: Number(number) };
    if (this.#take(/(?=")/y) !== undefined) return { kind: 'literal', value: this.#string() };
    if (this.#take(/\[\s*/y) !== undefined) return { kind: 'list', items: this.#items(/\]\s*/y) };
    const name = this.#need(/([A-Za-z_][\w-]*)/y);
    if (this.#take(/\s*\(\s*/y) !== undefined) return { kind: 'call', name, given: this.#items(/\)\s*/y) };
    const keyword = KEYWORDS.get(name);
    const steps = this.#steps();
    if (keyword === undefined) return { kind: 'path', root: name, steps };
    if (steps.length > 0) throw new NotUnderstood();
    return { kind: 'literal', value: keyword };
  }

  #items(end: RegExp): readonly Expression[] {
    const items: Expression[] = [];
    while (this.#take(end) === undefined) {
      items.push(this.#expression());
      if (this.#take(/,\s*/y) === undefined) {
        this.#need(end);
        break;
      }
    }
    return items;
  }

  #steps(): readonly Step[] {
    const steps: Step[] = [];
    for (;;) {
      if (this.#take(/\.\*|\[\*\]/y) !== undefined) steps.push({ kind: 'every' });
      else if (this.#take(/\[\s*/y) !== undefined) {
        steps.push({ kind: 'index', index: this.#expression() });
        this.#need(/\]/y);
      } else {
        const number = this.#take(/\.(\d{1,9})(?![\w-])/y);
        const name = number === undefined ? this.#take(/\.([A-Za-z_][\w-]*)/y) : undefined;
        if (number !== undefined) steps.push({ kind: 'index', index: { kind: 'literal', value: Number(number) } });
        else if (name !== undefined) steps.push({ kind: 'name', name });
        else break;
      }
    }
    this.#take(/\s*/y);
    return steps;
  }

  /** A quoted string without anything in it that must be evaluated. */
  #string(): string {
    const quoted = this.#need(/("(?:[^"\\\u0000-\u001f]|\\["\\nrt])*")\s*/y);
    if (mayInterpolate(quoted)) throw new NotUnderstood();
    const text: unknown = JSON.parse(quoted);
    if (typeof text !== 'string') throw new NotUnderstood();
    return text;
  }
}

/** Reads what stands between `${` and `}`. */
export function parseExpression(source: string): Expression {
  try {
    return new Parser(source).whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return { kind: 'other' };
    throw error;
  }
}
