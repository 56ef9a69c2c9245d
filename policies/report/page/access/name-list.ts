import { fold } from '../elements';
import { type Html, html } from '../html';

/** More than these are folded away. */
const SHOWN = 3;

function lines(names: readonly string[]): Html {
  return html`<ul class="plain">${names.map((name) => html`<li><code>${name}</code></li>`)}</ul>`;
}

/** Names in a cell: the first few, and the others where somebody asks for them. */
export function nameList(names: readonly string[]): Html {
  if (names.length <= SHOWN + 1) return lines(names);
  const rest = names.slice(SHOWN);
  return html`${lines(names.slice(0, SHOWN))}${fold({ summary: `and ${String(rest.length)} more`, content: lines(rest) })}`;
}
