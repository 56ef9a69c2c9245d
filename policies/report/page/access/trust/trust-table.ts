import { calledOf } from '../../../../iam/inquiry/called';
import { mark, table } from '../../elements';
import { type Html, html, type Part } from '../../html';
import { nameList } from '../name-list';
import type { Places } from '../places';
import type { TrustRow } from './trust-rows';
import type { Trust } from './trust';
import { TRUSTED_KINDS } from './trusted';

/** The word for whether somebody may assume a role. */
function decisionMark({ decision, clauses, nouns, why, trusted }: Trust): Html {
  if (decision === 'denied') return mark('neutral', 'may not');
  const isAnyone = trusted.kind === 'anyone';
  if (decision === 'allowed') return mark(isAnyone ? 'bad' : 'neutral', 'may');
  if (why !== undefined || clauses.length === 0) return mark('doubtful', 'unknown');
  return mark(isAnyone ? (nouns.length === 0 ? 'bad' : 'doubtful') : 'neutral', 'may, if');
}

function trustedText({ trusted }: Trust, places: Places): Html {
  const { kind, text } = trusted;
  if (kind === 'account') return html`account ${places.accountName(text)}`;
  return kind === 'untold' || kind === 'anyone' || kind === 'assigned' ? html`${text}` : html`<code>${text}</code>`;
}

function* rowsOf(rows: readonly TrustRow[], places: Places): Generator<readonly Part[]> {
  for (const { roles, trusts } of rows) {
    const names = html`${nameList(roles.map(calledOf))}${
      roles.length > 1 && html`<p class="quiet">${roles.length} alike: the conditions are those of the first</p>`
    }`;
    if (trusts.length === 0) yield [names, html`<span class="quiet">nobody</span>`, '', '', ''];
    for (const trust of trusts) {
      yield [
        names,
        trustedText(trust, places),
        TRUSTED_KINDS[trust.trusted.kind],
        decisionMark(trust),
        html`<ul class="plain">${trust.clauses.map((clause) => html`<li>${clause}</li>`)}${
          trust.why !== undefined && html`<li>${trust.why}</li>`
        }</ul>`,
      ];
    }
  }
}

/** Who may assume which role, in words. */
export function trustTable(rows: readonly TrustRow[], places: Places): Html {
  return table({
    caption: 'Who may assume which role, and on which conditions',
    head: ['Role', 'Trusts', 'Sort', 'May', 'Conditions'],
    rows: rowsOf(rows, places),
  });
}
