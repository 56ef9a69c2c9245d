import { readFileSync } from 'node:fs';

import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, InputError, ProblemList } from '../../modules/core/input-error';
import {
  dayOf,
  type KnownFinding,
  type Pack,
  packs,
  parseBaseline,
  readSuppressions,
  readUniverse,
  type Suppression,
  type Universe,
} from '../../policies';

/** What `--format` takes. */
export const FORMATS = ['text', 'json', 'sarif', 'junit'] as const;

/** One of them. */
export type Format = (typeof FORMATS)[number];

/** The command line as it was written. */
export interface Flags {
  readonly format?: string;
  readonly json?: true;
  readonly pack?: string;
  readonly suppressions?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly out?: string;
}

/** The command line as it was meant, with what it names read. */
export interface Request {
  readonly universe: Universe;
  readonly pack: Pack;
  readonly format: Format;
  readonly today: string;
  readonly suppressions: readonly Suppression[];
  /** @default - findings are held against none */
  readonly baseline?: readonly KnownFinding[];
}

function oneOf<T>(problems: ProblemList, subject: string, text: string, known: ReadonlyMap<string, T>): T | undefined {
  const found = known.get(text);
  if (found === undefined) {
    const remedy = suggestName(text, known.keys());
    problems.add({ subject, problem: 'there is no such choice', got: asWritten(text), remedy, code: 'LZ-CHECK-8' });
  }
  return found;
}

/** @throws InputError LZ-CHECK-10 unreadable, LZ-CHECK-9 no baseline */
function readBaseline(file: string): readonly KnownFinding[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const problem = `the baseline can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
    const remedy = `write it first: plinth check PATH --write-baseline ${file}`;
    throw InputError.of({ subject: '--baseline', problem, got: asWritten(file), remedy, code: 'LZ-CHECK-10' });
  }
  return parseBaseline(text, file);
}

/**
 * Reads everything that the command line names.
 * @throws InputError everything that is wrong with it, at once
 */
export function requestOf(path: string, flags: Flags, env: NodeJS.ProcessEnv): Request {
  const problems = new ProblemList();
  const pack = oneOf(problems, '--pack', flags.pack ?? packs[0].id, new Map(packs.map((each) => [each.id, each])));
  const formats = new Map(FORMATS.map((each) => [each, each] as const));
  const format = oneOf<Format>(problems, '--format', flags.format ?? (flags.json === true ? 'json' : 'text'), formats);
  if (flags.json === true && flags.format !== undefined && flags.format !== 'json') {
    const problem = '--json is --format json, and another format is asked for';
    problems.add({
      subject: '--json',
      problem,
      got: asWritten(flags.format),
      remedy: 'leave one of them out',
      code: 'LZ-CHECK-8',
    });
  }
  const { suppressions: file, baseline: known } = flags;
  const today = problems.attempt('', () => dayOf(env.SOURCE_DATE_EPOCH, () => new Date()));
  const suppressions = file === undefined ? [] : problems.attempt('', () => readSuppressions(file));
  const baseline = known === undefined ? undefined : problems.attempt('', () => readBaseline(known));
  const universe = problems.attempt('', () => readUniverse(path));
  problems.throwIfAny();
  if (!universe || !pack || !format || !today || !suppressions) throw new Error('what is not there was not told');
  return { universe, pack, format, today, suppressions, ...(baseline === undefined ? {} : { baseline }) };
}
