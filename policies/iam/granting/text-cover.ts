import type { Listed, PolicyText } from '../../model/policy/policy';
import { Reference, Template, type Unknown } from '../../model/term';

const HOLE = '\u0000';
const open = new WeakMap<Unknown, string>();
let seen = 0;

/** Two values that aren't known are never equal texts. */
function markOf(part: Reference | Unknown): string {
  if (part instanceof Reference) {
    return part.targets.map(({ key, attribute }) => `${key} ${attribute}`.replaceAll(/[:*?]/g, ' ')).join('|');
  }
  const known = open.get(part) ?? String(seen++);
  open.set(part, known);
  return ` ${known}`;
}

/** A text of a policy in which what only apply tells stands as a mark: equal references have equal marks. */
export function marked(text: PolicyText): string {
  if (!(text instanceof Template)) return text;
  return text.parts.map((part) => (typeof part === 'string' ? part : `${HOLE}${markOf(part)}${HOLE}`)).join('');
}

/** Whether something of a marked text is told by apply alone. */
export function hasMark(text: string): boolean {
  return text.includes(HOLE);
}

/** Whether a text has parts that aren't known: it may cover more than its literal parts say. */
export function hasOpenPart(text: PolicyText): boolean {
  return text instanceof Template && text.parts.some((part) => typeof part !== 'string' && !(part instanceof Reference));
}

/**
 * Whether all that one pattern stands for is covered by another, as far as that is plain: a wildcard is covered by `*`
 * alone. Case doesn't count in actions.
 */
export function patternCovers(pattern: string, other: string): boolean {
  const source = pattern
    .split(/([*?])/)
    .map((piece) => (piece === '*' ? '.*' : piece === '?' ? '[^*]' : piece.replaceAll(/[$()+.[\\\]^{|}]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, 's').test(other);
}

/** Whether what a statement lists holds for all of a pattern: one of its items covers it. */
export function listCovers({ except, items }: Listed<PolicyText>, wanted: string): boolean {
  return !except && items.some((item) => patternCovers(marked(item).toLowerCase(), wanted.toLowerCase()));
}
