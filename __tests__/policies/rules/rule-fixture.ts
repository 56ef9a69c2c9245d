import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readUniverse } from '../../../policies';
import type { Universe } from '../../../policies/model/universe';
import type { Finding, Rule } from '../../../policies/rules/rule';

/**
 * `<area>/<rule>/violating` and `…/conforming`, each a file of Terraform's JSON syntax (`.tf.json`) or a folder of stacks
 * with an intent.json, and `violating.txt`: what the rule finds, line by line.
 */
export const FIXTURES = join(__dirname, 'fixtures');

/** What a rule is shown on. */
export type Fixture = 'violating' | 'conforming';

/** Where a fixture stands; undefined where there is none. */
export function findFixture(ruleId: string, which: Fixture): string | undefined {
  return [`${which}.tf.json`, which].map((name) => join(FIXTURES, ruleId, name)).find((path) => existsSync(path));
}

/** @throws Error if the rule has no such fixture */
export function readFixture(ruleId: string, which: Fixture): Universe {
  const path = findFixture(ruleId, which);
  if (path === undefined) throw new Error(`${ruleId} has no fixture ${which}`);
  return readUniverse(path);
}

/** `violated aws_s3_bucket.logs: nothing blocks public access`. */
export function line({ verdict, address, stack, problem }: Finding): string {
  return `${verdict} ${address ?? stack}: ${problem}`;
}

/** What a rule says, a line for each finding, sorted. */
export function linesOf(rule: Rule, universe: Universe): readonly string[] {
  return rule.judge(universe).map(line).sort();
}

/** What a rule has to find in its violating fixture. */
export function expectedLines(ruleId: string): readonly string[] {
  return readFileSync(join(FIXTURES, ruleId, 'violating.txt'), 'utf8')
    .trim()
    .split('\n')
    .sort();
}
