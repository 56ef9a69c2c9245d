import type { PolicyText } from '../../model/policy/policy';
import { Template, Unknown } from '../../model/term';
import type { AccessRequest, Caller, ContextValue } from '../request';

/**
 * Actions whose requests don't say whose the resource is.
 * @source IAM user guide, "AWS global condition context keys": aws:ResourceAccount, Availability
 */
const WITHOUT_RESOURCE_ACCOUNT =
  /^(ebs|events|workspaces|route53):|^ec2:(copy|createtransitgatewaypeeringattachment|createvolume|createvpcpeeringconnection)/i;

/** What AWS says of a direct call of a service only. */
const SAID_BY_SERVICES: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

/** A value that is there and isn't known. */
function hidden(why: string): ContextValue {
  return [new Template([new Unknown(why)])];
}

/** What stands behind the last slash; a part that only apply tells may have slashes in it. */
function nameIn(arn: PolicyText): ContextValue {
  const parts = typeof arn === 'string' ? [arn] : arn.parts;
  const last = parts.at(-1);
  if (typeof last !== 'string' || !last.includes('/')) return hidden("the user's name isn't known");
  return [last.slice(last.lastIndexOf('/') + 1)];
}

const orHidden = (text: PolicyText | undefined, why: string): ContextValue => (text === undefined ? hidden(why) : [text]);

const NO_SERVICE = { 'aws:principalisawsservice': ['false'], 'aws:principalservicename': 'absent' } as const;

/**
 * The keys of callers that AWS fills in, as far as a caller's kind tells them.
 * @source IAM user guide, "AWS global condition context keys", and "Policy variables": Principal key values
 */
function ownKeys({ kind, arn, accountId, roleArn }: Caller): Readonly<Record<string, ContextValue>> {
  const account = orHidden(accountId, "the caller's account isn't known");
  switch (kind) {
    case 'user':
      return {
        ...NO_SERVICE,
        'aws:principalarn': [arn],
        'aws:principalaccount': account,
        'aws:principaltype': ['User'],
        'aws:username': nameIn(arn),
      };
    case 'role-session':
      return {
        ...NO_SERVICE,
        'aws:principalarn': orHidden(roleArn, "the role's ARN isn't known"),
        'aws:principalaccount': account,
        'aws:principaltype': ['AssumedRole'],
        'aws:username': 'absent',
      };
    case 'root':
      return {
        ...NO_SERVICE,
        'aws:principalarn': [arn],
        'aws:principalaccount': account,
        'aws:principaltype': ['Account'],
        'aws:username': 'absent',
      };
    case 'service':
      return {
        'aws:principalisawsservice': ['true'],
        'aws:principalservicename': [arn],
        'aws:principalorgid': 'absent',
        'aws:username': 'absent',
      };
    case 'federated':
      return { ...NO_SERVICE, 'aws:username': 'absent' };
    case 'anonymous':
      return {
        'aws:principalisawsservice': 'absent',
        'aws:principalservicename': 'absent',
        'aws:principalarn': 'absent',
        'aws:principalaccount': ['anonymous'],
        'aws:principaltype': ['Anonymous'],
        'aws:principalorgid': 'absent',
        'aws:userid': ['anonymous'],
        'aws:username': 'absent',
      };
  }
}

const known = new WeakMap<Caller, Readonly<Record<string, ContextValue>>>();

/** What a request has for a condition key, in lower case, by what AWS fills in; undefined where nothing tells it. */
export function findFilledIn(request: AccessRequest, key: string): ContextValue | undefined {
  const { caller, action, resourceAccountId } = request;
  let keys = known.get(caller);
  if (keys === undefined) {
    keys = ownKeys(caller);
    known.set(caller, keys);
  }
  if (Object.hasOwn(keys, key)) return keys[key];
  if (caller.kind !== 'service' && SAID_BY_SERVICES.has(key)) return 'absent';
  if (key === 'aws:resourceaccount' && resourceAccountId !== undefined && !WITHOUT_RESOURCE_ACCOUNT.test(action)) {
    return [resourceAccountId];
  }
  if (key === 'kms:calleraccount' && /^kms:/i.test(action) && caller.accountId !== undefined) return [caller.accountId];
  return undefined;
}
