import { styleText } from 'node:util';

import type { Decision } from '../../policies/iam/decision';
import type { Voice } from '../../policies/iam/gather';
import { findAwsVersion } from '../../policies/model/identity/managed/aws-policy';
import { openText } from '../../policies/model/policy/policy-json';
import { harmless } from '../terminal/harmless';
import type { Expectation } from './expectation';
import type { Question } from './request';

const COLOURS = { '✓': 'green', '✗': 'red', '?': 'yellow', '·': 'gray' } as const;
type Mark = keyof typeof COLOURS;

const MARKS: Readonly<Record<Decision['decision'], Mark>> = { allowed: '✓', denied: '✗', unknown: '?' };
const MAY: Readonly<Record<Decision['decision'], string>> = { allowed: 'may', denied: 'may not', unknown: 'may or may not' };
const SAYS: Readonly<Record<Voice['says'], Mark>> = { allows: '✓', denies: '✗', unknown: '?', nothing: '·' };
const PLACES: Readonly<Record<Voice['place'], string>> = {
  identity: 'policy of the caller',
  boundary: 'boundary',
  session: 'session policy',
  resource: 'policy of the resource',
  endpoint: 'endpoint policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
};
/** More doubts than these help nobody. */
const MOST_DOUBTS = 12;

/** What an answer is shown with. */
export interface Shown {
  readonly question: Question;
  readonly decision: Decision;
  readonly voices: readonly Voice[];
  /** What may add to the policies and isn't told. */
  readonly doubts: readonly string[];
  /** @default - nothing was expected */
  readonly expectation?: Expectation;
  readonly colours: boolean;
}

/** Takes the name of the only stack away. */
function shortened([only, ...others]: readonly string[]): (text: string) => string {
  if (only === undefined || others.length > 0) return harmless;
  const before = new RegExp(`(?<![\\w.-])${only.replace(/\W/g, '\\$&')}:(?=[a-z])`, 'g');
  return (text) => harmless(text.replace(before, ''));
}

function statementText({ statement, says, why }: Voice): string {
  if (says === 'nothing') return 'says nothing of it';
  const number = statement?.index === undefined ? '' : `, statement ${String(statement.index + 1)}`;
  const sid = statement?.sid === undefined ? '' : ` (Sid "${statement.sid}")`;
  return says === 'unknown' ? `isn't known${number}${sid}: ${why ?? ''}` : `${says} it${number}${sid}`;
}

/** Policies in columns: what they are asked for, their names, where they stand, and what they say. */
function voiceLines(voices: readonly Voice[], say: (text: string) => string, paint: (mark: Mark) => string): readonly string[] {
  const rows = voices.map((voice) => {
    const { name, key } = voice.policy;
    const version = key === undefined ? findAwsVersion(name) : undefined;
    return [
      PLACES[voice.place],
      version === undefined ? name : `${name} (${version})`,
      key === undefined ? '' : say(key),
      say(statementText(voice)),
    ].map(say);
  });
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row, at) => {
    // A column that nobody fills takes no room.
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).filter((_, column) => widths[column] !== 0);
    return `  ${paint(SAYS[voices[at]?.says ?? 'nothing'])} ${cells.join('  ')}`.trimEnd();
  });
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

/** The answer for people: the decision in a line, who decides and why, and what every policy that has a say says. */
export function renderAnswer({ question, decision, voices, doubts, expectation, colours }: Shown): string {
  const say = shortened(question.stacks);
  const paint = (mark: Mark): string => (colours ? styleText(COLOURS[mark], mark, { validateStream: false }) : mark);
  const { resource, action } = question.request;
  const arn = openText(resource);
  const failed = expectation?.holds === false ? expectation : undefined;
  const named = question.resource === arn ? arn : `${question.resource} (${arn})`;
  const unseen = doubts.length - MOST_DOUBTS;
  const lines = [
    `${paint(MARKS[decision.decision])} ${decision.decision}: ${say(`${question.principal} ${MAY[decision.decision]} ${action} on ${named}`)}`,
    `  by ${decision.by}: ${say(decision.why)}`,
    ...section('what the policies say:', voiceLines(voices, say, paint)),
    ...section('what the documents leave open:', [
      ...doubts.slice(0, MOST_DOUBTS).map((why) => `  ${paint('?')} ${say(why)}`),
      ...(unseen > 0 ? [`  … ${String(unseen)} more, which --json lists`] : []),
    ]),
    ...(failed === undefined ? [] : ['', `${paint('✗')} expected ${failed.expected}: ${failed.reason ?? ''}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
