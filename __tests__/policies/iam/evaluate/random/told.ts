import type { Caller as TestCaller } from '../../../../iam';
import type { PlacedPolicy, PolicySet } from '../../../../../policies/iam/policy-set';
import type { AccessRequest, Caller, ContextValue } from '../../../../../policies/iam/request';
import type { PolicyText } from '../../../../../policies/model/policy/policy';
import { readPolicy } from '../../../../../policies/model/policy/read-policy';
import { Reference, Template, Unknown } from '../../../../../policies/model/term';
import { toldBucket } from './bucket';
import type { Drawn, DrawnRequest, Scenario } from './scenario';
import { GAPS, HOLE } from './vocabulary';

/** What stands for a hole in facts. */
function partOf(name: string): Reference | Unknown {
  const { attribute, type } = GAPS[name]!;
  if (attribute === undefined) return new Unknown('the expression is not evaluated: ${local.x}');
  return new Reference([{ key: `dev:${type}.${name}`, attribute }]);
}

/** A text as the documents tell it. */
function told(text: string): PolicyText {
  const pieces = text.split(HOLE).map((piece, at) => (at % 2 === 1 ? partOf(piece) : piece));
  return pieces.length === 1 ? text : new Template(pieces.filter((piece) => piece !== ''));
}

function placed(drawn: Drawn, name: string): PlacedPolicy {
  const { policy, hidden } = drawn;
  return { name, policy: hidden ? new Unknown('hidden') : readPolicy(told(JSON.stringify(policy))) };
}

/** The policies as the documents tell them. */
export function toldPolicies(scenario: Scenario): PolicySet {
  const { identity, boundary, session, resource, resourceKind, scp, rcp, endpoint, bucket } = scenario;
  return {
    identity: identity.map((each) => placed(each, 'identity')),
    ...(boundary === undefined ? {} : { boundary: placed(boundary, 'boundary') }),
    ...(session === undefined ? {} : { session: [placed(session, 'session')] as const }),
    resource: resource.map((each) => placed(each, 'resource')),
    resourceKind,
    scp: scp.map((level) => level.map((each) => placed(each, 'scp'))),
    rcp: rcp.map((level) => level.map((each) => placed(each, 'rcp'))),
    ...(endpoint === undefined ? {} : { endpoint: placed(endpoint, 'endpoint') }),
    ...(bucket === undefined ? {} : { bucket: toldBucket(bucket) }),
    grants: [],
    doubts: [],
  };
}

/** A caller as the product knows it. */
export function toldCaller({ kind, arn, accountId, roleArn }: TestCaller, hidesRole = false): Caller {
  return {
    kind,
    arn,
    ...(accountId === '' ? {} : { accountId }),
    ...(roleArn === undefined || hidesRole ? {} : { roleArn }),
  };
}

/** Of these the oracle knows no such keys; the product doesn't say. */
const BARE = ['service', 'federated'];

/** A question as the documents tell it. */
export function toldRequest({ caller, action, resource, resourceAccountId, hidesRole, context }: DrawnRequest): AccessRequest {
  const keys = new Map<string, ContextValue>();
  if (BARE.includes(caller.kind)) {
    for (const key of ['aws:principalarn', 'aws:principalaccount', 'aws:principaltype']) keys.set(key, 'absent');
  }
  for (const [key, value] of Object.entries(context)) {
    if (value !== 'hidden') keys.set(key.toLowerCase(), value === 'absent' ? value : value.map(told));
  }
  return {
    caller: toldCaller(caller, hidesRole),
    action,
    resource: told(resource),
    ...(resourceAccountId === undefined ? {} : { resourceAccountId }),
    context: keys,
  };
}
