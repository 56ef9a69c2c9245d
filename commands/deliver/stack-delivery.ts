import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { countsText, type Difference, planDifference, readDocuments } from '../../policies/difference';
import { failed } from '../diff/gate';
import { harmless } from '../terminal/harmless';
import { type Drift, driftIn } from './drift';
import type { StackTerraform } from './terraform';

/** What is done with stacks. */
export type Verb = 'plan' | 'apply' | 'drift';

/** What became of one stack. */
export interface StackReport {
  readonly stack: string;
  readonly result: 'planned' | 'applied' | 'unchanged' | 'waiting' | 'refused' | 'drifted' | 'failed';
  /** How many resources of each action the plan has. @default - there is no plan */
  readonly counts?: Difference['counts'];
  /** Stacks that have to be applied before it can be planned. @default - none */
  readonly waitsFor?: readonly string[];
  /** What would be lost. @default - nothing */
  readonly lost?: readonly string[];
  /** @default - nothing */
  readonly drift?: readonly Drift[];
}

/** How a stack is worked on. */
export interface StackWork {
  readonly stack: string;
  readonly terraform: StackTerraform;
  /** Where plans are kept. */
  readonly plans: string;
  readonly allowLoss: boolean;
}

/** Plans a stack, and keeps the plan in both forms. */
async function planned({
  stack,
  terraform,
  plans,
}: StackWork): Promise<{ file: string; report: StackReport; difference: Difference }> {
  const [file, json] = [join(plans, `${stack}.tfplan`), join(plans, `${stack}.json`)];
  // Where this plan fails, a former one must not be taken for it.
  for (const former of [file, json]) rmSync(former, { force: true });
  await terraform.init();
  const changes = await terraform.plan(file);
  // Plans hold what is secret too.
  writeFileSync(json, await terraform.show(file), { mode: 0o600 });
  const difference = planDifference(readDocuments(json), json);
  return { file, difference, report: { stack, result: changes ? 'planned' : 'unchanged', counts: difference.counts } };
}

async function applied(work: StackWork): Promise<StackReport> {
  const { file, report, difference } = await planned(work);
  if (report.result === 'unchanged') return report;
  const lost = difference.changes.filter(({ rank }) => rank === 'loss').map(({ action, address }) => `${action} ${address}`);
  if (!work.allowLoss && failed(difference, ['replace', 'destroy']).length > 0) return { ...report, result: 'refused', lost };
  await work.terraform.apply(file);
  return { ...report, result: 'applied' };
}

/** Nothing is changed, and nobody who applies is held up. */
async function drifted({ stack, terraform }: StackWork, scratch: string): Promise<StackReport> {
  await terraform.init();
  const file = join(scratch, `${stack}.tfplan`);
  const differs = await terraform.plan(file, '-refresh-only', '-lock=false');
  const drift = differs ? driftIn(await terraform.show(file)) : [];
  return drift.length === 0 ? { stack, result: 'unchanged' } : { stack, result: 'drifted', drift };
}

/** Does with a stack what is asked. */
export function deliverStack(verb: Verb, work: StackWork, scratch: string): Promise<StackReport> {
  if (verb === 'drift') return drifted(work, scratch);
  return verb === 'apply' ? applied(work) : planned(work).then(({ report }) => report);
}

/** A report in lines. */
export function linesOf({ stack, result, counts, waitsFor, lost = [], drift = [] }: StackReport): readonly string[] {
  const told = counts === undefined ? '' : countsText(counts);
  const reads = waitsFor === undefined ? '' : ` for ${waitsFor.join(', ')}: what it reads is there only after these are applied`;
  const head = `${stack}: ${result}${reads}${told === '' ? '' : `, ${told}`}`;
  const changed = drift.map(
    ({ address, what, arguments: names }) => `${what} ${address}${names.length === 0 ? '' : ` (${names.join(', ')})`}`,
  );
  return [head, ...[...lost, ...changed].map((line) => `  ${harmless(line)}`)];
}
