import { aboutOf, chaptersOf, type Difference, type Group, headline } from '../../../difference';
import { fold, mark, type Standing } from '../elements';
import { type Html, html } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';

/** Groups of one rank that are shown one by one. */
const MOST = 200;

const STANDINGS: Readonly<Record<string, Standing>> = {
  replaced: 'bad',
  removed: 'bad',
  unknown: 'doubtful',
  changed: 'doubtful',
  added: 'good',
};

function groupItem(group: Group): Html {
  const { action } = group;
  const told = html`${mark(STANDINGS[action] ?? 'neutral', action)} <code>${aboutOf(group)}</code>`;
  if (group.details.length === 0) return html`<li>${told}</li>`;
  return html`<li>${told}<ul>${group.details.map((detail) => html`<li><code>${detail}</code></li>`)}</ul></li>`;
}

function* ranks(difference: Difference): Generator<Html> {
  for (const { rank, title, groups } of chaptersOf(difference)) {
    const more = groups.length - MOST;
    yield fold({
      summary: html`${title} <span class="quiet">${groups.reduce((sum, group) => sum + group.changes.length, 0)}</span>`,
      content: [
        html`<ul class="changes">${groups.slice(0, MOST).map(groupItem)}</ul>`,
        more > 0 && html`<p>${more} more kinds of changes: <code>plinth diff</code> tells all of them.</p>`,
      ],
      isOpen: rank !== 'rest',
    });
  }
}

function* content({ before }: Subject): Generator<Html> {
  if (before === undefined) return;
  if ('why' in before) {
    yield html`<p>Compared with ${before.name}: ${mark('doubtful', 'not told')} ${before.why}</p>`;
    return;
  }
  const { name, difference } = before;
  yield html`<p>Compared with ${name}. ${headline(difference)}</p>`;
  yield* ranks(difference);
  if (difference.doubts.length > 0) {
    yield html`<h3>What isn’t known</h3>
<ul>${difference.doubts.map(({ stack, why }) => html`<li>${mark('doubtful', 'unknown')} ${stack}: ${why}</li>`)}</ul>`;
  }
}

/** What differs from what was there before. */
export const changes: Section = {
  id: 'changes',
  title: 'Changes',
  lead: 'What changed: what is lost first, then what guards, then everything else.',
  content,
};
