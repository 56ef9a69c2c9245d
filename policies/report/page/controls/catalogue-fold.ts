import type { AnswerStanding, ControlStanding, Status } from '../../controls-document';
import { fold, mark, type Standing, table } from '../elements';
import { type Html, html } from '../html';
import type { CatalogueLine, CatalogueStanding } from './catalogue-lines';
import { meansFor } from './means';

const STANDINGS: Readonly<Record<Status, Standing>> = {
  broken: 'bad',
  unknown: 'doubtful',
  accepted: 'doubtful',
  'not made': 'neutral',
  'not answered': 'neutral',
  holds: 'good',
};

/** The word for how a control stands. */
export function statusMark(status: Status): Html {
  return mark(STANDINGS[status], status);
}

/** What a rule found, its counts in words. */
function foundText({ held, violated = 0, unknown = 0, accepted = 0 }: Extract<AnswerStanding, { by: 'rule' | 'proof' }>): string {
  if (!held) return 'not held';
  const parts = [
    ...(violated === 0 ? [] : [`${String(violated)} violated`]),
    ...(unknown === 0 ? [] : [`${String(unknown)} unknown`]),
    ...(accepted === 0 ? [] : [`${String(accepted)} accepted`]),
  ];
  return parts.length === 0 ? 'held, nothing found' : `held, ${parts.join(', ')}`;
}

function evidenceOf(answer: AnswerStanding): Html {
  if (answer.by !== 'resource') return html`<li><code>${answer.rule}</code>: ${foundText(answer)}</li>`;
  return html`${answer.types.map(({ type, made }) => html`<li><code>${type}</code>: ${made ? 'made' : 'not made'}</li>`)}`;
}

function evidence(standings: readonly ControlStanding[]): Html {
  const parts = standings.flatMap(({ control, answers }) => [
    ...answers.map(evidenceOf),
    ...(control.open === undefined ? [] : [html`<li>open: ${control.open}</li>`]),
  ]);
  return html`<ul class="plain">${parts}</ul>`;
}

function row({ id, standings, status }: CatalogueLine): readonly Html[] {
  const controls = standings.map(({ control }) => control);
  return [
    html`${id}`,
    html`${controls.map(({ title }) => title).join('; ')}`,
    html`${meansFor(controls).join(', ')}`,
    evidence(standings),
    statusMark(status),
  ];
}

/** A catalogue, number by number. */
export function catalogueFold({ standard, title, lines, counts }: CatalogueStanding): Html {
  return fold({
    id: `controls-${standard}`,
    summary: html`${title} <span class="quiet">${counts.holds} of ${lines.length} hold</span>`,
    content: table({
      caption: `The controls of ${title}`,
      head: ['Number', 'Asks for', 'How', 'Evidence', 'Status'],
      rows: lines.map(row),
    }),
  });
}
