import { counted } from '../../../modules/core/text/counted';
import type { Level } from '../../packs/pack';
import type { AcceptedFinding } from '../../suppressions/accept';
import { statedBy, type Suppression } from '../../suppressions/suppression';
import { countLevels } from '../findings-document';
import type { Review } from '../review';
import { paintFinding, type PaintLevel, plain } from './finding-text';
import { placeText } from './place-text';

/** Places of one suppression, and lines that are gone from a baseline: more than this is for programs. */
const MOST = 12;

/** `1 error, 3 warnings, 2 accepted`; a level without a finding goes unsaid, but that there is none. */
export function countsText({ findings, accepted, known }: Pick<Review, 'findings' | 'accepted' | 'known'>): string {
  const levels = (Object.entries(countLevels(findings)) as [Level, number][]).flatMap(([level, count]) =>
    count === 0 ? [] : [counted(count, level)],
  );
  return [
    ...(levels.length === 0 ? ['0 findings'] : levels),
    ...(accepted.length === 0 ? [] : [`${String(accepted.length)} accepted`]),
    ...(known.length === 0 ? [] : [`${String(known.length)} in the baseline`]),
  ].join(', ');
}

function cut(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST;
  return [...lines.slice(0, MOST), ...(more > 0 ? [`… ${String(more)} more, which JSON lists`] : [])];
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`);
}

/** What was accepted, by suppression: who says why and until when, and what it comes to. */
function acceptedText(accepted: readonly AcceptedFinding[]): readonly string[] {
  const bySuppression = new Map<string, { readonly suppression: Suppression; readonly places: string[] }>();
  for (const { finding, suppression } of accepted) {
    const { rule, reason, until } = suppression;
    const key = JSON.stringify([rule, reason, until, statedBy(suppression)]);
    const known = bySuppression.get(key) ?? { suppression, places: [] };
    bySuppression.set(key, known);
    known.places.push(placeText(finding));
  }
  return [...bySuppression.values()].flatMap(({ suppression, places }) => [
    `accepted ${suppression.rule}, until ${suppression.until}: ${suppression.reason}`,
    ...indented([`by       ${statedBy(suppression)}`, ...cut(places)], 4),
  ]);
}

/** Safe defaults that somebody gave up, with the reason. */
function optOutsText(optOuts: Review['optOuts']): readonly string[] {
  return optOuts.flatMap((optOut) => [
    `given up, ${optOut.what}: ${optOut.reason}`,
    ...indented([`by       ${statedBy(optOut)}`], 4),
  ]);
}

function goneText({ gone }: Review): readonly string[] {
  if (gone.length === 0) return [];
  const lines = gone.map(({ rule, address }) => `${rule} ${address}`.trimEnd());
  return [`gone from the baseline, which --write-baseline makes smaller:`, ...indented(cut(lines), 4)];
}

/** Every finding in full, what is accepted, and last the counts. */
export function renderReview(review: Review, paint: PaintLevel = plain): string {
  const { stacks, resources, rules, findings, accepted, optOuts } = review;
  const parts = [
    ...findings.map((finding) => paintFinding(finding, paint)),
    ...[acceptedText(accepted), optOutsText(optOuts), goneText(review)].flatMap((lines) =>
      lines.length === 0 ? [] : [lines.join('\n')],
    ),
    `${counted(rules, 'rule')} held against ${counted(resources, 'resource')} in ${counted(stacks, 'stack')}: ${countsText(review)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What a run that nothing fails has to tell besides: a line for each finding, what is accepted, and what is given up. */
export function renderNotices({ findings, accepted, optOuts }: Pick<Review, 'findings' | 'accepted' | 'optOuts'>): string {
  const told = findings.map((finding) => `${finding.level} ${finding.rule}  ${placeText(finding)}: ${finding.problem}`);
  const parts = [cut(told), acceptedText(accepted), optOutsText(optOuts)];
  return parts.flatMap((lines) => (lines.length === 0 ? [] : [`\n${lines.join('\n')}\n`])).join('');
}
