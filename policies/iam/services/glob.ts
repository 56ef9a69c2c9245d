import type { PolicyText } from '../../model/policy/policy';
import { Template } from '../../model/term';

/** One place of a pattern: a character, any one character, or any run of them. `slash`: whether those may be slashes. */
export type Place = { readonly char: string } | { readonly any: 'one' | 'run'; readonly slash: boolean };

const RUN: Place = { any: 'run', slash: true };
const ONE: Place = { any: 'one', slash: true };

/** IAM's escapes for characters that would be wildcards. */
const ESCAPED: Readonly<Record<string, string>> = { '${*}': '*', '${?}': '?', '${$}': '$' };

/** What a text of a policy stands for: variables, and what only apply tells, may be any run of characters. */
export function globOf(text: PolicyText): readonly Place[] {
  const parts = text instanceof Template ? text.parts : [text];
  return parts.flatMap((part): readonly Place[] => {
    if (typeof part !== 'string') return [RUN];
    return [...part.matchAll(/\$\{[^}]*\}|[^]/g)].map(([piece]): Place => {
      const literal = ESCAPED[piece];
      if (literal !== undefined) return { char: literal };
      if (piece === '*' || piece.length > 1) return RUN;
      return piece === '?' ? ONE : { char: piece };
    });
  });
}

function isRun(place: Place | undefined): boolean {
  return place !== undefined && 'any' in place && place.any === 'run';
}

/** Whether one character may stand for both. */
function agree(a: Place, b: Place): boolean {
  if ('char' in a) return 'char' in b ? a.char === b.char : b.slash || a.char !== '/';
  return 'char' in b ? a.slash || b.char !== '/' : true;
}

/** Whether some text is like both patterns. Row by row of the table of pairs of places, so that it is linear in both. */
export function globsMeet(a: readonly Place[], b: readonly Place[]): boolean {
  // reach[j]: the first i places of a and the first j of b can stand for one text.
  let reach: boolean[] = [true];
  for (let j = 1; j <= b.length; j++) reach[j] = reach[j - 1] === true && isRun(b[j - 1]);
  for (let i = 1; i <= a.length; i++) {
    const x = a[i - 1];
    const next: boolean[] = [reach[0] === true && isRun(x)];
    for (let j = 1; j <= b.length; j++) {
      const y = b[j - 1];
      const skipA = isRun(x) && reach[j] === true;
      const skipB = isRun(y) && next[j - 1] === true;
      const together = x !== undefined && y !== undefined && agree(x, y);
      const step = together && (reach[j - 1] === true || (isRun(x) && next[j - 1] === true) || (isRun(y) && reach[j] === true));
      next[j] = skipA || skipB || step;
    }
    reach = next;
  }
  return reach[b.length] === true;
}
