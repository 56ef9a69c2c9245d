import { fingerprintOf } from '../baseline/fingerprint';
import type { JudgedFinding } from '../packs/judged-finding';
import type { Level } from '../packs/pack';
import { statedBy } from '../suppressions/suppression';
import type { Review } from './review';

/** A finding for programs. */
function entryOf(finding: JudgedFinding): object {
  const { level, rule, verdict, stack, address, constructPath, stated, position, problem, witness, fix } = finding;
  return {
    level,
    rule,
    verdict,
    ...(stack === '' ? {} : { stack }),
    ...(address === undefined ? {} : { address }),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(stated === undefined ? {} : { stated }),
    ...(position === undefined ? {} : { position }),
    problem,
    ...(witness === undefined ? {} : { witness }),
    fix,
    fingerprint: fingerprintOf(finding),
  };
}

/** How many findings there are of each level. */
export function countLevels(findings: readonly JudgedFinding[]): Readonly<Record<Level, number>> {
  const count = (wanted: Level): number => findings.filter(({ level }) => level === wanted).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** findings.json: what stands and is new, what is accepted with by whom and why, and what the baseline has. */
export function findingsDocument(review: Review): object {
  const { pack, stacks, resources, rules, findings, accepted, optOuts, known, gone, failing } = review;
  return {
    version: 1,
    pack: pack.id,
    stacks,
    resources,
    rules,
    failing,
    counts: countLevels(findings),
    findings: findings.map(entryOf),
    accepted: accepted.map(({ finding, suppression }) => {
      const { scope, reason, until } = suppression;
      return { ...entryOf(finding), suppression: { scope, reason, until, by: statedBy(suppression) } };
    }),
    optOuts: optOuts.map((optOut) => ({ what: optOut.what, reason: optOut.reason, by: statedBy(optOut) })),
    baseline: { known: known.map(entryOf), gone },
  };
}
