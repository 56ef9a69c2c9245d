import type { ConditionTest, NamedPrincipal, Policy, PolicyText } from '../../../policy/policy';
import { partsOf, textOf } from '../../../arns';
import { type Term, Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import { type Documents, findStated } from '../documents';

/** The arguments that limit a permission, and the conditions that AWS makes of them. */
const CONDITIONS: readonly (readonly [argument: string, operator: string, key: string])[] = [
  ['source_account', 'StringEquals', 'AWS:SourceAccount'],
  ['source_arn', 'ArnLike', 'AWS:SourceArn'],
  ['principal_org_id', 'StringEquals', 'aws:PrincipalOrgID'],
  ['event_source_token', 'StringEquals', 'lambda:EventSourceToken'],
  ['function_url_auth_type', 'StringEquals', 'lambda:FunctionUrlAuthType'],
  ['invoked_via_function_url', 'Bool', 'lambda:InvokedViaFunctionUrl'],
];

/** What names a function, and the version or alias that is meant of it. */
export interface FunctionName {
  readonly name: Term | undefined;
  /** @default - the function itself */
  readonly qualifier?: PolicyText;
}

/** Stands for a part that isn't told, where a text is looked at as a whole. */
const HOLE = '\u0001';

/**
 * Splits what names a function, and may name a version or alias of it: `rotate:live`, or an ARN that ends in `:live`.
 * @source Lambda API reference, AddPermission: "You can append a version number or alias to any of the formats"
 */
export function functionNameOf(documents: Documents, { body, accountId }: ResourceFact): FunctionName {
  const parts = partsOf(documents.findText(body.function_name) ?? '');
  const holes = parts.filter((part) => typeof part !== 'string');
  const flat = parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
  const refilled = (text: string, before: string): PolicyText => {
    const rest = holes.slice(before.split(HOLE).length - 1);
    return textOf(text.split(HOLE).flatMap((piece, at) => (at === 0 ? [piece] : [rest[at - 1] ?? '', piece])));
  };
  const [, head, tail] = /^((?:.*:function:)?[^:]+):([^:]+)$/.exec(flat) ?? [];
  const isSplit = head !== undefined && tail !== undefined;
  const qualifier = documents.findText(body.qualifier) ?? (isSplit ? refilled(tail, head) : undefined);
  const name = isSplit ? refilled(head, '') : body.function_name;
  const [, account, own] = typeof name === 'string' ? (/^(\d{12}):function:(.+)$/.exec(name) ?? []) : [];
  // The ARN in part, `111111111111:function:rotate`, is of the provider's Region.
  const isOwn = account !== undefined && account === (accountId ?? account);
  return { name: isOwn ? own : name, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** An account is named by its root, a service by its domain, anybody else by an ARN. What isn't told may be either. */
function principalsOf(text: PolicyText): readonly NamedPrincipal[] {
  if (typeof text !== 'string') {
    return [
      { kind: 'AWS', text },
      { kind: 'Service', text },
    ];
  }
  return [{ kind: /^[\w-]+(\.[\w-]+)+$/.test(text) ? 'Service' : 'AWS', text }];
}

function resourceOf(functionArn: PolicyText, { qualifier }: FunctionName): PolicyText {
  return qualifier === undefined ? functionArn : textOf([...partsOf(functionArn), ':', ...partsOf(qualifier)]);
}

/**
 * The statement that a permission adds to the policy of a function.
 * @source Lambda API reference, AddPermission
 */
export function permissionPolicy(
  documents: Documents,
  by: ResourceFact,
  functionArn: PolicyText,
  named: FunctionName,
): Policy | Unknown {
  const { body } = by;
  const [principal, action] = [documents.findText(body.principal), documents.findText(body.action)];
  if (principal === undefined || action === undefined) return new Unknown(`${by.key} names nobody or no action`);
  const conditions = CONDITIONS.flatMap(([argument, operator, key]): readonly ConditionTest[] => {
    const value = documents.findText(body[argument]);
    // Whoever sets a switch to false limits nothing.
    return value === undefined || value === 'false' ? [] : [{ operator, key, values: [value] }];
  });
  const sid = findStated(body.statement_id);
  const statement = {
    index: 0,
    ...(typeof sid === 'string' ? { sid } : {}),
    effect: 'Allow' as const,
    principals: { except: false, items: principalsOf(principal) },
    actions: { except: false, items: [action] },
    resources: { except: false, items: [resourceOf(functionArn, named)] },
    conditions,
  };
  return { version: '2012-10-17', statements: [statement], faults: [] };
}

/**
 * What the provider adds where it makes a URL that asks nobody who he is: everybody may use that. It adds it once, and shows it
 * nowhere: of a URL that is there already it isn't told. Undefined where the URL asks.
 * @source Terraform AWS provider 5.100, aws_lambda_function_url: the permission FunctionURLAllowPublicAccess
 */
export function findUrlPolicy(
  documents: Documents,
  url: ResourceFact,
  functionArn: PolicyText,
  named: FunctionName,
): Policy | Unknown | undefined {
  const type = documents.findText(url.body.authorization_type);
  if (type === 'AWS_IAM') return undefined;
  if (type !== 'NONE') return new Unknown(`whether ${url.key} lets everybody in isn't told`);
  if (documents.isShown(url)) return new Unknown(`whether ${url.key} still lets everybody in isn't told`);
  const permission = {
    statement_id: 'FunctionURLAllowPublicAccess',
    action: 'lambda:InvokeFunctionUrl',
    principal: '*',
    function_url_auth_type: 'NONE',
  };
  return permissionPolicy(documents, { ...url, body: permission }, functionArn, named);
}
