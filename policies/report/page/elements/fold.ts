import { type Html, html, type Part } from '../html';

/** Something that opens when it is asked for: by its summary, and by a link to anything in it. */
export interface Fold {
  /** @default - no link leads to it */
  readonly id?: string;
  readonly summary: Part;
  readonly content: Part;
  /** @default false */
  readonly isOpen?: boolean;
}

/** A part that is folded away. */
export function fold({ id, summary, content, isOpen = false }: Fold): Html {
  const attributes = [id === undefined ? '' : html` id="${id}"`, isOpen ? html` open` : ''];
  return html`<details${attributes}><summary>${summary}</summary>
<div class="fold">${content}</div></details>`;
}
