import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { planActions, type PlanAction } from '../../../commands/sandbox/plan-actions';
import { ledgerFileOf } from '../../../modules/landing-zone';
import { type AppliedBase, Tree } from './applied-base';
import { baseConfiguration } from './configuration';
import type { Edit } from './edit';

const LOCK_FILE = '.terraform.lock.hcl';

/** What real Terraform would do after an edit, by stack: only stacks whose JSON is another one are in it. */
export type StackActions = ReadonlyMap<string, readonly PlanAction[]>;

/** The JSON of a stack, where the tree has it. */
export function jsonOf(tree: Tree, stack: string): Buffer | undefined {
  const file = join(tree.stack(stack), 'cdk.tf.json');
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** The stacks of a tree, sorted; folders that hold nothing but Terraform's own files aren't any. */
export function stacksOf(tree: Tree): string[] {
  const folders = readdirSync(join(tree.output, 'stacks')).sort();
  return folders.filter((stack) => jsonOf(tree, stack) !== undefined);
}

/** Synthesises the edit's steps into a folder of their own, from a copy of the base's ledger. */
function synthesise({ steps }: Pick<Edit, 'steps'>, { folder, tree: base }: AppliedBase, name: string): Tree {
  const tree = new Tree(join(folder, name));
  copyFileSync(ledgerFileOf(base.configuration), ledgerFileOf(tree.configuration));
  const configuration = baseConfiguration();
  for (const step of steps) {
    step(configuration);
    tree.synthesise(configuration);
  }
  return tree;
}

/** Brings state and lock file of a stack into another tree, so that nothing which the first one needs is touched. */
export function copyState(from: Tree, to: Tree, stack: string): void {
  mkdirSync(dirname(to.state(stack)), { recursive: true });
  copyFileSync(from.state(stack), to.state(stack));
  copyFileSync(join(from.stack(stack), LOCK_FILE), join(to.stack(stack), LOCK_FILE));
}

/**
 * Plans an edit against the applied base.
 * @throws OperationError where Terraform refuses to plan it
 */
export async function planEdit(
  edit: Pick<Edit, 'steps'>,
  base: AppliedBase,
  name: string,
  ...flags: string[]
): Promise<StackActions> {
  const tree = synthesise(edit, base, name);
  mkdirSync(tree.plans);
  const actions = new Map<string, readonly PlanAction[]>();
  for (const stack of stacksOf(tree)) {
    const before = jsonOf(base.tree, stack);
    if (before?.equals(jsonOf(tree, stack)!) === true) continue;
    const terraform = base.terraform(tree, stack);
    if (before === undefined) await terraform.init();
    else copyState(base.tree, tree, stack);
    // A lock would be of the copy; and refreshing must stay: without it the default ACL seems to change.
    const isEmpty = await terraform.plan('plan.tfplan', '-lock=false', ...flags);
    const plan = await terraform.planJson();
    writeFileSync(join(tree.plans, `${stack}.json`), plan);
    actions.set(stack, isEmpty ? [] : planActions(plan));
  }
  return actions;
}
