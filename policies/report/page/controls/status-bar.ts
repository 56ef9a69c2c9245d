import type { Html } from '../html';
import { html } from '../html';
import { type CatalogueStanding, STATUSES } from './catalogue-lines';

/** @unit pixels */
const WIDTH = 160;
/** From what holds to what is broken. */
const FROM_BEST = [...STATUSES].reverse();

/** Counts as parts of a bar; the figures beside it say the same. */
export function statusBar({ title, lines, counts }: CatalogueStanding): Html {
  const said = FROM_BEST.flatMap((status) => (counts[status] === 0 ? [] : [`${String(counts[status])} ${status}`])).join(', ');
  let from = 0;
  const parts = FROM_BEST.flatMap((status) => {
    const width = (WIDTH * counts[status]) / Math.max(lines.length, 1);
    const x = from;
    from += width;
    if (width === 0) return [];
    return [html`<rect class="${status.replace(' ', '-')}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="12"/>`];
  });
  return html`<svg class="status-bar" role="img" width="${WIDTH}" height="12" viewBox="0 0 ${WIDTH} 12"><title>${title}: ${said}</title>${parts}</svg>`;
}
