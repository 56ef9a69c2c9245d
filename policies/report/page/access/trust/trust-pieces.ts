import type { Inquiry } from '../../../../iam/inquiry/inquiry';
import { fold } from '../../elements';
import { type Html, html } from '../../html';
import type { Places } from '../places';
import { trustedRoles } from './trust';
import { trustDrawing } from './trust-drawing';
import { type TrustRow, trustRows } from './trust-rows';
import { trustTable } from './trust-table';

/** More rows than these are drawn account by account. */
const ROWS = 40;
/** More drawings than these nobody looks at: the table has all. */
const DRAWINGS = 50;

/** Rows as drawings hold them: all in one, or those of each account apart. */
function drawn(rows: readonly TrustRow[], places: Places): readonly (readonly [title: string, rows: readonly TrustRow[]])[] {
  if (rows.length <= ROWS) return [['Who may assume which role', rows]];
  const byPlace = new Map<string, TrustRow[]>();
  for (const row of rows) {
    const ids = [...new Set(row.roles.map(({ accountId }) => accountId))];
    const [id] = ids;
    const place = ids.length > 1 ? 'several accounts' : id === undefined ? 'an account that is not told' : places.accountName(id);
    byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
  }
  return [...byPlace].flatMap(([place, own]) => {
    const parts = Array.from({ length: Math.ceil(own.length / ROWS) }, (_, at) => own.slice(at * ROWS, (at + 1) * ROWS));
    return parts.map((part, at) => {
      const number = parts.length === 1 ? '' : `, part ${String(at + 1)} of ${String(parts.length)}`;
      return [`Who may assume the roles of ${place}${number}`, part] as const;
    });
  });
}

/** Who may assume which role: as a drawing, and as a table. */
export function* trustPieces(inquiry: Inquiry, places: Places): Generator<Html> {
  const rows = trustRows([...trustedRoles(inquiry)], places);
  yield html`<h3>Who may assume which role</h3>`;
  if (rows.length === 0) {
    yield html`<p>The documents make no role.</p>`;
    return;
  }
  yield html`<p class="quiet">A full dot: may, whatever the request is. A hollow one: may if conditions hold, or what decides is not known.
Whom one statement names and another refuses has no dot. Roles of which only the accounts differ stand together.</p>`;
  const drawings = drawn(rows, places);
  const [first] = drawings;
  if (drawings.length === 1 && first !== undefined) yield trustDrawing(first[1], first[0], places);
  else {
    for (const [title, part] of drawings.slice(0, DRAWINGS)) {
      yield fold({ summary: title, content: trustDrawing(part, title, places) });
    }
  }
  if (drawings.length > DRAWINGS) {
    yield html`<p class="quiet">${DRAWINGS} of ${drawings.length} drawings are here; the table has all roles.</p>`;
  }
  yield fold({
    summary: html`Who may assume which role, in words`,
    content: trustTable(rows, places),
    isOpen: rows.length <= ROWS,
  });
}
