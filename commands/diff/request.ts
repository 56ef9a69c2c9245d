import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, ProblemList } from '../../modules/core/input-error';
import { type Difference, type Document, documentDifference, planDifference, readDocuments } from '../../policies/difference';
import { type Gate, GATES } from './gate';

/** What `--format` takes. */
export const FORMATS = ['text', 'json', 'markdown'] as const;

/** One of them. */
export type Format = (typeof FORMATS)[number];

/** The command line as it was written. */
export interface Flags {
  readonly format?: string;
  readonly json?: true;
  readonly failOn?: readonly string[];
  readonly limit?: string;
}

/** The command line as it was meant. */
export interface Request {
  readonly difference: Difference;
  readonly format: Format;
  readonly gates: readonly Gate[];
  readonly limit: number;
}

/** What GitHub takes as a comment. @unit characters */
const GITHUB = 65_536;
/** The summary needs some room. @unit characters */
const SMALLEST = 1000;

function oneOf<T extends string>(problems: ProblemList, subject: string, text: string, known: readonly T[]): T | undefined {
  const found = known.find((each) => each === text);
  if (found === undefined) {
    const remedy = suggestName(text, known);
    problems.add({ subject, problem: 'there is no such choice', got: asWritten(text), remedy, code: 'LZ-DIFF-4' });
  }
  return found;
}

function formatOf(problems: ProblemList, { format, json }: Flags): Format | undefined {
  if (json === true && format !== undefined && format !== 'json') {
    problems.add({
      subject: '--json',
      problem: '--json is --format json, and another format is asked for',
      got: asWritten(format),
      remedy: 'leave one of them out',
      code: 'LZ-DIFF-4',
    });
  }
  return oneOf(problems, '--format', format ?? (json === true ? 'json' : 'text'), FORMATS);
}

function limitOf(problems: ProblemList, text: string | undefined): number {
  const limit = text === undefined ? GITHUB : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (limit >= SMALLEST) return limit;
  problems.add({
    subject: '--limit',
    problem: `it must be a number of characters, ${String(SMALLEST)} at least`,
    got: asWritten(text),
    remedy: '65536 is what GitHub takes, 1000000 what GitLab takes',
    code: 'LZ-DIFF-5',
  });
  return GITHUB;
}

function difference(before: readonly Document[], after: readonly Document[] | undefined, path: string): Difference {
  return after === undefined ? planDifference(before, path) : documentDifference(before, after);
}

/**
 * Reads everything that the command line names.
 * @throws InputError everything that is wrong with it, at once
 */
export function requestOf(before: string, after: string | undefined, flags: Flags): Request {
  const problems = new ProblemList();
  const format = formatOf(problems, flags);
  const words = (flags.failOn ?? []).flatMap((text) => text.split(','));
  const gates = words.flatMap((word) => oneOf(problems, '--fail-on', word.trim(), GATES) ?? []);
  const limit = limitOf(problems, flags.limit);
  const was = problems.attempt('', () => readDocuments(before));
  const will = after === undefined ? undefined : problems.attempt('', () => readDocuments(after));
  problems.throwIfAny();
  if (format === undefined || was === undefined) throw new Error('what is not there was not told');
  return { difference: difference(was, will, before), format, gates, limit };
}
