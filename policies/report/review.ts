import type { IntentOptOut } from '../../modules/core/intent';
import { compare, type KnownFinding } from '../baseline/baseline';
import type { Universe } from '../model/universe';
import type { JudgedFinding } from '../packs/judged-finding';
import type { Pack } from '../packs/pack';
import { packs } from '../packs/packs';
import { accept, type AcceptedFinding } from '../suppressions/accept';
import { suppressionRules } from '../suppressions/fault-rules';
import { refuseUnknownRules, suppressionsOf } from '../suppressions/stated-suppressions';
import type { Suppression } from '../suppressions/suppression';
import { inOrder, judge, type Judgement, type OnRule } from './judgement';

/** What a judgement is seen against. */
export interface ReviewOptions {
  /** The day on which suppressions are judged, YYYY-MM-DD. */
  readonly today: string;
  /** Suppressions beside those that the universe carries. @default [] */
  readonly suppressions?: readonly Suppression[];
  /** What was there before. @default - nothing: every finding is new */
  readonly baseline?: readonly KnownFinding[];
  /** A trial of another lifecycle than the one that is written: suppressions may find nothing to accept. @default false */
  readonly isTrial?: boolean;
  /** Hears of every rule before it judges. @default - nobody does */
  readonly onRule?: OnRule;
}

/** What the rules say, and what of it counts. */
export interface Review extends Judgement {
  readonly pack: Pack;
  /** The stacks that were judged, by name. */
  readonly stackNames: readonly string[];
  /** Those that stand and are new, the faults of suppressions among them. */
  readonly findings: readonly JudgedFinding[];
  readonly accepted: readonly AcceptedFinding[];
  /** Safe defaults that the configuration gives up, with the reasons. */
  readonly optOuts: readonly IntentOptOut[];
  /** Those that stand and were there before. */
  readonly known: readonly JudgedFinding[];
  /** What was there before and is no more. */
  readonly gone: readonly KnownFinding[];
  /** How many of `findings` fail the run: those of level error, whether violated or unknown. */
  readonly failing: number;
}

/** Rules of all packs: what may be suppressed. */
function everyRuleId(): ReadonlySet<string> {
  return new Set(packs.flatMap(({ entries }) => entries.map(({ rule }) => rule.id)));
}

/**
 * Judges a universe, and takes out what is accepted or was there before.
 * @throws InputError LZ-CHECK-2, LZ-CHECK-3, LZ-CHECK-7 suppressions that are none
 */
export function review(universe: Universe, pack: Pack, options: ReviewOptions): Review {
  const suppressions = [...suppressionsOf(universe), ...(options.suppressions ?? [])];
  refuseUnknownRules(suppressions, everyRuleId());
  const judgement = judge(universe, pack, options.onRule);
  const { standing, accepted, faults } = accept(judgement.findings, suppressions, pack, options.today);
  const { fresh, known, gone } = compare(standing, options.baseline ?? []);
  const findings = inOrder([...(options.isTrial === true ? [] : faults), ...fresh]);
  return {
    ...judgement,
    pack,
    stackNames: universe.stacks.map(({ name }) => name),
    findings,
    accepted,
    optOuts: universe.intent?.optOuts ?? [],
    known,
    gone,
    failing: countFailing(findings),
  };
}

function countFailing(findings: readonly JudgedFinding[]): number {
  return findings.filter(({ level }) => level === 'error').length;
}

/** The same review once everything that stands is in the baseline, but for what is wrong with suppressions. */
export function adopted(judged: Review): Review {
  const isFault = ({ rule }: JudgedFinding): boolean => suppressionRules.some((entry) => entry.rule.id === rule);
  const findings = judged.findings.filter(isFault);
  const known = inOrder([...judged.known, ...judged.findings.filter((finding) => !isFault(finding))]);
  return { ...judged, findings, known, failing: countFailing(findings) };
}
