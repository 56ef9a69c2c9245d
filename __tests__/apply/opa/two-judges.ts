import { plan } from '../../../policies/packs/areas/plan';
import { readShown } from '../../../policies/model/shown';
import type { Json } from '../../../policies/model/universe';
import { askOpa } from './opa';

/** What one of the judges says of a resource. */
interface Told {
  readonly rule: string;
  readonly verdict: string;
  readonly address?: string;
  readonly problem: string;
}

function linesOf(told: readonly Told[]): readonly string[] {
  return told.map(({ rule, verdict, address = '', problem }) => `${rule} ${verdict} ${address}: ${problem}`).sort();
}

/** What the rules in TypeScript say of a plan: `plan/keys violated aws_kms_key.data: the plan destroys it, …`. */
export function byTypeScript(shown: Json): readonly string[] {
  const universe = { stacks: [readShown('plan', shown)] };
  return linesOf(plan.flatMap(({ rule }) => rule.judge(universe)));
}

const QUERY = '{name: found | some name, shown in input; found := data.terraform.policies.findings.all with input as shown}';

/** What the policy set says of plans, by their names, line by line as the other judge does. */
export function byRego(plans: Readonly<Record<string, Json>>): Readonly<Record<string, readonly string[]>> {
  const found = askOpa(QUERY, plans) as Readonly<Record<string, readonly Told[]>>;
  return Object.fromEntries(Object.entries(found).map(([name, told]) => [name, linesOf(told)]));
}
