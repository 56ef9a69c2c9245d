import { findTextKey } from '../../model/arns';
import type { EndpointFact, GuardedResource, IdentityFacts, PrincipalFact } from '../../model/identity/identity-facts';
import type { PolicyText } from '../../model/policy/policy';
import { openText } from '../../model/policy/policy-json';
import { Unknown } from '../../model/term';
import type { BucketSide, KeyGrant, PlacedPolicy, PolicySet } from '../policy-set';
import type { AccessRequest } from '../request';
import { type ArnParts, findArnParts } from './arn-parts';
import { guardedBy } from './guarded';
import { formsOf } from '../services/actions';
import { type Guards, guardsOf, resourceGuardsOf } from './guardrails';
import { placed } from './placed';
import { findPrincipal, findRole, rolesLike } from './principals';

/** Services whose resources have no policies of their own; of others there may be one that the documents don't tell. */
const WITHOUT_POLICIES: ReadonlySet<string> = new Set([
  'autoscaling',
  'cloudformation',
  'cloudwatch',
  'config',
  'ec2',
  'ecs',
  'eks',
  'elasticache',
  'elasticloadbalancing',
  'guardduty',
  'iam',
  'rds',
  'route53',
  'securityhub',
  'states',
]);
/**
 * Of these services other resources may have policies: channels, event data stores and dashboards, the catalog, and rule groups.
 * @source AWS Glue developer guide, "AWS Glue resource policies for access control": "You can't attach it to any other AWS Glue
 * resources such as jobs, triggers, development endpoints, crawlers, or classifiers."
 */
const SOME_WITHOUT_POLICIES: Readonly<Record<string, RegExp>> = {
  cloudtrail: /^trail\//,
  glue: /^(crawler|devEndpoint|job|trigger)\//,
  wafv2: /^\w+\/(webacl|ipset|regexpatternset)\//,
};

/** Actions by which one takes on a role: its trust policy decides. */
const TRUSTING = /^sts:(AssumeRole.*|TagSession|SetSourceIdentity)$/i;

/** What guards the resource, and what isn't told of it. */
interface ResourceSide {
  readonly kind: PolicySet['resourceKind'];
  readonly policies: readonly PlacedPolicy[];
  /** @default - it is no bucket of the documents */
  readonly bucket?: BucketSide;
  readonly grants: readonly KeyGrant[];
  readonly doubts: readonly Unknown[];
}

/** A policy that there is, or may be, outside of the documents. */
function untold(text: PolicyText, what: string): PlacedPolicy {
  return { name: `the ${what} of ${openText(text)}`, policy: new Unknown('it is not in the documents') };
}

/** Whether a resource may have a policy, by what stands behind the third and the fifth colon of its ARN. */
function isGuarded(service: string, resource: string): boolean {
  return !WITHOUT_POLICIES.has(service) && SOME_WITHOUT_POLICIES[service]?.test(resource) !== true;
}

function mayHavePolicy({ action, resource }: AccessRequest, arn: ArnParts | undefined): boolean {
  if (arn !== undefined) return isGuarded(arn.service, arn.resource);
  if (resource === '*') return false;
  // A reference, or `arn:*` of a question, may be the ARN of whatever the action can be about.
  const forms = formsOf(action).map((form) => form.split(':'));
  return forms.length === 0 || forms.some(([, , service = '', , , ...rest]) => isGuarded(service, rest.join(':')));
}

/** Who assumes a role asks its trust policy. */
function trustOf(facts: IdentityFacts, resource: PolicyText): ResourceSide {
  const role = findRole(facts, resource);
  const trust = role?.trust;
  const policies = [trust === undefined ? untold(resource, 'trust policy') : placed(trust)];
  const hidden = role === undefined ? rolesLike(facts, resource) : [];
  return { kind: 'trust', policies, grants: [], doubts: hidden.map(({ fact }) => new Unknown(`${fact.key} may be that role`)) };
}

/** The grants on a key. One that isn't told for sure may allow. */
function grantsOn(facts: IdentityFacts, { fact }: GuardedResource): Pick<ResourceSide, 'grants' | 'doubts'> {
  const on = facts.grants.filter(({ keys }) => keys.includes(fact.key));
  const grants: KeyGrant[] = [];
  const doubts: Unknown[] = [];
  for (const {
    fact: { key },
    certain,
    grantee,
    actions,
    constrained,
  } of on) {
    if (certain && grantee !== undefined && !(actions instanceof Unknown)) {
      grants.push({ key, granteeArn: grantee, actions, constrained });
    } else doubts.push(new Unknown(`${key} may grant more on the key`));
  }
  return { grants, doubts };
}

function bucketSide({ fact: { address, key }, bucket }: GuardedResource): BucketSide | undefined {
  return bucket && { ...bucket, name: `the ACL of ${address}`, key };
}

/**
 * The policy of an organisation delegates to member accounts, and gives nothing to the management account, whose it is.
 * @source AWS Organizations user guide, "Delegated administrator for AWS Organizations"
 */
function isOwnOrganization({ caller, resourceAccountId, isOwn }: AccessRequest, arn: ArnParts | undefined): boolean {
  if (arn?.service !== 'organizations') return false;
  return isOwn ?? (caller.accountId !== undefined && caller.accountId === resourceAccountId);
}

function resourceSideOf(facts: IdentityFacts, request: AccessRequest): ResourceSide {
  const { action, resource } = request;
  const arn = findArnParts(resource);
  if (TRUSTING.test(action)) return trustOf(facts, resource);
  const isKey = arn?.service === 'kms' && arn.resource.startsWith('key/');
  const { found, maybe } = guardedBy(facts, resource);
  if (found !== undefined) {
    const onKey = isKey ? grantsOn(facts, found) : { grants: [], doubts: [] };
    const kind = isKey ? 'kms' : 'other';
    const bucket = bucketSide(found);
    return {
      kind,
      policies: found.policies.map(placed),
      ...(bucket === undefined ? {} : { bucket }),
      grants: onKey.grants,
      doubts: [...found.doubts, ...onKey.doubts],
    };
  }
  if (isKey) return { kind: 'kms', policies: [untold(resource, 'key policy')], grants: [], doubts: [] };
  const candidates = maybe.map(({ fact }) => new Unknown(`${fact.key} may be that resource`));
  const isOpen = candidates.length === 0 && mayHavePolicy(request, arn) && !isOwnOrganization(request, arn);
  const policies = isOpen ? [untold(resource, 'policy')] : [];
  return { kind: 'other', policies, grants: [], doubts: candidates };
}

/** The endpoint that the request comes by, as its context tells. */
function endpointOf(facts: IdentityFacts, { context }: AccessRequest): EndpointFact | Unknown | undefined {
  const told = context.get('aws:sourcevpce');
  const [id] = told === undefined || told === 'absent' ? [] : told;
  if (id === undefined) return undefined;
  const key = findTextKey(id);
  const found = facts.endpoints.find(({ id: own }) => key !== undefined && key === findTextKey(own));
  return found ?? new Unknown(`the policy of the endpoint ${openText(id)} is not in the documents`);
}

/** Whoever is an identity of the documents has its policies; another one's aren't told. */
function identitySide(request: AccessRequest, principal: PrincipalFact | undefined): readonly PlacedPolicy[] {
  const { kind, arn, roleArn } = request.caller;
  if (principal !== undefined) return principal.policies.map(placed);
  return kind === 'user' || kind === 'role-session' ? [untold(roleArn ?? arn, 'access')] : [];
}

/** Service control policies limit the principals of member accounts, and not the roles that AWS keeps for its services. */
function callerGuards(facts: IdentityFacts, { caller }: AccessRequest): Guards {
  const isOurs = caller.kind === 'user' || caller.kind === 'role-session' || caller.kind === 'root';
  const isLinked = findArnParts(caller.roleArn ?? '')?.resource.startsWith('role/aws-service-role/') === true;
  return isOurs && !isLinked ? guardsOf(facts, caller.accountId, 'scps') : { doubts: [] };
}

/** Every policy of the documents that has a say in a request, and what they don't tell of others. */
export function policySetFor(facts: IdentityFacts, request: AccessRequest): PolicySet {
  const principal = findPrincipal(facts, request.caller);
  const resource = resourceSideOf(facts, request);
  const endpoint = endpointOf(facts, request);
  const scp = callerGuards(facts, request);
  const [service = ''] = request.action.split(':');
  const rcp: Guards =
    request.resource === '*' ? { doubts: [] } : resourceGuardsOf(facts, request.resourceAccountId, service.toLowerCase());
  const through =
    endpoint instanceof Unknown ? { name: 'endpoint policy', policy: endpoint } : endpoint?.policy && placed(endpoint.policy);
  return {
    identity: identitySide(request, principal),
    ...(principal?.boundary === undefined ? {} : { boundary: placed(principal.boundary) }),
    resource: resource.policies,
    resourceKind: resource.kind,
    ...(resource.bucket === undefined ? {} : { bucket: resource.bucket }),
    ...(scp.levels === undefined ? {} : { scp: scp.levels }),
    ...(rcp.levels === undefined ? {} : { rcp: rcp.levels }),
    ...(through === undefined ? {} : { endpoint: through }),
    grants: resource.grants,
    doubts: [
      ...(principal?.doubts ?? []),
      ...resource.doubts,
      ...scp.doubts,
      ...rcp.doubts,
      ...(endpoint === undefined || endpoint instanceof Unknown ? [] : endpoint.doubts),
    ],
  };
}
