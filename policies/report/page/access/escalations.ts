import { escalationText } from '../../../iam/escalation/escalation-text';
import type { Escalation } from '../../../iam/escalation/escalations';
import { fold, mark, table } from '../elements';
import { type Html, html, type Part } from '../html';

function decisionLines({ chain }: Escalation): Html {
  const lines = chain.flatMap(({ decisions }) =>
    decisions.map(({ step, decision }) => html`<li><code>${step.action}</code> ${decision.decision}: ${decision.why}</li>`),
  );
  return html`<ul class="plain">${lines}</ul>`;
}

function row(found: Escalation): readonly Part[] {
  return [
    html`<code>${found.actor.name}</code>`,
    found.actor.kind,
    found.certain ? mark('bad', 'comes by all rights') : mark('doubtful', 'perhaps comes by all rights'),
    html`${escalationText(found)}${fold({ summary: 'Decisions', content: decisionLines(found) })}`,
  ];
}

/** Who comes by more rights than were given, and how; or that nobody does. */
export function escalationsTable(escalations: readonly Escalation[], actors: number): Html {
  if (escalations.length === 0) {
    return html`<p>${mark('good', 'none')} Nobody of ${actors} users, roles and members of groups comes by all rights by a way that is known here.</p>`;
  }
  return table({
    caption: `Ways to all rights: ${String(escalations.length)} of ${String(actors)} users, roles and members of groups have or may have one`,
    head: ['Who', 'Kind', 'Verdict', 'How'],
    rows: escalations.map(row),
  });
}
