import { counted } from '../../../../modules/core/text/counted';
import { fold, mark, table } from '../elements';
import { type Html, html, type Part } from '../html';
import type { AbilityRow, OperationRows } from './abilities';
import { nameList } from './name-list';

const ROOT = 'root user of ';
/** Whoever asks, as policies write it. */
const ANYONE = '*';

/** `anyone, 3 root users, 1 other`; undefined for nobody. */
function findCount(rows: readonly AbilityRow[]): string | undefined {
  const all = new Set(rows.flatMap((row) => row.who));
  const who = [...all].filter((name) => name !== ANYONE);
  const roots = who.filter((name) => name.startsWith(ROOT)).length;
  const parts = [
    ...(who.length === all.size ? [] : ['anyone']),
    ...(roots === 0 ? [] : [counted(roots, 'root user')]),
    ...(who.length === roots ? [] : [counted(who.length - roots, roots === 0 ? 'principal' : 'other')]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Titles go on from somebody's name; here they begin a line. */
function titleOf({ title }: OperationRows['operation']): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function summaryRow({ operation, asked, denied, subjects, allowed, unknown }: OperationRows): readonly Part[] {
  const title = titleOf(operation);
  if (asked === 0) return [title, html`<span class="quiet">nothing of the kind is in the documents</span>`, '', 0, 0];
  const name = html`<a href="#access-${operation.id}">${title}</a>`;
  const decisions = subjects.left === 0 ? asked : html`${asked} ${mark('doubtful', 'not all')}`;
  return [name, findCount(allowed) ?? mark('good', 'nobody'), findCount(unknown) ?? 'nobody', decisions, denied];
}

/** Every sensitive operation with how many can do it. */
export function operationsSummary(operations: readonly OperationRows[]): Html {
  return table({
    caption: 'Sensitive operations, and how many can do them',
    head: ['Operation', 'May', 'Perhaps may', 'Decisions', 'Denied'],
    rows: operations.map(summaryRow),
  });
}

function whoCell({ who }: AbilityRow): Html {
  if (who.includes(ANYONE)) return mark('bad', 'anyone');
  const isRoot = who.every((name) => name.startsWith(ROOT));
  if (!isRoot || who.length === 1) return nameList(who);
  return html`root users, each in their own account: ${nameList(who.map((name) => name.slice(ROOT.length)))}`;
}

function cells(row: AbilityRow, can: Html): readonly Part[] {
  const { who, actions, on, by, why } = row;
  const apart =
    who.length > 1 && !who.every((name) => name.startsWith(ROOT)) && html`<p class="quiet">each in their own account</p>`;
  return [
    html`${whoCell(row)}${apart}`,
    can,
    html`${nameList(actions)}`,
    nameList(on),
    html`${why} <span class="quiet">(${by})</span>`,
  ];
}

/** Who can do one sensitive operation. */
export function operationFold({ operation, asked, denied, subjects, allowed, unknown }: OperationRows): Html {
  const may = findCount(allowed);
  const perhaps = findCount(unknown);
  const who = [...(may === undefined ? [] : [may]), ...(perhaps === undefined ? [] : [`perhaps ${perhaps}`])];
  const rows = [
    ...allowed.map((row) => cells(row, mark('neutral', 'may'))),
    ...unknown.map((row) => cells(row, mark('doubtful', 'perhaps may'))),
  ];
  return fold({
    id: `access-${operation.id}`,
    summary: html`${titleOf(operation)} <span class="quiet">${who.length === 0 ? 'nobody' : who.join(', ')}</span>`,
    content: html`<p class="quiet">Asked: ${operation.actions.join(', ')}. ${counted(asked, 'decision')}, ${denied} of them denied.</p>
${
  subjects.left > 0 &&
  html`<p>${mark('doubtful', 'not all')} ${subjects.left} of ${subjects.of} that it could be done to are left out: <code>plinth access</code> asks about all.</p>`
}
${
  rows.length > 0 && table({ caption: `Who can ${operation.title}`, head: ['Who', 'Can', 'Actions', 'On', 'Decided by'], rows })
}`,
  });
}
