import { evaluate, HOME, type Policies } from '../../../../iam';
import type { Request } from '../../../../iam';
import { decide } from '../../../../../policies/iam/evaluate/decide';
import type { BucketSide, PlacedPolicy, PolicySet } from '../../../../../policies/iam/policy-set';
import type { AccessRequest, ContextValue } from '../../../../../policies/iam/request';
import { readPolicy } from '../../../../../policies/model/policy/read-policy';
import { Reference, Template, type Term, Unknown } from '../../../../../policies/model/term';
import { toldBucket } from '../random/bucket';
import type { Case, CaseBucket, CasePolicy, CaseRequest, CaseSet } from './case';

const isTerm = (given: CasePolicy): given is Template | Reference | Unknown =>
  given instanceof Template || given instanceof Reference || given instanceof Unknown;

const OFF = { blockPublicAcls: false, ignorePublicAcls: false, blockPublicPolicy: false, restrictPublicBuckets: false };

function bucketOf({ acls = false, acl = [], isStored = true, ...switches }: CaseBucket): BucketSide {
  return toldBucket({ block: { ...OFF, ...switches }, acls, acl, isStored });
}

function setOf(set: CaseSet): PolicySet {
  const place =
    (name: string) =>
    (given: CasePolicy): PlacedPolicy => {
      const term: Term = isTerm(given) ? given : JSON.stringify(given);
      return { name, policy: readPolicy(term) };
    };
  const {
    identity = [],
    boundary,
    session,
    resource = [],
    resourceKind = 'other',
    scp,
    rcp,
    endpoint,
    bucket,
    grants = [],
    doubts = [],
  } = set;
  return {
    identity: identity.map(place('identity')),
    ...(boundary === undefined ? {} : { boundary: place('boundary')(boundary) }),
    ...(session === undefined ? {} : { session: [place('session')(session)] as const }),
    resource: resource.map(place('resource')),
    resourceKind,
    ...(scp === undefined ? {} : { scp: scp.map((level) => level.map(place('scp'))) }),
    ...(rcp === undefined ? {} : { rcp: rcp.map((level) => level.map(place('rcp'))) }),
    ...(endpoint === undefined ? {} : { endpoint: place('endpoint')(endpoint) }),
    ...(bucket === undefined ? {} : { bucket: bucketOf(bucket) }),
    grants,
    doubts,
  };
}

function requestOf({ caller, action, resource, resourceAccountId, context }: CaseRequest): AccessRequest {
  const { accountId = '', ...who } = caller;
  const keys = Object.entries(context).map(([key, value]): [string, ContextValue] => [
    key.toLowerCase(),
    typeof value === 'string' && value !== 'absent' ? [value] : value,
  ]);
  return {
    caller: { ...who, ...(accountId === '' ? {} : { accountId }) },
    action,
    resource,
    ...(resourceAccountId === 'hidden' ? {} : { resourceAccountId }),
    context: new Map(keys),
  };
}

/** What the product says. */
export function answerOf({ set, request }: Case): { readonly says: string; readonly why: string } {
  const { decision, by, why } = decide(setOf(set), requestOf(request));
  return { says: `${decision} by ${by}`, why };
}

/** What the oracle says. */
export function oracleOf({ set, request }: Case): string {
  const present = Object.entries(request.context).filter(([, value]) => value !== 'absent');
  const { doubts: _doubts, bucket, ...said } = set;
  const policies = {
    ...said,
    ...(bucket === undefined ? {} : { bucket: { ...OFF, acls: false, acl: [], objectAcl: [], ...bucket } }),
  };
  const asked = { principal: { accountId: HOME, ...request.caller }, ...request, context: Object.fromEntries(present) };
  const { decision, by } = evaluate(policies as Policies, asked as unknown as Request);
  return `${decision} by ${by}`;
}
