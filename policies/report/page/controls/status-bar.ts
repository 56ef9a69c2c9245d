import type { Html } from '../html';
import { html } from '../html';
import { BEST_FIRST, type CatalogueStanding } from './catalogue-lines';

/** @unit pixels */
const WIDTH = 160;

/** Counts as parts of a bar; the figures beside it say the same. */
export function statusBar({ title, lines, counts }: CatalogueStanding): Html {
  const said = BEST_FIRST.flatMap((status) => (counts[status] === 0 ? [] : [`${String(counts[status])} ${status}`])).join(', ');
  let from = 0;
  const parts = BEST_FIRST.flatMap((status) => {
    const width = (WIDTH * counts[status]) / Math.max(lines.length, 1);
    const x = from;
    from += width;
    if (width === 0) return [];
    return [html`<rect class="${status.replace(' ', '-')}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="12"/>`];
  });
  return html`<svg class="status-bar" role="img" width="${WIDTH}" height="12" viewBox="0 0 ${WIDTH} 12"><title>${title}: ${said}</title>${parts}</svg>`;
}
