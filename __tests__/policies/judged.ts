import type { JudgedFinding } from '../../policies';
import type { Pack, PackEntry } from '../../policies/packs/pack';

/** A finding on the bucket for logs of dev, with what is said of it. */
export function findingOf(change: Partial<JudgedFinding> = {}): JudgedFinding {
  return {
    rule: 'storage/versioning',
    level: 'error',
    verdict: 'violated',
    stack: 'dev',
    address: 'aws_s3_bucket.logs',
    problem: 'nothing keeps old versions',
    fix: 'add aws_s3_bucket_versioning',
    ...change,
  };
}

/** A rule that finds the same wherever it is held. */
export function entryOf(id: string, findings: readonly JudgedFinding[] = [], level: PackEntry['level'] = 'error'): PackEntry {
  return { rule: { id, summary: `Something of ${id}`, judge: () => findings.filter(({ rule }) => rule === id) }, level };
}

/** A pack of such rules. */
export function packOf(findings: readonly JudgedFinding[], ...more: readonly PackEntry[]): Pack {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const levels = new Map(findings.map(({ rule, level }) => [rule, level]));
  return { id: 'tried', title: 'Tried', entries: [...ids.map((id) => entryOf(id, findings, levels.get(id))), ...more] };
}
