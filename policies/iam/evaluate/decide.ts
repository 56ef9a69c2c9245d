import type { Decider, Decision } from '../decision';
import type { GuardLevels, PolicySet } from '../policy-set';
import type { AccessRequest } from '../request';
import { hasIdentity, isOneAccount } from './accounts';
import { type Answer, either, ofIdentity, ofResource, onlyIf } from './answer';
import { Asked } from './asked';
import { resourceDenies } from './bucket/bucket-side';
import { firstRefusal, insideDecision, refusal } from './inside';
import { grantDecision } from './key-grant';
import { changesProtectedRole } from './protected-roles';
import { isArnLike, isLike, unitsOf } from './text/pattern';
import { denied, deniedBy, openBy } from './told';
import { Doubt, not, type Truth } from './truth';

const SERVICE_LINKED = unitsOf('arn:*:iam::*:role/aws-service-role/*', true);

/** "SCPs do not affect any service-linked role", and neither do RCPs. */
function isServiceLinked({ request: { caller } }: Asked): Truth {
  if (caller.kind !== 'role-session') return false;
  if (caller.roleArn === undefined) {
    // A session's ARN has no path, and nobody else may give a role this name's beginning under that path.
    const isOne = isLike(unitsOf('arn:*:sts::*:assumed-role/AWSServiceRoleFor*', true), unitsOf(caller.arn, false));
    return isOne === false ? false : new Doubt("whether it is a service-linked role isn't known");
  }
  const answer = isArnLike(SERVICE_LINKED, unitsOf(caller.roleArn, false));
  return answer === 'maybe' ? new Doubt("whether it is a service-linked role isn't known") : answer;
}

/** "The root principal in a bucket owner's account can perform these, even if the bucket policy explicitly denies it." */
function isOwnersRescue(asked: Asked): Truth {
  const { action, request } = asked;
  return request.caller.kind === 'root' && /^s3:(get|put|delete)bucketpolicy$/.test(action) && isOneAccount(asked);
}

/** Whom guardrails limit. */
interface Guarded {
  readonly byScp: Truth;
  readonly byRcp: Truth;
}

function explicitDeny(set: PolicySet, asked: Asked, { byScp, byRcp }: Guarded): Answer {
  const { identity, boundary, session = [], scp = [], rcp = [], endpoint } = set;
  const own = hasIdentity(asked) ? [...identity, ...(boundary === undefined ? [] : [boundary]), ...session] : [];
  return either([
    ofIdentity(own, 'Deny', asked),
    onlyIf(byScp, ofIdentity(scp.flat(), 'Deny', asked)),
    onlyIf(not(isOwnersRescue(asked)), resourceDenies(set, asked)),
    onlyIf(byRcp, ofResource(rcp.flat(), 'Deny', asked)),
    ofResource(endpoint === undefined ? [] : [endpoint], 'Deny', asked),
  ]);
}

/** What a limit says, if it isn't sure that it limits. */
function limitIf(truth: Truth, by: Decider, limit: () => Decision | undefined): Decision | undefined {
  const found = truth === false ? undefined : limit();
  return truth instanceof Doubt && found !== undefined ? { decision: 'unknown', by, why: truth.why } : found;
}

/** Each level must allow. */
function guardLimit(
  levels: GuardLevels,
  by: 'scp' | 'rcp',
  allows: (policies: GuardLevels[number]) => Answer,
): Decision | undefined {
  const noun = by === 'scp' ? 'service control policy' : 'resource control policy';
  return firstRefusal(levels.map((level, at) => refusal(by, allows(level), `no ${noun} of level ${String(at + 1)} allows it`)));
}

/** What limits everybody, whoever grants: each must allow. */
function outerLimit({ scp = [], rcp = [], endpoint }: PolicySet, asked: Asked, guarded: Guarded): Decision | undefined {
  return firstRefusal([
    limitIf(guarded.byScp, 'scp', () => guardLimit(scp, 'scp', (level) => ofIdentity(level, 'Allow', asked))),
    limitIf(guarded.byRcp, 'rcp', () => guardLimit(rcp, 'rcp', (level) => ofResource(level, 'Allow', asked))),
    endpoint &&
      refusal('endpoint', ofResource([endpoint], 'Allow', asked), `the endpoint policy ${endpoint.name} doesn't allow it`),
  ]);
}

/** What AWS answers without a look at policies; undefined for all else. */
function findUnasked(asked: Asked, { endpoint }: PolicySet): Decision | undefined {
  const { action, request } = asked;
  const { caller } = request;
  // STS API reference, GetCallerIdentity: "No permissions are required", whatever a policy denies.
  if (action === 'sts:getcalleridentity' && caller.kind !== 'anonymous' && endpoint === undefined) {
    return { decision: 'allowed', by: 'nobody', why: 'sts:GetCallerIdentity needs no permission' };
  }
  // STS API reference, AssumeRole: "You cannot use AWS account root user credentials to call AssumeRole."
  if (action === 'sts:assumerole' && caller.kind === 'root') {
    return denied('root user', 'the root user can assume no role');
  }
  if (changesProtectedRole(asked) && isServiceLinked(asked) === false) {
    return denied('nobody', 'nobody but AWS changes a role under /aws-reserved/');
  }
  return undefined;
}

/**
 * What AWS would answer to a request, as the IAM user guide states it ("How AWS enforcement code logic evaluates requests to
 * allow or deny access"): an explicit deny anywhere, service control policies level by level, resource control policies, the
 * endpoint's policy, then what caller and resource say. What isn't known, in the policies or of the request, is taken for
 * everything that it may be: an answer that isn't `unknown` holds for all of these.
 *
 * A guardrail that is left out limits nothing: whoever doesn't know them passes one that is `Unknown`.
 */
export function decide(policies: PolicySet, request: AccessRequest): Decision {
  const asked = new Asked(request);
  const unasked = findUnasked(asked, policies);
  if (unasked !== undefined) return unasked;
  const isFree = isServiceLinked(asked);
  const guarded: Guarded = { byScp: hasIdentity(asked) ? not(isFree) : false, byRcp: not(isFree) };

  const deny = explicitDeny(policies, asked, guarded);
  if (deny.is === 'yes') return deniedBy(deny);
  const [doubt] = policies.doubts;
  const limit = outerLimit(policies, asked, guarded);
  const inside = limit?.decision === 'denied' ? limit : insideDecision(policies, asked);
  const granted = inside.decision === 'allowed' || inside === limit ? inside : (grantDecision(policies, asked) ?? inside);
  const found = granted.decision === 'denied' ? granted : (limit ?? granted);
  if (doubt !== undefined) return { decision: 'unknown', by: found.by, why: doubt.why };
  return deny.is === 'maybe' && found.decision === 'allowed' ? openBy('explicit deny', deny) : found;
}
