import { describeTerm } from '../../model/term-text';
import type { PolicyText, Statement } from '../../model/policy/policy';
import { actionsNamed, type KnownAction } from '../../iam/services/actions';
import { fitsArnForm, isArnLike } from '../../iam/services/arn-form';
import { type PolicyFault, policyRule } from './policy-rule';

/**
 * An ARN of fewer than six parts stands for any of the rest: `arn:aws:logs:*` is every log group.
 * @source IAM user guide, "IAM JSON policy elements: Resource"
 */
function completed(resource: PolicyText): PolicyText {
  if (typeof resource !== 'string' || !resource.startsWith('arn:') || resource.includes('$')) return resource;
  const parts = resource.split(':');
  return [...parts, ...Array.from({ length: Math.max(0, 6 - parts.length) }, () => '*')].join(':');
}

/** Whether an action can be about a resource of this form. */
function takes({ resourceTypes }: KnownAction, resource: PolicyText): boolean {
  return resource === '*' || resourceTypes.some(({ arn }) => fitsArnForm(completed(resource), arn));
}

/** The actions of a statement by their texts; undefined where one of them may be any. */
function actionsOf({ actions }: Statement): ReadonlyMap<string, readonly KnownAction[]> | undefined {
  const found = new Map<string, readonly KnownAction[]>();
  for (const text of actions.items) {
    // What only apply tells may be any action.
    if (typeof text !== 'string') return undefined;
    const named = actionsNamed(text);
    if (named === 'everything') return undefined;
    // What isn't an action is another rule's finding.
    if (named.length > 0) found.set(text, named);
  }
  return actions.except || found.size === 0 ? undefined : found;
}

function* faultsOfStatement(statement: Statement): Generator<PolicyFault> {
  const { resources } = statement;
  if (resources === undefined) return;
  for (const resource of resources.items) {
    if (isArnLike(resource) || resource === '*') continue;
    yield { statement, problem: `${describeTerm(resource)} is no ARN`, fix: 'write an ARN, or "*"' };
  }
  const actions = actionsOf(statement);
  if (actions === undefined || resources.except) return;
  for (const [text, known] of actions) {
    if (known.some((action) => resources.items.some((resource) => takes(action, resource)))) continue;
    const wanted = [...new Set(known.flatMap((action) => action.resourceTypes.map(({ arn }) => arn)))];
    const fix =
      wanted.length === 0 ? `write "*" for ${text}, which knows no resource` : `name ${wanted.slice(0, 3).join(' or ')}`;
    yield { statement, problem: `${text} is about none of its resources`, fix };
  }
  const all = [...actions.values()].flat();
  for (const resource of resources.items) {
    if (!isArnLike(resource) || all.some((action) => takes(action, resource))) continue;
    const problem = `none of its actions is about ${describeTerm(resource)}`;
    yield { statement, problem, fix: 'leave the resource out, or name the action that is meant' };
  }
}

/** Each action is about one of the resources of its statement, and each resource is what one of the actions is about. */
export const knownResources = policyRule({
  id: 'policy/known-resources',
  summary: 'Every action of a policy meets a resource that it can be about, and every resource an action',
  *faultsOf({ statements }) {
    for (const statement of statements) yield* faultsOfStatement(statement);
  },
});
