import { type Html, html } from '../../html';
import type { Places } from '../places';
import { labelOf, type TrustRow } from './trust-rows';
import { TRUSTED_KINDS, type TrustedKind } from './trusted';

/** @unit pixels */
const TOP = 30;
const ROW = 42;
const CHARACTER = 7.2;
const LANE = 14;
const MARGIN = 12;
/** Labels are cut above this; their titles and the table have them whole. @unit characters */
const LONGEST = 64;
const OWN = '<account>';

/** One who is trusted, with a lane of their own. */
interface Node {
  readonly kind: TrustedKind;
  readonly text: string;
  readonly y: number;
  readonly lane: number;
}

function label(text: string): string {
  const letters = [...text];
  if (letters.length <= LONGEST) return text;
  return `${letters.slice(0, LONGEST / 2).join('')}…${letters.slice(1 - LONGEST / 2).join('')}`;
}

function widthOf(text: string): number {
  return Math.ceil([...text].length * CHARACTER);
}

/** A text of a certain width, whatever letters a reader's machine has. */
function letters(text: string, x: number, y: number, className: string, title = text): Html | undefined {
  if (text === '') return undefined;
  return html`<text class="${className}" x="${x}" y="${y}" textLength="${widthOf(text)}" lengthAdjust="spacingAndGlyphs"><title>${title}</title>${text}</text>`;
}

/** What a node is called: providers by their names, since each role has those of its own account. */
function nameOf(kind: TrustedKind, text: string, places: Places): string {
  if (kind === 'account') return text === OWN ? 'its own account' : `account ${places.accountName(text)}`;
  if (kind === 'web' || kind === 'saml') return text.replace(/^arn:.*:(?:oidc|saml)-provider\//, '');
  if (text.startsWith(OWN)) return `${text.slice(text.indexOf(':') + 1)} of its own account`;
  const [, account, name] = /^arn:[^:]*:(?:iam|sts)::([^:]*):(.+)$/.exec(text) ?? [];
  if (kind !== 'identity' || account === undefined || name === undefined) return text;
  return `${name} of ${account === OWN ? 'its own account' : account}`;
}

function nodesOf(rows: readonly TrustRow[]): ReadonlyMap<string, Node> {
  const order = Object.keys(TRUSTED_KINDS);
  const found = new Map<string, readonly [kind: TrustedKind, text: string]>();
  for (const { node } of rows.flatMap(({ trusts }) => trusts)) {
    if (!found.has(node)) found.set(node, JSON.parse(node) as [TrustedKind, string]);
  }
  const sorted = [...found].sort(([, [a]], [, [b]]) => order.indexOf(a) - order.indexOf(b));
  return new Map(
    sorted.map(([node, [kind, text]], at) => [node, { kind, text, y: TOP + at * ROW + 12, lane: sorted.length - 1 - at }]),
  );
}

/** What stands below a role's name: where it is, and what the conditions ask for. */
function placeLine({ roles, trusts }: TrustRow, places: Places): string {
  const ids = [...new Set(roles.map(({ accountId }) => accountId))];
  const [id] = ids;
  const where = ids.length > 1 ? `in ${String(ids.length)} accounts` : id === undefined ? '' : `in ${places.accountName(id)}`;
  const nouns = [...new Set(trusts.flatMap((trust) => trust.nouns))];
  const asked = nouns.length === 0 ? '' : `asks for ${nouns.join(', ')}`;
  return [where, asked].filter((part) => part !== '').join('; ');
}

function roleLine({ roles }: TrustRow): string {
  const [first] = roles;
  const name = first === undefined ? '' : labelOf(first);
  return roles.length === 1 ? name : `${name} (${String(roles.length)} alike)`;
}

/** The lanes, an arrow to each role from the first lane that leads to it, and a dot where a lane meets it. */
function lines(rows: readonly TrustRow[], nodes: ReadonlyMap<string, Node>, left: number, right: number): Html {
  const ends = new Map<string, number[]>();
  const arrows: Html[] = [];
  const dots: Html[] = [];
  for (const [at, { trusts }] of rows.entries()) {
    const y = TOP + at * ROW + 26;
    const open = trusts.filter(({ decision }) => decision !== 'denied');
    const xs = [...new Set(open.map((trust) => trust.node))].map((node) => {
      const x = left + ((nodes.get(node)?.lane ?? 0) + 1) * LANE;
      const isSure = open.some((trust) => trust.node === node && trust.decision === 'allowed');
      ends.set(node, [...(ends.get(node) ?? []), y]);
      dots.push(html`<circle class="${isSure ? 'sure' : 'asked'}" cx="${x}" cy="${y}" r="3.5"/>`);
      return x;
    });
    if (xs.length > 0) arrows.push(html`<path d="M${Math.min(...xs)} ${y}H${right - 2}m-7 -4l7 4l-7 4"/>`);
  }
  const lanes = [...ends].flatMap(([key, ys]) => {
    const node = nodes.get(key);
    if (node === undefined) return [];
    const x = left + (node.lane + 1) * LANE;
    return [html`<path d="M${left} ${node.y}H${x}M${x} ${Math.min(node.y, ...ys)}V${Math.max(node.y, ...ys)}"/>`];
  });
  return html`<g class="trust-lines">${lanes}${arrows}${dots}</g>`;
}

/** Roles at the right, whom they trust at the left, a lane for each of these between: no line crosses a label. */
export function trustDrawing(rows: readonly TrustRow[], title: string, places: Places): Html {
  const nodes = nodesOf(rows);
  const named = [...nodes.values()].map((node) => ({ node, name: nameOf(node.kind, node.text, places) }));
  const told = rows.map((row) => ({ role: roleLine(row), place: placeLine(row, places) }));
  const column = Math.max(170, ...named.map(({ name }) => widthOf(label(name))));
  const left = MARGIN + column + 8;
  const right = left + (nodes.size + 1) * LANE + 16;
  const width =
    right + Math.max(60, ...told.flatMap(({ role, place }) => [widthOf(label(role)), widthOf(label(place))])) + MARGIN;
  const height = TOP + Math.max(nodes.size, rows.length) * ROW + MARGIN;
  return html`<div class="drawing" role="region" tabindex="0" aria-label="${title}">
<svg class="trust" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${title}; the table below says the same in words</title>
${letters('who is trusted', MARGIN, 16, 'quiet')}${letters('role', right + 4, 16, 'quiet')}
${named.map(({ node, name }) => html`${letters(label(name), MARGIN, node.y + 4, 'label', node.text)}${letters(TRUSTED_KINDS[node.kind], MARGIN, node.y + 18, 'quiet')}`)}
${lines(rows, nodes, left, right)}
${told.map(({ role, place }, at) => html`${letters(label(role), right + 4, TOP + at * ROW + 22, 'label', role)}${letters(label(place), right + 4, TOP + at * ROW + 36, 'quiet', place)}`)}
</svg></div>`;
}
