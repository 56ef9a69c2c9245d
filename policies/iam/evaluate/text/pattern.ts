import { findLetters } from '../../../model/arns';
import type { PolicyText } from '../../../model/policy/policy';
import { Reference, type Template, type Unknown } from '../../../model/term';

/** A part of a text that only apply tells. */
export interface Hole {
  /** Equal for holes whose texts are equal. @default - it is equal to none */
  readonly same?: string;
  /** It names one thing of AWS's: no wildcard is in it. */
  readonly plain: boolean;
  /** What each of its letters is like: no colon is one, so that it is no ARN. @default - it may have any */
  readonly letters?: RegExp;
  /** AWS draws it anew for each thing, in one form: unlike others of its family surely, and no beginning of theirs. @default - */
  readonly drawn?: string;
}

/** Any run of letters, the empty one too: `*`. */
const ANY: unique symbol = Symbol();
/** Exactly one letter: `?`. */
const ONE: unique symbol = Symbol();

/** A place of a pattern: one letter, a wildcard, or a part that isn't known. */
export type Unit = string | typeof ANY | typeof ONE | Hole;

/** Any text: of what isn't known nothing can be said. */
export const OPEN: Hole = { plain: false };

const PLAIN = /(^|[._])(arn|id|name|bucket|partition|region)$/;
/** Records and domains may be named `*.example.com`, an object's name and a random text may have any letter. */
const MAY_BE_WILD = /[.:](random_string|aws_autoscaling_group|\w+_(record|object|object_copy|domain_name))\.|domain_name$/;
/** Keys of KMS have ids that are drawn: a UUID, `mrk-` before it or not. */
const DRAWN = /[.:](?<!data\.)aws_kms_key\.[^.[]+(\[.+\])?$/;

function holeOf(part: Reference | Unknown): Hole {
  if (!(part instanceof Reference)) return OPEN;
  const [target, ...others] = part.targets;
  if (others.length > 0) return OPEN;
  const { key, attribute } = target;
  const letters = findLetters(target);
  const drawn = DRAWN.test(key) && /^(arn|id|key_id)$/.test(attribute) ? `aws_kms_key.${attribute}` : undefined;
  return {
    same: `${key} ${attribute}`,
    plain: PLAIN.test(attribute) && !MAY_BE_WILD.test(`${key}.${attribute}`),
    ...(letters === undefined ? {} : { letters }),
    ...(drawn === undefined ? {} : { drawn }),
  };
}

function lettersOf(text: string, wild: boolean): readonly Unit[] {
  const letters = Array.from(text);
  if (!wild || !/[*?]/.test(text)) return letters;
  return letters.map((letter) => (letter === '*' ? ANY : letter === '?' ? ONE : letter));
}

const texts = new WeakMap<Template, readonly Unit[]>();

/** A text taken apart: its letters, its parts that aren't known, and wildcards where they are meant. */
export function unitsOf(text: PolicyText, wild: boolean): readonly Unit[] {
  if (typeof text === 'string') return lettersOf(text, wild);
  const found = wild ? undefined : texts.get(text);
  if (found !== undefined) return found;
  const units = text.parts.flatMap((part) => (typeof part === 'string' ? lettersOf(part, wild) : [holeOf(part)]));
  if (!wild) texts.set(text, units);
  return units;
}

/** Whether two texts are the same. */
export function isEqual(one: PolicyText, other: PolicyText): boolean | 'maybe' {
  if (typeof one === 'string' && typeof other === 'string') return one === other;
  return isLike(unitsOf(one, false), unitsOf(other, false));
}

/** Whether a place is a part that isn't known. */
export function isHole(unit: Unit | undefined): unit is Hole {
  return typeof unit === 'object';
}

/** Whether both surely stand for the same text. */
function isSame(one: Unit | undefined, other: Unit | undefined): boolean {
  if (isHole(one)) return isHole(other) && one.same !== undefined && one.same === other.same;
  return one === other;
}

/** Whether the text is like the pattern whatever the parts are that aren't known: these are met by themselves and `*` only. */
function isSurelyLike(pattern: readonly Unit[], text: readonly Unit[]): boolean {
  let at = 0;
  let place = 0;
  // Where to go on if what follows the last star doesn't fit: the star takes one more.
  let star = -1;
  let taken = 0;
  while (at < text.length) {
    const unit = pattern[place];
    if (unit === ANY) {
      if (place === pattern.length - 1) return true;
      star = place++;
      taken = at;
    } else if (isSame(unit, text[at]) || (unit === ONE && !isHole(text[at]))) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++taken;
    } else {
      return false;
    }
  }
  while (pattern[place] === ANY) place++;
  return place === pattern.length;
}

/** Whether a part that isn't known may take what stands on the other side into itself: all that isn't a letter. */
function mayTake({ letters }: Hole, unit: Unit): boolean {
  return letters === undefined || typeof unit !== 'string' || letters.test(unit);
}

/** Whether there are values of the unknown parts with which the text is like the pattern. May say so where there are none. */
function mayBeLike(pattern: readonly Unit[], text: readonly Unit[]): boolean {
  const width = text.length + 1;
  const seen = new Uint8Array((pattern.length + 1) * width);
  const open: number[] = [0];
  const reach = (place: number, at: number): void => {
    const state = place * width + at;
    if (seen[state] === 1) return;
    seen[state] = 1;
    open.push(state);
  };
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const [place, at] = [Math.floor(state / width), state % width];
    if (place === pattern.length && at === text.length) return true;
    const unit = pattern[place];
    const letter = text[at];
    if (unit === ANY || isHole(unit)) {
      reach(place + 1, at);
      if (letter !== undefined && (unit === ANY || mayTake(unit, letter))) reach(place, at + 1);
    }
    if (isHole(letter)) {
      reach(place, at + 1);
      if (unit !== undefined && mayTake(letter, unit)) reach(place + 1, at);
    }
    if (letter !== undefined && (unit === ONE || unit === letter)) reach(place + 1, at + 1);
  }
  return false;
}

/** Whether what stands at both ends is surely one text, and no wildcard: a text has none. */
function cancels(unit: Unit | undefined, letter: Unit | undefined): boolean {
  return isSame(unit, letter) && (!isHole(unit) || unit.plain);
}

function isDrawnApart(unit: Unit | undefined, letter: Unit | undefined): boolean {
  return isHole(unit) && isHole(letter) && unit.drawn !== undefined && unit.drawn === letter.drawn && !isSame(unit, letter);
}

/** Whether a text is like a pattern: surely, surely not, or it isn't known. */
export function isLike(pattern: readonly Unit[], text: readonly Unit[]): boolean | 'maybe' {
  if (isSurelyLike(pattern, text)) return true;
  if (!pattern.some(isHole) && !text.some(isHole)) return false;
  // Both don't end at once: what is alike from end to end is surely alike.
  let from = 0;
  while (cancels(pattern[from], text[from])) from++;
  if (isDrawnApart(pattern[from], text[from])) return false;
  const [rest, left] = [pattern.slice(from), text.slice(from)];
  let behind = 0;
  while (cancels(rest.at(-1 - behind), left.at(-1 - behind))) behind++;
  return mayBeLike(rest.slice(0, rest.length - behind), left.slice(0, left.length - behind)) ? 'maybe' : false;
}

/** The part behind each of the first five colons of an ARN, and the rest. Undefined for what has fewer. */
function partsOfArn(units: readonly Unit[]): readonly (readonly Unit[])[] | undefined {
  const parts: (readonly Unit[])[] = [];
  let rest = units;
  while (parts.length < 5) {
    const colon = rest.indexOf(':');
    if (colon < 0) return undefined;
    parts.push(rest.slice(0, colon));
    rest = rest.slice(colon + 1);
  }
  return [...parts, rest];
}

/** Whether what may hold a colon stands before the fifth one: which parts there are isn't known then. */
function isUnparted(units: readonly Unit[]): boolean {
  const before = partsOfArn(units)?.slice(0, 5).flat() ?? units;
  return before.some((unit) => isHole(unit) && unit.letters === undefined);
}

/**
 * Whether an ARN is like a pattern, each of its six parts for itself: no star reaches over a colon but in the last.
 * What is like it so, is like it as a whole.
 */
export function isArnLike(pattern: readonly Unit[], arn: readonly Unit[]): boolean | 'maybe' {
  if (isUnparted(pattern) || isUnparted(arn)) {
    // Two ARNs of one thing, or of what lies below it: what follows belongs to the sixth part of both.
    const [first] = pattern;
    const isOne = isHole(first) && first.same?.endsWith('arn') === true && isSame(first, arn[0]);
    if (isOne) return isLike(pattern.slice(1), arn.slice(1));
    return isLike(pattern, arn) === false ? false : 'maybe';
  }
  const [parts, given] = [partsOfArn(pattern), partsOfArn(arn)];
  if (given === undefined) return false;
  // AWS takes no such pattern.
  if (parts === undefined) return 'maybe';
  const answers = parts.map((part, at) => isLike(part, given[at] ?? []));
  return answers.includes(false) ? false : answers.includes('maybe') ? 'maybe' : true;
}
