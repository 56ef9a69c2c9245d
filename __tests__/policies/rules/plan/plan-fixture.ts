import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Json } from '../../../../policies/model/universe';

/**
 * A folder for each rule of plans: `before.tf`, what is there, and for each case `after.tf`, what is planned then, and
 * `plan.json`, what `terraform show -json` says of it: cut down to the resources of these two files.
 */
export const FOLDER = join(__dirname, '../fixtures/plan');

/** What is planned: something that the rule refuses, nothing of that, or what only the apply tells. */
export const CASES = ['violating', 'conforming', 'unknown'] as const;

/** One of the cases. */
export type Case = (typeof CASES)[number];

/** The rules that have fixtures, without their area. */
export const RULES: readonly string[] = readdirSync(FOLDER).sort();

/** What is written for a rule. */
export function written(rule: string, which: 'before' | Case): string {
  return readFileSync(join(FOLDER, rule, which === 'before' ? 'before.tf' : join(which, 'after.tf')), 'utf8');
}

/** Where the plan of a case lies. */
export function planFile(rule: string, which: Case): string {
  return join(FOLDER, rule, which, 'plan.json');
}

/** The plan of a case, as it is committed. */
export function committed(rule: string, which: Case): Json {
  const file = planFile(rule, which);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Json) : null;
}
