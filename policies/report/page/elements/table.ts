import { type Html, html, type Part } from '../html';

/** A table of a page. */
export interface Table {
  /** What it lists: read out before its cells, and its scrolling region's name. */
  readonly caption: string;
  readonly head: readonly string[];
  /** Rows of cells, as many as the head has. The first cell of each is the row's name. */
  readonly rows: Iterable<readonly Part[]>;
  /** Gives it a field that leaves only rows with a text in them: what the field is called. @default - it has none */
  readonly search?: string;
}

function row([first, ...cells]: readonly Part[]): Html {
  return html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
}

/** A table that scrolls in itself where it is wider than the page, by keyboard too. */
export function table({ caption, head, rows, search }: Table): Html {
  return html`<div class="table"${search === undefined ? '' : html` data-search="${search}"`} role="region" tabindex="0" aria-label="${caption}">
<table><caption>${caption}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${[...rows].map(row)}</tbody></table></div>`;
}
