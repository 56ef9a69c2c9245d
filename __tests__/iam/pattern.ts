/** One place of a pattern: a character that must be there, or a wildcard. */
export type Place = { readonly char: string } | { readonly wild: '*' | '?' };

/** A text with wildcards. `undefined` in its stead: a variable had no value, and nothing is like it. */
export type Pattern = readonly Place[];

/** A text in which `*` and `?` are wildcards. */
export function wildcards(text: string): Pattern {
  return [...text].map((char) => (char === '*' || char === '?' ? { wild: char } : { char }));
}

/** A text in which every character stands for itself. */
export function literal(text: string): Pattern {
  return [...text].map((char) => ({ char }));
}

/** Whether the whole text is like the pattern: `*` is any run of characters, the empty one too, and `?` exactly one. */
export function isLike(pattern: Pattern, text: string): boolean {
  // The set of places in the pattern that the text read so far can have led to.
  let reached = behindStars(pattern, new Set([0]));
  for (const char of text) {
    const next = new Set<number>();
    for (const at of reached) {
      const place = pattern[at];
      if (place === undefined) continue;
      if ('wild' in place) next.add(place.wild === '*' ? at : at + 1);
      else if (place.char === char) next.add(at + 1);
    }
    reached = behindStars(pattern, next);
  }
  return reached.has(pattern.length);
}

/** A star may stand for nothing, so what is behind it is reached as well. */
function behindStars(pattern: Pattern, reached: ReadonlySet<number>): Set<number> {
  const all = new Set(reached);
  for (const at of all) {
    const place = pattern[at];
    if (place !== undefined && 'wild' in place && place.wild === '*') all.add(at + 1);
  }
  return all;
}
