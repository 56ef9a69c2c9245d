/** An element as it stands in the document: large documents are written element by element. */
export class Written {
  constructor(readonly lines: string) {}
}

/** An element with its attributes; content is text or elements. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** @default - nothing */
  readonly content?: string | readonly (Element | Written)[];
}

/**
 * What XML can't hold in any spelling, lone halves of surrogates included.
 * @source W3C, Extensible Markup Language (XML) 1.0, production 2, Char
 */
const UNSPEAKABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function sayable(text: string): string {
  return text.replace(UNSPEAKABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

function escape(text: string): string {
  return sayable(text).replace(/[&<>"]/g, (character) => MARKUP[character] ?? character);
}

/** Ends of lines and tabs would become spaces in an attribute, and a carriage return an end of line in text. */
function escapeAttribute(text: string): string {
  return escape(text).replace(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

function linesOf({ name, attributes, content }: Element, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  const start = `${indent}<${name}${written.join('')}`;
  if (content === undefined || content.length === 0) return `${start}/>\n`;
  if (typeof content === 'string') return `${start}>${escape(content).replaceAll('\r', '&#13;')}</${name}>\n`;
  return `${start}>\n${content.map((inner) => innerLines(inner, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

function innerLines(inner: Element | Written, indent: string): string {
  return inner instanceof Written ? inner.lines : linesOf(inner, indent);
}

/** Writes a child of the document's root. */
export function writeChild(element: Element): Written {
  return new Written(linesOf(element, '  '));
}

/** A document, well-formed whatever its texts hold. */
export function renderXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '')}`;
}
