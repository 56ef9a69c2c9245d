import type { ConditionTest, NamedPrincipal, Policy, PolicyText } from '../../../policy/policy';
import { textOf, partsOf } from '../../../arns';
import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import { type Documents, findStated } from '../documents';

/** The arguments that limit a permission, and the conditions that AWS makes of them. */
const CONDITIONS: readonly (readonly [argument: string, operator: string, key: string])[] = [
  ['source_account', 'StringEquals', 'AWS:SourceAccount'],
  ['source_arn', 'ArnLike', 'AWS:SourceArn'],
  ['principal_org_id', 'StringEquals', 'aws:PrincipalOrgID'],
  ['event_source_token', 'StringEquals', 'lambda:EventSourceToken'],
  ['function_url_auth_type', 'StringEquals', 'lambda:FunctionUrlAuthType'],
];

/** An account is named by its root, a service by its name, anybody else by an ARN. */
function principalOf(text: PolicyText): NamedPrincipal {
  if (typeof text === 'string' && /\.amazonaws\.com(\.cn)?$/.test(text)) return { kind: 'Service', text };
  return { kind: 'AWS', text };
}

/**
 * The statement that a permission adds to the policy of a function.
 * @source Lambda API reference, AddPermission
 */
export function permissionPolicy(documents: Documents, by: ResourceFact, functionArn: PolicyText): Policy | Unknown {
  const { body } = by;
  const [principal, action] = [documents.findText(body.principal), documents.findText(body.action)];
  if (principal === undefined || action === undefined) return new Unknown(`${by.key} names nobody or no action`);
  const qualifier = documents.findText(body.qualifier);
  const resource = qualifier === undefined ? functionArn : textOf([...partsOf(functionArn), ':', ...partsOf(qualifier)]);
  const conditions = CONDITIONS.flatMap(([argument, operator, key]): readonly ConditionTest[] => {
    const value = documents.findText(body[argument]);
    return value === undefined ? [] : [{ operator, key, values: [value] }];
  });
  const sid = findStated(body.statement_id);
  const statement = {
    index: 0,
    ...(typeof sid === 'string' ? { sid } : {}),
    effect: 'Allow' as const,
    principals: { except: false, items: [principalOf(principal)] },
    actions: { except: false, items: [action] },
    resources: { except: false, items: [resource] },
    conditions,
  };
  return { version: '2012-10-17', statements: [statement], faults: [] };
}
