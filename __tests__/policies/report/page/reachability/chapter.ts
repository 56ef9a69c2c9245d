import { structure, type Universe } from '../../../../../policies';
import { reachability } from '../../../../../policies/report/page/reachability/reachability';
import { review } from '../../../../../policies/report/review';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What readers see of a piece of a page. */
export function textOf(piece: string): string {
  return piece
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The chapter on a universe, as it stands in a page. */
export class Chapter {
  readonly html: string;

  constructor(universe: Universe) {
    const today = '2026-11-29';
    const subject = { title: 'acme', today, universe, review: review(universe, structure, { today }) };
    this.html = [...reachability.content(subject)].map(({ text }) => `${text}\n`).join('');
  }

  /** Headings of the third level. */
  headings(): string[] {
    return [...this.html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, text = '']) => textOf(text));
  }

  /** The cell of a matrix: counted from 0, as headings name them. */
  cell(from: string, to: string, matrix = 0): string {
    const table = this.html.split('<div class="matrix">')[matrix + 1] ?? '';
    const columns = [
      ...table
        .split('</thead>', 1)
        .join('')
        .matchAll(/<th scope="col">(.*?)<\/th>/g),
    ].map(([, name = '']) => textOf(name));
    const rows = (table.split('</table>', 1)[0] ?? '').split('<tr>').map((row) => row.split(/<t[dh][^>]*>/).slice(1));
    const row = rows.find(([name = '']) => textOf(name) === from);
    const found = row?.[columns.indexOf(to)];
    if (found === undefined) throw new Error(`no cell ${from} → ${to} in ${String(rows.length)} rows of ${columns.join(', ')}`);
    return found;
  }

  /** What a cell leads to: the summary and the content of a fold. */
  explanation(from: string, to: string, matrix = 0): string {
    const id = /href="#([^"]+)"/.exec(this.cell(from, to, matrix))?.[1] ?? 'none';
    const fold = this.html.split(`<details id="${id}">`)[1];
    if (fold === undefined) throw new Error(`no fold ${id}`);
    return textOf(fold.split('</details>', 1).join(''));
  }
}
