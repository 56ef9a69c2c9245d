/** How a text is written. drawings.css gives each tone its font. */
export type Tone = 'title' | 'strong' | 'plain' | 'quiet' | 'code';

/** Every text of a picture has this size. */
const SIZE = 12;
/** DejaVu Sans Mono is the widest of the usual fonts. */
const MONOSPACE = 0.62;
const BOLD = 1.15;

/**
 * No font is asked how wide it is: these are the widest of DejaVu Sans and Verdana, the widest that browsers take for
 * `system-ui`, in parts of the size.
 */
const WIDTHS: readonly { readonly of: RegExp; readonly width: number }[] = [
  { of: /[ijlI.,:;'|!()[\]/ftr\- ]/, width: 0.46 },
  { of: /[mwMW@%…—]/, width: 1.08 },
  { of: /[A-Z<>=+~^#&]/, width: 0.87 },
  { of: /[ -~·]/, width: 0.67 },
  // What nobody sees is written out by the page, by up to ten characters: `\u{10ffff}`.
  { of: /[\p{C}\u2028\u2029]/u, width: 10 * 0.67 },
  { of: /[\u00A0-\u024F]/, width: 1.1 },
  { of: /[^\u{10000}-\u{10FFFF}]/u, width: 1.25 },
];
/** Emoji among them. */
const WIDEST = 2;

function boundOf(character: string): number {
  return WIDTHS.find(({ of }) => of.test(character))?.width ?? WIDEST;
}

/** What nearly all texts are made of, looked up once. */
const ASCII = Array.from({ length: 128 }, (_, code) => boundOf(String.fromCharCode(code)));

function widthOf(character: string): number {
  return ASCII[character.codePointAt(0) ?? 0] ?? boundOf(character);
}

/** No less than what a text takes when it is drawn. */
export function textWidth(text: string, tone: Tone): number {
  let width = 0;
  for (const character of text) {
    const bound = widthOf(character);
    width += tone === 'code' && bound <= 1.08 ? MONOSPACE : bound;
  }
  return width * SIZE * (tone === 'title' || tone === 'strong' ? BOLD : 1);
}

/** Whether a text has characters whose width no table tells for sure: such a text is drawn as wide as it is taken to be. */
export function isUncertain(text: string): boolean {
  return /[^ -~\u00A0-\u024F…—·]/.test(text);
}

/** Marks over and under letters, no more than any language needs: a pile of them would reach into the next line. */
function withoutPiles(text: string): string {
  return text.replace(/(\p{M}{2})\p{M}+/gu, '$1');
}

/** A text no wider than that: its end is left out where it has to be. */
export function shortened(written: string, tone: Tone, width: number): string {
  const text = withoutPiles(written);
  if (textWidth(text, tone) <= width) return text;
  const room = width - textWidth('…', tone);
  let kept = '';
  let taken = 0;
  for (const character of text) {
    taken += textWidth(character, tone);
    if (taken > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
