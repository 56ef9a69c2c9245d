import { isTermMap, Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { PolicyKind, StatedPolicy } from '../identity-facts';
import { type Documents, findStated, itemsOf } from './documents';
import { GUARDED_TYPES } from './resources/guarded-types';

type Place = readonly [type: string, argument: string, kind: PolicyKind];
type Found = readonly [argument: string, policy: StatedPolicy['policy']];

/** Where policies stand beside the resources that they guard: an argument, or one in the blocks of a name. */
const PLACES: readonly Place[] = [
  ['aws_iam_policy', 'policy', 'managed'],
  ['aws_iam_user_policy', 'policy', 'inline-user'],
  ['aws_iam_group_policy', 'policy', 'inline-group'],
  ['aws_iam_role_policy', 'policy', 'inline-role'],
  ['aws_iam_role', 'inline_policy.policy', 'inline-role'],
  ['aws_iam_role', 'assume_role_policy', 'trust'],
  ['aws_ssoadmin_permission_set_inline_policy', 'inline_policy', 'permission-set'],
  ['aws_transfer_access', 'policy', 'session'],
  ['aws_transfer_user', 'policy', 'session'],
  ['aws_rolesanywhere_profile', 'session_policy', 'session'],
  ['aws_vpc_endpoint', 'policy', 'endpoint'],
  ['aws_vpc_endpoint_policy', 'policy', 'endpoint'],
  ['aws_odb_network', 's3_policy_document', 'endpoint'],
  ['aws_s3control_bucket_policy', 'policy', 'bucket'],
  ['aws_acmpca_policy', 'policy', 'resource'],
  ['aws_api_gateway_domain_name', 'policy', 'resource'],
  ['aws_api_gateway_rest_api', 'policy', 'resource'],
  ['aws_api_gateway_rest_api_policy', 'policy', 'resource'],
  ['aws_cloudsearch_domain_service_access_policy', 'access_policy', 'resource'],
  ['aws_cloudwatch_log_delivery_destination_policy', 'delivery_destination_policy', 'resource'],
  ['aws_cloudwatch_log_destination_policy', 'access_policy', 'resource'],
  ['aws_cloudwatch_log_resource_policy', 'policy_document', 'resource'],
  ['aws_codeartifact_domain_permissions_policy', 'policy_document', 'resource'],
  ['aws_codeartifact_repository_permissions_policy', 'policy_document', 'resource'],
  ['aws_ecr_registry_policy', 'policy', 'resource'],
  ['aws_ecr_repository_creation_template', 'repository_policy', 'resource'],
  ['aws_ecrpublic_repository_policy', 'policy', 'resource'],
  ['aws_fsx_s3_access_point_attachment', 's3_access_point.policy', 'resource'],
  ['aws_glue_resource_policy', 'policy', 'resource'],
  ['aws_media_store_container_policy', 'policy', 'resource'],
  ['aws_networkfirewall_resource_policy', 'policy', 'resource'],
  ['aws_oam_sink_policy', 'policy', 'resource'],
  ['aws_organizations_resource_policy', 'content', 'resource'],
  ['aws_prometheus_resource_policy', 'policy_document', 'resource'],
  ['aws_redshift_resource_policy', 'policy', 'resource'],
  ['aws_redshiftserverless_resource_policy', 'policy', 'resource'],
  ['aws_s3_access_point', 'policy', 'resource'],
  ['aws_s3control_access_grants_instance_resource_policy', 'policy', 'resource'],
  ['aws_s3control_access_point_policy', 'policy', 'resource'],
  ['aws_s3control_multi_region_access_point_policy', 'details.policy', 'resource'],
  ['aws_s3control_object_lambda_access_point_policy', 'policy', 'resource'],
  ['aws_s3tables_table_bucket_policy', 'resource_policy', 'resource'],
  ['aws_s3tables_table_policy', 'resource_policy', 'resource'],
  ['aws_s3vectors_vector_bucket_policy', 'policy', 'resource'],
  ['aws_sagemaker_model_package_group_policy', 'resource_policy', 'resource'],
  ['aws_schemas_registry_policy', 'policy', 'resource'],
  ['aws_ses_identity_policy', 'policy', 'resource'],
  ['aws_sesv2_email_identity_policy', 'policy', 'resource'],
  ['aws_vpclattice_auth_policy', 'policy', 'resource'],
  ['aws_vpclattice_resource_policy', 'policy', 'resource'],
  ['aws_xray_resource_policy', 'policy_document', 'resource'],
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

/** What stands in blocks. States repeat in those of roles what other resources hold. */
function inBlocks(documents: Documents, fact: ResourceFact, block: string, name: string): readonly Found[] {
  if (block === 'inline_policy' && documents.isState(fact)) return [];
  return itemsOf(fact.body[block]).flatMap((item, at) => {
    const policy = isTermMap(item) ? documents.findPolicyIn(item[name]) : new Unknown("the block isn't told");
    return policy === undefined ? [] : [[`${block}[${String(at)}].${name}`, policy] as const];
  });
}

function findIn(documents: Documents, fact: ResourceFact, argument: string): readonly Found[] {
  const [block = '', name] = argument.split('.');
  if (name !== undefined) return inBlocks(documents, fact, block, name);
  const policy = documents.findPolicy(fact, argument);
  return policy === undefined ? [] : [[argument, policy]];
}

/** Every policy of the documents where it stands, whether or not it is attached to anything. */
export function statedPolicies(documents: Documents): readonly StatedPolicy[] {
  const placed = DISTINCT.flatMap(([type, place, kind]) =>
    documents
      .of(type)
      .flatMap((fact) => findIn(documents, fact, place).map(([argument, policy]) => ({ kind, fact, argument, policy }))),
  );
  return [...placed, ...guardrailsOf(documents)];
}
