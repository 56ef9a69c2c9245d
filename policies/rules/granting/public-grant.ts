import type { ConditionTest, Policy, PolicyText, Statement } from '../../model/policy/policy';
import { Template } from '../../model/term';
import { hasOpenPart, listCovers, marked } from '../../iam/granting/text-cover';
import { keepsOthersOut, narrows, type Told } from '../../iam/granting/narrowing';

export { statementName } from '../../model/policy/statement-name';

/** A statement that lets in everybody, or may do so. */
export interface PublicGrant {
  readonly statement: Statement;
  /** @default - it surely does */
  readonly doubt?: string;
}

/** Whether a text is `*`; undefined where it may be. */
function isEverybody(text: PolicyText): Told {
  if (typeof text === 'string') return text === '*';
  return text instanceof Template && text.parts.length === 1 && hasOpenPart(text) ? undefined : false;
}

/** Whether a statement names everybody. An Allow for all but some does. */
export function namesEverybody({ principals }: Statement): Told {
  if (principals === undefined) return false;
  if (principals.except) return true;
  const told = principals.items.flatMap(({ kind, text }) => (kind === 'AWS' ? [isEverybody(text)] : []));
  return told.includes(true) ? true : told.includes(undefined) ? undefined : false;
}

/**
 * Whether only those meet it who mount a file system in its VPC: what is let in so stands behind the groups of its mount
 * targets, and a file system without a policy lets in the same.
 * @source EFS user guide, "Blocking public access to EFS file systems"
 */
function isMounted({ operator, key, values }: ConditionTest): boolean {
  return operator === 'Bool' && key.toLowerCase() === 'elasticfilesystem:accessedviamounttarget' && values.every(isTrue);
}

function isTrue(value: PolicyText): boolean {
  return typeof value === 'string' && value.toLowerCase() === 'true';
}

/** Whether a Deny refuses to all others what an Allow gives. */
function isFencedBy(allow: Statement, deny: Statement): Told {
  if (deny.effect !== 'Deny' || deny.principals?.except !== false || namesEverybody(deny) !== true) return false;
  const tests = deny.conditions.map(keepsOthersOut);
  if (tests.length === 0 || tests.includes(false)) return false;
  const { actions, resources } = allow;
  const covered =
    !actions.except &&
    actions.items.every((action) => listCovers(deny.actions, marked(action))) &&
    deny.resources !== undefined &&
    resources?.except === false &&
    resources.items.every((resource) => listCovers(deny.resources ?? { except: true, items: [] }, marked(resource)));
  return covered ? (tests.includes(undefined) ? undefined : true) : false;
}

function grantOf(statement: Statement, policy: Policy): readonly PublicGrant[] {
  if (statement.effect === 'Deny') return [];
  const named = namesEverybody(statement);
  if (named === false) return [];
  const fences = policy.statements.map((other) => isFencedBy(statement, other));
  const limits = [...statement.conditions.map((test) => isMounted(test) || narrows(test)), ...fences];
  if (limits.includes(true)) return [];
  if (named === undefined) return [{ statement, doubt: 'whom it names is known only after apply' }];
  return limits.includes(undefined)
    ? [{ statement, doubt: "whether its condition keeps strangers out isn't known" }]
    : [{ statement }];
}

/** The statements of a resource's policy by which everybody in the world may do something. */
export function publicGrantsOf(policy: Policy): readonly PublicGrant[] {
  return policy.statements.flatMap((statement) => grantOf(statement, policy));
}
