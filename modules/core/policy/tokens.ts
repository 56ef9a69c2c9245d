/**
 * A value that only Terraform will know, as cdktf writes it into texts. Core knows the form and not the library: policies
 * are put together here, and their ARNs come from resources.
 */
const SCALAR_TOKEN = /\$\{TfToken\[[^\]]*\]\}/g;
/** One that stands for a list or a map: in the place of a text it comes out as nonsense. */
const OTHER_TOKEN = /[#&]\{TfToken\[/;

/** Whether a text holds a value that only Terraform will know. */
export function hasToken(text: string): boolean {
  return text.search(SCALAR_TOKEN) >= 0;
}

/** Whether a text holds a list or map that only Terraform will know. */
export function hasListToken(text: string): boolean {
  return OTHER_TOKEN.test(text);
}

/** A text without its tokens, and how many there were. */
export function withoutTokens(text: string): { readonly text: string; readonly tokens: number } {
  return { text: text.replaceAll(SCALAR_TOKEN, ''), tokens: text.match(SCALAR_TOKEN)?.length ?? 0 };
}

/** Escapes what Terraform would read as its own, `${` and `%{`; tokens stay, since they are meant to be read. */
export function escapeTemplates(text: string): string {
  // A function, since a replacement text would read $$ as one dollar.
  return text.replaceAll(/\$\{(?!TfToken\[)|%\{/g, (start) => `${start.slice(0, 1)}${start}`);
}
