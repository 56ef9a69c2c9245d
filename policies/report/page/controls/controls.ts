import { controlStandings, type Status } from '../../controls-document';
import { fold, table } from '../elements';
import { type Html, html } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { catalogueFold, statusMark } from './catalogue-fold';
import { BEST_FIRST, type CatalogueStanding, catalogueStandings } from './catalogue-lines';
import { MEANS } from './means';
import { statusBar } from './status-bar';

/** What the words for states mean. */
const MEANINGS = {
  holds:
    'nothing in the documents breaks it: its rules were held and found nothing, or what it asks for is made. That an account is so only the account shows.',
  broken: 'a rule found a violation that stands.',
  unknown: 'a rule cannot tell.',
  accepted: 'what was found is accepted, or was there before.',
  'not made': 'it asks for resources of which there are none.',
  'not answered': 'nothing here answers it, or the rules that do were not all held.',
} as const satisfies Readonly<Record<Status, string>>;

function summary(standings: readonly CatalogueStanding[]): Html {
  return table({
    caption: 'How each catalogue stands',
    head: ['Catalogue', 'At a glance', ...BEST_FIRST, 'of'],
    rows: standings.map((standing) => [
      html`<a href="#controls-${standing.standard}">${standing.title}</a>`,
      statusBar(standing),
      ...BEST_FIRST.map((status) => standing.counts[status]),
      standing.lines.length,
    ]),
  });
}

function words(entries: readonly (readonly [word: Html, meaning: string])[]): Html {
  return html`<dl class="words">${entries.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`;
}

function* content({ universe, review }: Subject): Generator<Html> {
  const standings = catalogueStandings(controlStandings(universe, review));
  yield summary(standings);
  yield words(BEST_FIRST.map((status) => [statusMark(status), MEANINGS[status]]));
  yield html`<h3>Control by control</h3>
${fold({ summary: 'What the words for how mean', content: words(Object.entries(MEANS).map(([means, meaning]) => [html`${means}`, meaning])) })}
<div data-search="Search controls, rules, resource types">`;
  for (const standing of standings) yield catalogueFold(standing);
  yield html`</div>`;
}

/** How what was judged stands against the catalogues of CIS and AWS. */
export const controls: Section = {
  id: 'controls',
  title: 'Controls',
  lead: 'How it stands against CIS and AWS: which controls hold, by what, and which nobody here answers.',
  content,
};
