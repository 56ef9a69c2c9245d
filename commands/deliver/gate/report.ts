import { counted } from '../../../modules/core/text/counted';
import { harmless } from '../../terminal/harmless';
import type { Alarm, Violation } from './reading';
import { stops, type Verdict } from './verdict';

/** More of one kind nobody reads in a log. */
const MOST_LINES = 20;

const at = (since: Date | undefined): string => (since === undefined ? '' : ` since ${since.toISOString()}`);
const because = (words = ''): string => (words === '' ? '' : `: ${words}`);
const alarmText = ({ name, since, reason }: Alarm): string => `alarm ${name}${at(since)}${because(reason)}`;
const violationText = ({ rule, resourceType, resourceId, since, annotation }: Violation): string =>
  `rule ${rule} by ${resourceType} ${resourceId}${at(since)}${because(annotation)}`;
const few = (count: number, noun: string): string => (count === 0 ? `no ${noun}s` : counted(count, noun));

function listed(word: string, texts: readonly string[]): readonly string[] {
  const more = texts.length - MOST_LINES;
  const shown = texts.slice(0, MOST_LINES).map((text) => `  ${word}${harmless(text)}`);
  return more > 0 ? [...shown, `  ${word}${String(more)} more: --json has them all`] : shown;
}

/** A verdict in lines. */
export function linesOf(verdict: Verdict): readonly string[] {
  const { place, rings, violated, before, reading } = verdict;
  const silent = [
    ...reading.alarmsWithoutData.map((name) => `alarm ${name}`),
    ...reading.rulesWithoutResult.map((name) => `rule ${name}`),
  ];
  return [
    `${place.account} ${place.region}: ${few(rings.length, 'alarm')}, ${few(violated.length, 'violation')}`,
    ...listed('', rings.map(alarmText)),
    ...listed('', violated.map(violationText)),
    ...listed('before: ', [...before.rings.map(alarmText), ...before.violated.map(violationText)]),
    ...listed('no data: ', silent),
    ...(reading.notRecorded === undefined ? [] : listed('not recorded: ', [reading.notRecorded])),
  ];
}

/** A verdict as it stands in the document; `--known` reads it. */
export function documentOf(verdict: Verdict): Readonly<Record<string, unknown>> {
  const { place, rings, violated, before, reading } = verdict;
  const { account, region } = place;
  return {
    account,
    region,
    ok: !stops(verdict),
    rings,
    violated,
    before,
    noData: { alarms: reading.alarmsWithoutData, rules: reading.rulesWithoutResult },
    ...(reading.notRecorded === undefined ? {} : { notRecorded: reading.notRecorded }),
  };
}
