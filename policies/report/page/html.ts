/** What may stand in a template: text is escaped, HTML isn't, and `undefined` and `false` are nothing. */
export type Part = string | number | Html | undefined | false | readonly Part[];

/** A piece of a page. Only `html` makes one, so whatever it was made of is escaped. */
export class Html {
  private constructor(readonly text: string) {}

  /** The tag of templates: `html\`<td title="${why}">${name}</td>\``. Values stand in text or in attributes with double quotes. */
  static of(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
    let text = strings[0] ?? '';
    for (const [place, part] of parts.entries()) text += textOf(part) + (strings[place + 1] ?? '');
    return new Html(text);
  }

  toString(): string {
    return this.text;
  }
}

/** Makes a piece of a page of a template. */
export const html = Html.of.bind(Html);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What no page may hold, what nobody sees, and what shows a text in another order than it has: a name could seem to be another. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200B\u2060-\u2064\uFEFF]/gu;

function shown(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Most texts: nothing in them needs another look, and the classes of UNSEEN take their time. */
const PLAIN = /^[\w\t\n\r !#$%()*+,./:;=?@[\]^`{|}~-]*$/;

/** A text as it may stand in a page, in attributes too. Characters that nobody sees are written out. */
export function escape(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNSEEN, shown).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escape(String(part));
}
