import { forEachOf } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject, warning } from '../check';
import { reasonOf, statusOf } from '../reason';
import type { SynthesisedStack } from '../synthesised-stacks';
import type { StateCalls } from './s3-state';

const STATES: Subject = { id: 'state-objects', title: 'states' };
const AT_ONCE = 8;

/** A stack whose state lies in the bucket. */
export type StoredStack = Required<Pick<SynthesisedStack, 'name' | 'stateKey'>>;

/** The stacks whose states lie in a bucket. */
export function storedStacks(stacks: readonly SynthesisedStack[]): StoredStack[] {
  return stacks.flatMap(({ name, stateKey }) => (stateKey === undefined ? [] : [{ name, stateKey }]));
}

/** The stacks whose states lie elsewhere after all: what a bootstrap puts beside a stack has to go once it is done. */
export function overrideChecks(stacks: readonly SynthesisedStack[]): Check[] {
  return stacks.flatMap(({ name, stateKey, override }) => {
    if (stateKey === undefined || override === undefined) return [];
    const subject = { id: `state-override-${name}`, title: `state of ${name}` };
    const remedy = `once its bucket is there: rm ${override} && terraform init -migrate-state, in stacks/${name}`;
    return [warning(subject, { found: `kept where ${override} says`, expected: 'in the bucket', remedy })];
  });
}

/** Whether the state of each synthesised stack can be read; one that isn't there yet comes with the first apply. */
export async function objectsCheck(stacks: readonly StoredStack[], { head }: StateCalls): Promise<Check> {
  if (stacks.length === 0) return notChecked(STATES, 'no stack with its state in a bucket is synthesised yet', 'npm start');
  const asked = await forEachOf(stacks, AT_ONCE, async ({ name, stateKey }) => ({ name, answer: await head(stateKey) }));
  const failed = asked.flatMap(({ name, answer }) =>
    answer.done || statusOf(answer.error) === 404 ? [] : [`${name} (${reasonOf(answer.error)})`],
  );
  if (failed.length > 0) {
    const remedy = 'grant s3:GetObject and s3:ListBucket there, and kms:Decrypt on the key of the bucket';
    return problem(STATES, { found: `can't be read: ${failed.join(', ')}`, remedy });
  }
  const there = asked.filter(({ answer }) => answer.done).length;
  const others = there === stacks.length ? '' : ', the others come with their first apply';
  return ok(STATES, `${there} of ${stacks.length} there${others}`);
}
