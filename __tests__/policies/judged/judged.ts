import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { judge, type JudgedFinding, landingZone, readUniverse } from '../../../policies';

/** The folder of the plans: Terraform in HCL by nobody of here, the plan that Terraform makes of it, what is said of that. */
export const FOLDER = __dirname;

/** One folder each. */
export const PLANS = ['application', 'archive', 'network', 'platform'] as const;

/** One of the plans. */
export type PlanName = (typeof PLANS)[number];

/** A finding of ours, and what a person says of it. */
export interface Verdict {
  /** `level verdict rule address`. */
  readonly finding: string;
  readonly problem: string;
  /** `true: …`, `unknown: …` where nobody can know it from the plan, or `false: …`. */
  readonly verdict: string;
  /** The check of checkov that fails for the same reason, or `no: …`. */
  readonly checkov: string;
}

/** A failed check of checkov, and what we say of it. */
export interface Answer {
  readonly check: string;
  readonly resource: string;
  readonly wants: string;
  /** `found by <rule>`, `no fault: …`, or `not covered: …`. */
  readonly answer: string;
}

/** What is committed of a plan. */
export interface Judgement {
  readonly findings: readonly Verdict[];
  readonly checks: readonly Answer[];
}

/** Where a plan lies. */
export function planFile(plan: PlanName): string {
  return join(FOLDER, plan, 'plan.json');
}

/** What people say of a plan. */
export function judgementOf(plan: PlanName): Judgement {
  return parse(readFileSync(join(FOLDER, plan, 'judgement.yaml'), 'utf8')) as Judgement;
}

/** A finding as people judge it. */
function lineOf({ level, verdict, rule, address, stated, stack }: JudgedFinding): string {
  return `${level} ${verdict} ${rule} ${address ?? stated ?? stack}`;
}

/** What `plinth check` finds in a plan. */
export function findingsIn(plan: PlanName): readonly Pick<Verdict, 'finding' | 'problem'>[] {
  const { findings } = judge(readUniverse(planFile(plan)), landingZone);
  return findings.map((finding) => ({ finding: lineOf(finding), problem: finding.problem }));
}

/** The rule that a finding is of. */
export function ruleOf({ finding }: Pick<Verdict, 'finding'>): string {
  return finding.split(' ')[2] ?? '';
}
