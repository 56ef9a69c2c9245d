import type { JudgedFinding } from '../../../packs/judged-finding';
import { placeText } from '../../text/place-text';
import { mark, table } from '../elements';
import { type Html, html, type Part } from '../html';
import type { Subject } from '../subject';

/** Undecided findings that are listed here; the chapter of findings has more. */
const MOST = 50;

function undecided({ review }: Subject): readonly JudgedFinding[] {
  const { findings, known, accepted } = review;
  return [...findings, ...known, ...accepted.map(({ finding }) => finding)].filter(({ verdict }) => verdict === 'unknown');
}

/** What can't be decided, and what isn't there to be looked at. */
export function unproven(subject: Subject): Html {
  const parts = subject.universe.stacks.flatMap(({ name, opaque = [] }) => opaque.map(({ why }) => [name, 'not looked at', why]));
  const open = undecided(subject);
  const rows: readonly (readonly Part[])[] = [
    ...parts,
    ...open.slice(0, MOST).map((finding) => [placeText(finding), finding.rule, finding.problem]),
  ];
  const more = open.length - MOST;
  return html`<h3>What isn’t proven</h3>
${
  rows.length === 0
    ? html`<p>${mark('good', 'nothing open')} Every rule that was held could decide. What no rule asks is told under <a href="#controls">Controls</a>.</p>`
    : table({ caption: 'Unknown is not yes: what the documents don’t tell', head: ['Where', 'What', 'Why'], rows })
}${more > 0 && html`<p>${more} more under <a href="#findings">Findings</a>.</p>`}`;
}
