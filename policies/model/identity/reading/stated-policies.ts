import { isTermMap, Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { PolicyKind, StatedPolicy } from '../identity-facts';
import { type Documents, findStated, itemsOf } from './documents';
import { GUARDED_TYPES } from './resources/guarded-types';

type Place = readonly [type: string, argument: string, kind: PolicyKind];

/** Where policies stand beside the resources that they guard. */
const PLACES: readonly Place[] = [
  ['aws_iam_policy', 'policy', 'managed'],
  ['aws_iam_user_policy', 'policy', 'inline-user'],
  ['aws_iam_group_policy', 'policy', 'inline-group'],
  ['aws_iam_role_policy', 'policy', 'inline-role'],
  ['aws_iam_role', 'assume_role_policy', 'trust'],
  ['aws_ssoadmin_permission_set_inline_policy', 'inline_policy', 'permission-set'],
  ['aws_vpc_endpoint', 'policy', 'endpoint'],
  ['aws_vpc_endpoint_policy', 'policy', 'endpoint'],
  ['aws_cloudwatch_log_resource_policy', 'policy_document', 'resource'],
  ['aws_organizations_resource_policy', 'content', 'resource'],
  ['aws_s3_access_point', 'policy', 'resource'],
  ['aws_s3control_access_point_policy', 'policy', 'resource'],
  ['aws_s3control_bucket_policy', 'policy', 'bucket'],
  ['aws_glue_resource_policy', 'policy', 'resource'],
  ['aws_api_gateway_rest_api', 'policy', 'resource'],
  ['aws_api_gateway_rest_api_policy', 'policy', 'resource'],
  ['aws_acmpca_policy', 'policy', 'resource'],
  ['aws_codeartifact_domain_permissions_policy', 'policy_document', 'resource'],
  ['aws_codeartifact_repository_permissions_policy', 'policy_document', 'resource'],
  ['aws_codebuild_resource_policy', 'policy', 'resource'],
  ['aws_ecr_registry_policy', 'policy', 'resource'],
  ['aws_ecrpublic_repository_policy', 'policy', 'resource'],
  ['aws_media_store_container_policy', 'policy', 'resource'],
  ['aws_redshift_resource_policy', 'policy', 'resource'],
  ['aws_redshiftserverless_resource_policy', 'policy', 'resource'],
  ['aws_schemas_registry_policy', 'policy', 'resource'],
  ['aws_transfer_access', 'policy', 'resource'],
  ['aws_vpclattice_auth_policy', 'policy', 'resource'],
  ['aws_vpclattice_resource_policy', 'policy', 'resource'],
  ...GUARDED_TYPES.flatMap(({ type, own, kind, companions, beside }): readonly Place[] => [
    ...(own === undefined ? [] : ([[type, own, kind]] as const)),
    ...[...companions, ...beside].map((companion): Place => [companion.type, companion.policy, kind]),
  ]),
];

const GUARDRAILS: Readonly<Record<string, PolicyKind>> = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' };

/** One type guards several, and its policies stand in one place. */
const DISTINCT: readonly Place[] = [...new Map(PLACES.map((place) => [`${place[0]}.${place[1]}`, place])).values()];

function guardrailsOf(documents: Documents): readonly StatedPolicy[] {
  return documents.of('aws_organizations_policy').flatMap((fact) => {
    const type = findStated(fact.body.type) ?? 'SERVICE_CONTROL_POLICY';
    const kind = typeof type === 'string' ? GUARDRAILS[type] : undefined;
    const policy = documents.findPolicy(fact, 'content');
    return kind === undefined || policy === undefined ? [] : [{ kind, fact, argument: 'content', policy }];
  });
}

/** Policies inside of roles. States repeat there what other resources hold. */
function inlineOf(documents: Documents, fact: ResourceFact): readonly StatedPolicy[] {
  if (documents.isState(fact)) return [];
  return itemsOf(fact.body.inline_policy).flatMap((block, at) => {
    const policy = isTermMap(block) ? documents.findPolicyIn(block.policy) : new Unknown("the block isn't told");
    const argument = `inline_policy[${String(at)}].policy`;
    return policy === undefined ? [] : [{ kind: 'inline-role' as const, fact, argument, policy }];
  });
}

/** Every policy of the documents where it stands, whether or not it is attached to anything. */
export function statedPolicies(documents: Documents): readonly StatedPolicy[] {
  const placed = DISTINCT.flatMap(([type, argument, kind]) =>
    documents.of(type).flatMap((fact): readonly StatedPolicy[] => {
      const policy = documents.findPolicy(fact, argument);
      return policy === undefined ? [] : [{ kind, fact, argument, policy }];
    }),
  );
  const inline = documents.of('aws_iam_role').flatMap((fact) => inlineOf(documents, fact));
  return [...placed, ...inline, ...guardrailsOf(documents)];
}
