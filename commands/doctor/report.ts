import { styleText } from 'node:util';

import type { Check, Level } from './check';
import type { Secrets } from './secrets';

const MARKS: Readonly<Record<Level, string>> = { ok: '✓', warning: '!', problem: '✗', 'not checked': '-' };
const COLOURS = { ok: 'green', warning: 'yellow', problem: 'red', 'not checked': 'dim' } as const;

/** Everything that was looked at. */
export interface Report {
  /** Whether no problem was found; warnings are allowed. */
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

/** The report on checks, with nothing in it that is secret. */
export function reportOf(checks: readonly Check[], secrets: Secrets): Report {
  const clean = checks.map((check) => ({
    ...check,
    found: secrets.clean(check.found),
    ...(check.expected === undefined ? {} : { expected: secrets.clean(check.expected) }),
    ...(check.remedy === undefined ? {} : { remedy: secrets.clean(check.remedy) }),
  }));
  return { ok: clean.every(({ level }) => level !== 'problem'), checks: clean };
}

function count(checks: readonly Check[], level: Level, singular: string, plural = singular): string {
  const number = checks.filter((check) => check.level === level).length;
  return `${number} ${number === 1 ? singular : plural}`;
}

function rowsOf({ title, level, found, expected, remedy }: Check, width: number, colours: boolean): string {
  const mark = colours ? styleText(COLOURS[level], MARKS[level], { validateStream: false }) : MARKS[level];
  const indent = ' '.repeat(width + 6);
  const [first = '', ...others] = `${level === 'not checked' ? 'not checked: ' : ''}${found}`.split('\n');
  const wanted = expected === undefined ? '' : `; expected ${expected}`;
  const lines = [
    `  ${mark} ${title.padEnd(width)}  ${first}${others.length === 0 ? wanted : ''}`,
    ...others.map((line, n) => `${indent}${line}${n === others.length - 1 ? wanted : ''}`),
    ...(remedy === undefined ? [] : [`${indent}→ ${remedy}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The table for people: a line each with its mark, the remedy below what isn't well, and the counts. */
export function renderReport({ checks }: Report, colours: boolean): string {
  const width = Math.max(0, ...checks.map(({ title }) => title.length));
  const counts = [
    count(checks, 'ok', 'ok'),
    count(checks, 'warning', 'warning', 'warnings'),
    count(checks, 'problem', 'problem', 'problems'),
    count(checks, 'not checked', 'not checked'),
  ];
  return `${checks.map((check) => rowsOf(check, width, colours)).join('')}\n${counts.join(', ')}\n`;
}
