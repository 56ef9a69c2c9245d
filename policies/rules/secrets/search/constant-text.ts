import { isRecord, type JsonRecord } from '../../../model/json';
import { type Expression, parseExpression } from '../../../model/synthesised/expression/expression';
import { findPieces, mayInterpolate } from '../../../model/synthesised/expression/template';
import type { Json } from '../../../model/universe';
import { HOLE } from './known-forms';

/** How far locals of locals are followed. */
const DEPTH = 6;
/** A text in quotes inside of an expression, with the name that it is given. */
const QUOTED = /(?:"?([A-Za-z][\w-]{0,60})"?\s*[=:]\s*)?"((?:[^"\\]|\\.)*)"/g;

/** A reference alone, to anything but a local value: most expressions are of this kind. */
const REFERENCE = /^\$\{(?!local\.)[\w.-]+\}$/;

type Value = string | readonly Value[];

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : HOLE);

/** Functions of Terraform by which constants are put together, as far as they matter for texts. */
const FUNCTIONS: Readonly<Record<string, (given: readonly Value[]) => Value>> = {
  base64decode: ([given]) => Buffer.from(text(given), 'base64').toString('utf8'),
  base64encode: ([given]) => text(given),
  chomp: ([given]) => text(given).trimEnd(),
  format: ([form, ...given]) => {
    let at = 0;
    return text(form).replaceAll(/%[sv]/g, () => text(given[at++]));
  },
  join: ([separator, items]) => (typeof items === 'object' ? items.map(text).join(text(separator)) : HOLE),
  lower: ([given]) => text(given).toLowerCase(),
  nonsensitive: ([given]) => text(given),
  replace: ([given, from, to]) => (text(from).startsWith('/') ? HOLE : text(given).replaceAll(text(from), () => text(to))),
  sensitive: ([given]) => text(given),
  strrev: ([given]) => [...text(given)].reverse().join(''),
  tostring: ([given]) => text(given),
  trimspace: ([given]) => text(given).trim(),
  upper: ([given]) => text(given).toUpperCase(),
  urlencode: ([given]) => text(given),
};

/** A text in quotes inside of an expression. */
export interface Quoted {
  /** The name that it is given there. @default - none */
  readonly name?: string;
  /** It may be the value of the whole: a branch of a choice, or what is passed on. */
  readonly isValue: boolean;
  readonly text: string;
}

/** What stands before a text that the whole expression may come to. */
const BRANCH = /(?:[?:]|\b(?:coalesce|try|sensitive|nonsensitive)\([^()]*)$/;

function quotedIn(expression: string): readonly Quoted[] {
  return [...expression.matchAll(QUOTED)].flatMap(({ index, 1: name, 2: quoted = '' }) => {
    const before = expression.slice(0, index).trimEnd();
    // An index names a part of something: `["password"]`.
    if (/[\w)\]]\[$/.test(before)) return [];
    const plain = quoted.replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
    return [{ isValue: BRANCH.test(before), text: plain, ...(name === undefined ? {} : { name }) }];
  });
}

/** Evaluates what is constant in expressions: a part that isn't leaves a hole. */
export class Constants {
  constructor(private readonly locals: JsonRecord) {}

  /** A text as it will be. */
  textOf(written: string, depth = DEPTH): string {
    if (!mayInterpolate(written)) return written;
    if (REFERENCE.test(written)) return HOLE;
    const pieces = findPieces(written);
    if (pieces === undefined || depth === 0) return HOLE;
    return pieces
      .map((piece) => ('text' in piece ? piece.text : text(this.#valueOf(parseExpression(piece.expression), depth))))
      .join('');
  }

  /** The constants that stand in its expressions, with the names that they are given there. */
  quotedIn(written: string): readonly Quoted[] {
    if (!mayInterpolate(written) || REFERENCE.test(written)) return [];
    const pieces = findPieces(written) ?? [{ expression: written }];
    return pieces.flatMap((piece) => ('text' in piece ? [] : quotedIn(piece.expression)));
  }

  #valueOf(expression: Expression, depth: number): Value {
    if (expression.kind === 'literal') return String(expression.value);
    if (expression.kind === 'list') return expression.items.map((item) => this.#valueOf(item, depth));
    if (expression.kind === 'call') {
      const call = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
      const given = expression.given.map((each) => this.#valueOf(each, depth));
      return call === undefined ? HOLE : call(given);
    }
    return expression.kind === 'path' && expression.root === 'local' ? this.#local(expression.steps, depth) : HOLE;
  }

  #local(steps: Extract<Expression, { kind: 'path' }>['steps'], depth: number): Value {
    let value: Json | undefined = this.locals;
    for (const step of steps) {
      const key = step.kind === 'name' ? step.name : undefined;
      value = key !== undefined && isRecord(value) ? value[key] : undefined;
    }
    return typeof value === 'string' ? this.textOf(value, depth - 1) : HOLE;
  }
}
