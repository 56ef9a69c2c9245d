import { asWritten, ProblemList } from '../../modules/core/input-error';
import type { JudgedFinding } from '../packs/judged-finding';
import { fingerprintOf } from './fingerprint';

/** A finding that was there before: the fingerprint tells it, the rest is for people. */
export interface KnownFinding {
  readonly rule: string;
  /** Empty: it is about a stack as a whole. */
  readonly address: string;
  readonly fingerprint: string;
}

/** Findings held against those that were there before. */
export interface Compared {
  readonly fresh: readonly JudgedFinding[];
  readonly known: readonly JudgedFinding[];
  /** Lines of the baseline that nothing answers to any more. */
  readonly gone: readonly KnownFinding[];
}

const HEADING =
  '# Findings that were there before, one a line, sorted: rule, address, fingerprint. plinth check --write-baseline';

function lineOf({ rule, address, fingerprint }: KnownFinding): string {
  return [rule, ...(address === '' ? [] : [address]), fingerprint].join(' ');
}

/** What is kept of a finding. */
export function knownFinding(finding: JudgedFinding): KnownFinding {
  return { rule: finding.rule, address: finding.address ?? '', fingerprint: fingerprintOf(finding) };
}

/** The text of a baseline: sorted, one finding a line, so that branches merge; as many lines as there are findings alike. */
export function renderBaseline(findings: readonly JudgedFinding[]): string {
  const lines = findings.map((finding) => lineOf(knownFinding(finding)));
  return `${[HEADING, ...lines.sort()].join('\n')}\n`;
}

/**
 * Reads a baseline.
 * @throws InputError LZ-CHECK-9 every line that is none of a baseline
 */
export function parseBaseline(text: string, file: string): readonly KnownFinding[] {
  const problems = new ProblemList();
  const known = text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const {
      rule,
      address = '',
      fingerprint,
    } = /^(?<rule>\S+)(?: (?<address>.+))? (?<fingerprint>[0-9a-f]{32})$/.exec(line)?.groups ?? {};
    if (rule !== undefined && fingerprint !== undefined) return [{ rule, address, fingerprint }];
    const isConflict = /^(?:<{7}|={7}|>{7})/.test(line);
    problems.add({
      subject: `${file}:${String(index + 1)}:1`,
      problem: isConflict ? 'a merge was not finished' : 'this is no line of a baseline',
      got: asWritten(line),
      remedy: isConflict ? 'keep the lines of both sides' : 'write the file anew, by plinth check --write-baseline',
      code: 'LZ-CHECK-9',
    });
    return [];
  });
  problems.throwIfAny();
  return known;
}

/** Parts findings into those that are new and those that were there before. Of findings alike, as many as the baseline has are known. */
export function compare(findings: readonly JudgedFinding[], baseline: readonly KnownFinding[]): Compared {
  const left = new Map<string, KnownFinding[]>();
  for (const entry of baseline) {
    const same = left.get(entry.fingerprint);
    if (same === undefined) left.set(entry.fingerprint, [entry]);
    else same.push(entry);
  }
  const [fresh, known]: [JudgedFinding[], JudgedFinding[]] = [[], []];
  for (const finding of findings) {
    const isKnown = left.get(fingerprintOf(finding))?.pop() !== undefined;
    (isKnown ? known : fresh).push(finding);
  }
  return { fresh, known, gone: [...left.values()].flat() };
}
