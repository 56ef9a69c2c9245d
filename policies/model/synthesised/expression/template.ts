/** Text as it will stand, and expressions between `${` and `}`. */
export type Piece = { readonly text: string } | { readonly expression: string };

/** Whether a string may hold anything but itself: what doesn't, is never taken apart. */
export function mayInterpolate(text: string): boolean {
  return text.includes('${') || text.includes('%{');
}

/** Where the string that begins at `start` with a quote ends: behind its closing quote. */
function endOfString(source: string, start: number): number | undefined {
  for (let at = start + 1; at < source.length; at++) {
    const letter = source[at];
    if (letter === '"') return at + 1;
    if (letter === '\\') at++;
    else if ((letter === '$' || letter === '%') && source[at + 1] === '{' && source[at - 1] !== letter) {
      const end = endOfBraces(source, at + 1);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
}

/** Where the brace at `start` is closed: behind its partner, strings in between skipped. */
function endOfBraces(source: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < source.length;) {
    const letter = source[at];
    if (letter === '"') {
      const end = endOfString(source, at);
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    at++;
    if (depth === 0) return at;
  }
  return undefined;
}

/**
 * Takes a template apart. `$${` and `%%{` are written for `${` and `%{`: of any number of dollars before a brace one is
 * the escape. Undefined where it isn't understood: directives (`%{if …}`), markers that strip spaces, braces never closed.
 */
export function findPieces(template: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let text = '';
  let at = 0;
  while (at < template.length) {
    const letter = template[at] ?? '';
    const opens = (letter === '$' || letter === '%') && template[at + 1] === '{';
    if (!opens) {
      const escapes = (letter === '$' || letter === '%') && template[at + 1] === letter && template[at + 2] === '{';
      text += escapes ? `${letter}{` : letter;
      at += escapes ? 3 : 1;
      continue;
    }
    const end = endOfBraces(template, at + 1);
    if (letter === '%' || end === undefined) return undefined;
    const expression = template.slice(at + 2, end - 1).trim();
    if (expression.startsWith('~') || expression.endsWith('~')) return undefined;
    if (text !== '') pieces.push({ text });
    pieces.push({ expression });
    text = '';
    at = end;
  }
  if (text !== '' || pieces.length === 0) pieces.push({ text });
  return pieces;
}
