import type { PolicyText } from '../../../model/policy/policy';
import { openText } from '../../../model/policy/policy-json';
import { Template } from '../../../model/term';
import { OPEN, type Unit, unitsOf } from './pattern';
import { Doubt } from '../truth';

/** A variable of IAM in a text of a policy. */
interface Variable {
  /** As written: it has no case. */
  readonly key: string;
  readonly fallback: string | undefined;
}

/** What a variable stands for in a request: a text, surely none, or it isn't known. */
export type ReadVariable = (key: string) => PolicyText | undefined | Doubt;

/** `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, `${*}`: what AWS makes of one with other spaces isn't documented. */
const VARIABLE = /\$\{(?:([*?$])|([\w.-]+:[^{},]*[^{},\s])(?:, '([^']*)')?)\}/g;

type Piece = readonly Unit[] | Variable;

function isVariable(piece: Piece): piece is Variable {
  return 'key' in piece;
}

/** A text taken apart at its variables; undefined where one isn't of the form that AWS knows. */
function piecesOf(text: string, wild: boolean): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const [whole, special, key = '', fallback] = found;
    const before = text.slice(from, found.index);
    if (before.includes('${')) return undefined;
    pieces.push(unitsOf(before, wild), special === undefined ? { key, fallback } : [special]);
    from = found.index + whole.length;
  }
  const rest = text.slice(from);
  return rest.includes('${') ? undefined : [...pieces, unitsOf(rest, wild)];
}

/** A text that a policy compares with, made ready once for all requests. */
export class PolicyPattern {
  /** Units and variables by turns. */
  readonly #pieces: readonly Piece[];
  /** Without variables it is the same for all requests. */
  readonly #constant: readonly Unit[] | undefined;

  constructor(
    readonly text: PolicyText,
    version: string,
    wild: boolean,
    /** Lower case, for what is compared without regard to it. */
    private readonly fold = false,
  ) {
    this.#pieces = this.#taken(version === '2012-10-17', wild) ?? [[OPEN]];
    const fixed = this.#pieces.filter((piece): piece is readonly Unit[] => !isVariable(piece));
    this.#constant = fixed.length === this.#pieces.length ? fixed.flat() : undefined;
  }

  /** Undefined: what AWS makes of it isn't known. */
  #taken(expands: boolean, wild: boolean): readonly Piece[] | undefined {
    const parts = this.text instanceof Template ? this.text.parts : [this.text];
    const pieces: Piece[] = [];
    for (const part of parts) {
      if (typeof part !== 'string') {
        pieces.push(unitsOf(new Template([part]), wild));
        continue;
      }
      const text = this.fold ? part.toLowerCase() : part;
      const taken = expands ? piecesOf(text, wild) : [unitsOf(text, wild)];
      if (taken === undefined) return undefined;
      pieces.push(...taken);
    }
    return pieces;
  }

  /** The pattern in a request; undefined where a variable surely has no value: nothing is like it. */
  unitsIn(read: ReadVariable): readonly Unit[] | undefined {
    if (this.#constant !== undefined) return this.#constant;
    const units: Unit[] = [];
    for (const piece of this.#pieces) {
      if (!isVariable(piece)) {
        units.push(...piece);
        continue;
      }
      const value = read(piece.key) ?? piece.fallback;
      if (value === undefined) return undefined;
      if (value instanceof Doubt) units.push(OPEN);
      else units.push(...unitsOf(this.fold ? folded(value) : value, false));
    }
    return units;
  }

  /** As it is shown to people. */
  toString(): string {
    return openText(this.text);
  }
}

/** In lower case, as far as it is known. */
export function folded(text: PolicyText): PolicyText {
  if (typeof text === 'string') return text.toLowerCase();
  return new Template(text.parts.map((part) => (typeof part === 'string' ? part.toLowerCase() : part)));
}
