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
  // For each place in the pattern, and its end: whether the text read so far can have led there.
  let reached = Array.from({ length: pattern.length + 1 }, (_each, at) => at === 0);
  passStars(pattern, reached);
  for (const char of text) {
    const next = reached.map(() => false);
    pattern.forEach((place, at) => {
      if (reached[at] !== true) return;
      if ('wild' in place) next[place.wild === '*' ? at : at + 1] = true;
      else if (place.char === char) next[at + 1] = true;
    });
    passStars(pattern, next);
    if (!next.includes(true)) return false;
    reached = next;
  }
  return reached[pattern.length] === true;
}

/** A star may stand for nothing, so what is behind it is reached as well. */
function passStars(pattern: Pattern, reached: boolean[]): void {
  pattern.forEach((place, at) => {
    if (reached[at] === true && 'wild' in place && place.wild === '*') reached[at + 1] = true;
  });
}
