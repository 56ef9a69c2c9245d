import { positionText } from '../../../../modules/core/text/position-text';
import type { JudgedFinding } from '../../../packs/judged-finding';
import type { Level } from '../../../packs/pack';
import { placeText } from '../../text/place-text';
import { fold, mark, type Standing, table } from '../elements';
import { type Html, html, type Part } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';

/** Places of one rule that are listed. */
const MOST = 200;

const STANDINGS: Readonly<Record<Level, Standing>> = { error: 'bad', warning: 'doubtful', note: 'neutral' };

function written({ position, constructPath, stated }: JudgedFinding): Part {
  return [
    stated !== undefined && html`<br>${stated}`,
    position !== undefined && html`<br><span class="quiet">${positionText(position)}</span>`,
    constructPath !== undefined && html`<br><span class="quiet">made by ${constructPath}</span>`,
  ];
}

function findingRow(finding: JudgedFinding): readonly Part[] {
  const { verdict, problem, witness, fix } = finding;
  return [
    [html`<code>${placeText(finding)}</code>`, written(finding)],
    [
      verdict === 'unknown' && [mark('doubtful', 'unknown'), ' '],
      problem,
      witness !== undefined && html`<br><span class="quiet">witness: <code>${witness}</code></span>`,
    ],
    fix,
  ];
}

function ruleFold(rule: string, summary: string | undefined, found: readonly JudgedFinding[]): Html {
  const level = found[0]?.level ?? 'note';
  const more = found.length - MOST;
  return fold({
    summary: html`${mark(STANDINGS[level], level)} ${rule} <span class="quiet">${found.length}</span>`,
    content: [
      summary !== undefined && html`<p>${summary}</p>`,
      table({
        caption: `Findings of ${rule}`,
        head: ['Place', 'Problem', 'Fix'],
        rows: found.slice(0, MOST).map(findingRow),
      }),
      more > 0 && html`<p>${more} more: <code>findings.json</code> and <code>plinth check</code> list all of them.</p>`,
    ],
    isOpen: level === 'error',
  });
}

function* content({ review }: Subject): Generator<Html> {
  const { pack, rules, findings } = review;
  if (findings.length === 0) {
    yield html`<p>${mark('good', 'no findings')} ${rules} rules of the pack ${pack.id} were held against the Terraform.</p>`;
    return;
  }
  const summaries = new Map(pack.entries.map(({ rule }) => [rule.id, rule.summary]));
  const byRule = new Map<string, JudgedFinding[]>();
  for (const level of ['error', 'warning', 'note'] as const) {
    for (const finding of findings) {
      if (finding.level !== level) continue;
      const key = `${level} ${finding.rule}`;
      const found = byRule.get(key);
      if (found === undefined) byRule.set(key, [finding]);
      else found.push(finding);
    }
  }
  yield html`<p>${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} of ${rules} rules in the pack ${pack.id}.</p>`;
  for (const found of byRule.values()) {
    const rule = found[0]?.rule ?? '';
    yield ruleFold(rule, summaries.get(rule), found);
  }
}

/** What the rules found. */
export const findings: Section = {
  id: 'findings',
  title: 'Findings',
  lead: 'What a rule or proof is broken by, or can’t decide, and what mends it.',
  content,
};
