import { statedBy, type Suppression } from '../../../suppressions/suppression';
import { table } from '../elements';
import { type Html, html } from '../html';
import type { Subject } from '../subject';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Both are calendar days, so the difference is whole days. */
function daysBetween(today: string, until: string): number {
  return (Date.parse(until) - Date.parse(today)) / DAY_MS;
}

/** Suppressions that are of use, each once with how many findings it accepts. */
function counted({ review }: Subject): readonly (readonly [Suppression, number])[] {
  const known = new Map<string, readonly [Suppression, number]>();
  for (const { suppression } of review.accepted) {
    const { rule, scope, reason, until } = suppression;
    const key = JSON.stringify([rule, scope, reason, until, statedBy(suppression)]);
    known.set(key, [suppression, (known.get(key)?.[1] ?? 0) + 1]);
  }
  return [...known.values()].sort(([one], [other]) => (one.until < other.until ? -1 : one.until > other.until ? 1 : 0));
}

function accepted(subject: Subject): Html {
  const rows = counted(subject).map(([suppression, count]) => {
    const { rule, scope, reason, until } = suppression;
    return [
      rule,
      html`<code>${scope}</code>`,
      String(count),
      reason,
      `${until} (${String(daysBetween(subject.today, until))} days)`,
      statedBy(suppression),
    ];
  });
  if (rows.length === 0) return html`<p>No finding is accepted.</p>`;
  return table({
    caption: 'Accepted findings, what ends first at the top',
    head: ['Rule', 'Scope', 'Findings', 'Reason', 'Until', 'Stated by'],
    rows,
  });
}

/** What somebody accepted, and which safe defaults were given up. */
export function acceptances(subject: Subject): Html {
  const { optOuts } = subject.review;
  const rows = optOuts.map((optOut) => [optOut.what, optOut.reason, statedBy(optOut)]);
  return html`<h3>What is accepted</h3>
${accepted(subject)}${
    rows.length > 0 && table({ caption: 'Safe defaults that are given up', head: ['What', 'Reason', 'Stated by'], rows })
  }`;
}
