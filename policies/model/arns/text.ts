import type { PolicyText } from '../policy/policy';
import { Reference, type Target, Template, type Term, Unknown } from '../term';

/** A part of a text: literal, or what only apply tells. */
export type TextPart = string | Reference | Unknown;

/** Joins parts to a text: neighbours that are literal become one, and a text without holes is a plain one. */
export function textOf(parts: readonly TextPart[]): PolicyText {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  const [only = '', ...more] = joined;
  return more.length === 0 && typeof only === 'string' ? only : new Template(joined);
}

/** The parts of a text. */
export function partsOf(text: PolicyText): readonly TextPart[] {
  return typeof text === 'string' ? [text] : text.parts;
}

/** A value as a text; undefined for what stands for none: a list, a block, nothing. */
export function findTextOf(term: Term | undefined): PolicyText | undefined {
  if (typeof term === 'string' || term instanceof Template) return term;
  if (term instanceof Reference || term instanceof Unknown) return new Template([term]);
  return typeof term === 'number' || typeof term === 'boolean' ? String(term) : undefined;
}

function targetText({ key, attribute }: Target): string {
  return `${key} ${attribute}`;
}

/**
 * A key that is equal for two texts which surely are the same one; undefined where a text has a part that may be anything,
 * which isn't even sure to be equal to itself elsewhere.
 */
export function findTextKey(text: PolicyText): string | undefined {
  const parts = partsOf(text);
  if (parts.some((part) => part instanceof Unknown || (part instanceof Reference && part.targets.length > 1))) return undefined;
  return JSON.stringify(parts.map((part) => (part instanceof Reference ? part.targets.map(targetText) : part)));
}

/** Whether two texts may be one and the same: what is literal at their ends doesn't tell them apart. */
export function mayEqual(one: PolicyText, other: PolicyText): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (typeof one === 'string' && typeof other === 'string') return one === other;
  return mayFollow(a[0], b[0], isStart) && mayFollow(a.at(-1), b.at(-1), isEnd) && mayHold(one, other) && mayHold(other, one);
}

function isStart(text: string, of: string): boolean {
  return of.startsWith(text);
}

function isEnd(text: string, of: string): boolean {
  return of.endsWith(text);
}

function mayFollow(
  one: TextPart | undefined,
  other: TextPart | undefined,
  isPart: (text: string, of: string) => boolean,
): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return true;
  return isPart(one, other) || isPart(other, one);
}

/** A literal text is no shorter than the literal parts of another one. */
function mayHold(text: PolicyText, other: PolicyText): boolean {
  if (typeof text !== 'string') return true;
  const least = partsOf(other).reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  return text.length >= least;
}
