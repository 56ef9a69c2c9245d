import { type Bucket, isForeign, isInAcl, isShutOut } from './bucket';
import type { PolicyJson, StatementJson } from './policy-json';
import { namingOf } from './principal';
import type { Caller, Request } from './request';
import { applying } from './statement';

/** Every policy that has a say. What is left out isn't there: a boundary that is left out limits nothing. */
export interface Policies {
  readonly identity?: readonly PolicyJson[];
  readonly boundary?: PolicyJson;
  readonly session?: PolicyJson;
  readonly resource?: readonly PolicyJson[];
  /** Level by level, from the organisation's root to the account; each level must allow. */
  readonly scp?: readonly (readonly PolicyJson[])[];
  /** As scp; put AWS's RCPFullAWSAccess in yourself. */
  readonly rcp?: readonly (readonly PolicyJson[])[];
  /** Of the VPC endpoint that the request came by. */
  readonly endpoint?: PolicyJson;
  /**
   * Whether the resource's own policy is required: of keys (kms) and roles (trust) it is.
   * @default 'other'
   */
  readonly resourceKind?: 'kms' | 'trust' | 'other';
  /** What S3 says of the bucket beside its policy. Left out: nothing is blocked, and no ACL counts. */
  readonly bucket?: Bucket;
  /** KMS grants on the key that is asked for. */
  readonly grants?: readonly Grant[];
}

/** A KMS grant: it allows beside all policies. */
export interface Grant {
  readonly granteeArn: string;
  readonly actions: readonly string[];
}

/** Which policy decided. */
export type Decider =
  | 'explicit deny'
  | 'scp'
  | 'rcp'
  | 'endpoint'
  | 'identity'
  | 'boundary'
  | 'session'
  | 'resource'
  | 'identity and resource'
  | 'grant'
  | 'root user'
  | 'nobody';

/** What AWS would answer: by whom, and the statement that said so, where it has a Sid. */
export interface Decision {
  readonly decision: 'allowed' | 'denied';
  readonly by: Decider;
  readonly sid?: string;
}

const denied = (by: Decider, sid?: string): Decision => ({ decision: 'denied', by, ...(sid === undefined ? {} : { sid }) });
const allowed = (by: Decider, sid?: string): Decision => ({ decision: 'allowed', by, ...(sid === undefined ? {} : { sid }) });

/** The first statement of policies without principals that has this effect. */
function firstOf(policies: readonly PolicyJson[], request: Request, effect: 'Allow' | 'Deny'): StatementJson | undefined {
  const [found] = policies.flatMap((policy) => applying(policy, request, effect));
  if (found?.Principal !== undefined) throw new Error(`${found.Sid ?? ''}: only the policy of a resource names principals`);
  return found;
}

/** The statements of policies with principals that have this effect on the caller. */
function naming(policies: readonly PolicyJson[], request: Request, effect: 'Allow' | 'Deny') {
  return policies
    .flatMap((policy) => applying(policy, request, effect))
    .flatMap((statement) => {
      const way = namingOf(statement, request.principal);
      return way === undefined ? [] : [{ way, sid: statement.Sid }];
    });
}

/** Whether the caller has policies of its own: AWS's services, web identities and nobody haven't. */
const hasIdentity = ({ kind }: Caller): boolean => kind === 'user' || kind === 'role-session' || kind === 'root';

/** "SCPs do not affect any service-linked role", and neither do RCPs. */
const isServiceLinked = ({ roleArn = '' }: Caller): boolean => roleArn.includes(':role/aws-service-role/');
const isUnderScp = (caller: Caller): boolean => hasIdentity(caller) && !isServiceLinked(caller);

/** "The root principal in a bucket owner's account can perform these, even if the bucket policy explicitly denies it." */
const RESCUES = ['s3:getbucketpolicy', 's3:putbucketpolicy', 's3:deletebucketpolicy'];
function isOwnersRescue({ action, principal, resourceAccountId = principal.accountId }: Request): boolean {
  return principal.kind === 'root' && principal.accountId === resourceAccountId && RESCUES.includes(action.toLowerCase());
}

/** "Cannot perform the operation on the protected role": AWS alone changes what it keeps under /aws-reserved/. */
const CHANGES =
  'attachrolepolicy detachrolepolicy putrolepolicy deleterolepolicy putrolepermissionsboundary deleterolepermissionsboundary ' +
  'updateassumerolepolicy updaterole updateroledescription deleterole';
function changesReserved({ action, resource, principal }: Request): boolean {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  const isChange = service === 'iam' && CHANGES.split(' ').includes(name);
  return isChange && resource.includes(':role/aws-reserved/') && !isServiceLinked(principal);
}

/** An explicit deny anywhere ends it. */
function explicitDeny(policies: Policies, request: Request): Decision | undefined {
  const { identity = [], boundary, session, resource = [], scp = [], rcp = [], endpoint } = policies;
  const own = [...identity, ...[boundary, session].flatMap((policy) => policy ?? [])];
  const plain = hasIdentity(request.principal) ? own : [];
  const guards = isUnderScp(request.principal) ? scp.flat() : [];
  const statement = firstOf([...plain, ...guards], request, 'Deny');
  if (statement !== undefined) return denied('explicit deny', statement.Sid);
  const ofResource = isOwnersRescue(request) ? [] : resource;
  const rcps = isServiceLinked(request.principal) ? [] : rcp.flat();
  const [found] = naming([...ofResource, ...rcps, ...(endpoint === undefined ? [] : [endpoint])], request, 'Deny');
  return found === undefined ? undefined : denied('explicit deny', found.sid);
}

/** What limits everybody, whoever grants: each must allow. */
function outerLimit({ scp = [], rcp = [], endpoint }: Policies, request: Request): Decision | undefined {
  const guards = isUnderScp(request.principal) ? scp : [];
  const resourceGuards = isServiceLinked(request.principal) ? [] : rcp;
  if (guards.some((level) => firstOf(level, request, 'Allow') === undefined)) return denied('scp');
  if (resourceGuards.some((level) => naming(level, request, 'Allow').length === 0)) return denied('rcp');
  if (endpoint !== undefined && naming([endpoint], request, 'Allow').length === 0) return denied('endpoint');
  return undefined;
}

/** What limits the caller's own policies, and what is given to its role. */
function innerLimit({ boundary, session }: Policies, request: Request): Decision | undefined {
  if (boundary !== undefined && firstOf([boundary], request, 'Allow') === undefined) return denied('boundary');
  if (session !== undefined && firstOf([session], request, 'Allow') === undefined) return denied('session');
  return undefined;
}

/** What the caller's own policies come to, boundary and session included. The root user needs none. */
function ownDecision(policies: Policies, request: Request): Decision {
  if (request.principal.kind === 'root') return allowed('root user');
  const granted = firstOf(policies.identity ?? [], request, 'Allow');
  if (granted === undefined) return denied('identity');
  return innerLimit(policies, request) ?? allowed('identity', granted.Sid);
}

/** Those statements of the resource's policy that let the caller in; S3 may not let them. */
function lettingIn({ resource = [], bucket }: Policies, request: Request) {
  return isShutOut(bucket, resource, request) ? [] : naming(resource, request, 'Allow');
}

function withinOneAccount(policies: Policies, request: Request): Decision {
  const { resourceKind = 'other' } = policies;
  const grants = lettingIn(policies, request);
  const direct = grants.find(({ way }) => way === 'itself');
  if (direct !== undefined) return allowed('resource', direct.sid);
  const toRole = grants.find(({ way }) => way === 'role');
  if (toRole !== undefined) return innerLimit(policies, request) ?? allowed('resource', toRole.sid);
  // An account that is named gives nothing by itself; it lets the account's own policies decide, where they couldn't.
  if (resourceKind !== 'other' && grants.length === 0) return denied('resource');
  return ownDecision(policies, request);
}

function acrossAccounts(policies: Policies, request: Request): Decision {
  const [grant] = lettingIn(policies, request);
  if (grant === undefined && !isInAcl(policies.bucket, request)) return denied('resource');
  const own = ownDecision(policies, request);
  return own.decision === 'denied' ? own : allowed('identity and resource', own.sid ?? grant?.sid);
}

function withoutGrants(policies: Policies, request: Request): Decision {
  const { principal, resourceAccountId = principal.accountId } = request;
  if (!hasIdentity(principal)) {
    const [grant] = lettingIn(policies, request);
    const isLetIn = grant !== undefined || isInAcl(policies.bucket, request);
    return isLetIn ? allowed('resource', grant?.sid) : denied('resource');
  }
  return principal.accountId === resourceAccountId ? withinOneAccount(policies, request) : acrossAccounts(policies, request);
}

/**
 * AWS's answer to a request, as the IAM user guide states it ("How AWS enforcement code logic evaluates requests to allow
 * or deny access"). Simple and slow on purpose: it is what other evaluators are compared with, so it shares nothing with
 * the product, and refuses what it doesn't know.
 */
export function evaluate(policies: Policies, request: Request): Decision {
  const action = request.action.toLowerCase();
  if (action === 'sts:getcalleridentity' && request.principal.kind !== 'anonymous') return allowed('nobody');
  if (action === 'sts:assumerole' && request.principal.kind === 'root') return denied('root user');
  if (changesReserved(request)) return denied('nobody');
  const limit = explicitDeny(policies, request) ?? outerLimit(policies, request);
  if (limit !== undefined) return limit;
  const decision = withoutGrants(policies, request);
  // Whoever owns an object decides, and no policy of the bucket.
  const isAnothers = isForeign(policies.bucket, request) && !isInAcl(policies.bucket, request);
  if (decision.decision === 'allowed') return isAnothers ? denied('resource') : decision;
  const { principal, resourceAccountId = principal.accountId } = request;
  const granted = (policies.grants ?? []).some(
    ({ granteeArn, actions }) =>
      [principal.arn, principal.roleArn].includes(granteeArn) && actions.some((each) => each.toLowerCase() === action),
  );
  if (granted && (principal.accountId !== resourceAccountId || innerLimit(policies, request) !== undefined)) {
    throw new Error('what a grant gives across accounts, and under a boundary, is nowhere documented');
  }
  return granted ? allowed('grant') : decision;
}
