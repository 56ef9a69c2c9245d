import type { ResourceFact } from '../../../../../policies/model/universe';
import { resource, unknown } from '../../network/documents';
import { allowing, factsOf, policyShown } from '../facts-text';

const TEXT = allowing('x:Do');

function stated(...facts: readonly ResourceFact[]): readonly string[] {
  return factsOf(facts).policies.map(({ kind, fact, argument, policy }) => {
    return `${kind} ${fact.address} ${argument}: ${policyShown(policy)}`;
  });
}

describe('every policy is stated where it stands', () => {
  it.each([
    ['managed', 'aws_iam_policy', 'policy'],
    ['inline-user', 'aws_iam_user_policy', 'policy'],
    ['inline-group', 'aws_iam_group_policy', 'policy'],
    ['inline-role', 'aws_iam_role_policy', 'policy'],
    ['trust', 'aws_iam_role', 'assume_role_policy'],
    ['permission-set', 'aws_ssoadmin_permission_set_inline_policy', 'inline_policy'],
    ['bucket', 'aws_s3_bucket_policy', 'policy'],
    ['bucket', 'aws_s3_bucket', 'policy'],
    ['key', 'aws_kms_key', 'policy'],
    ['key', 'aws_kms_key_policy', 'policy'],
    ['endpoint', 'aws_vpc_endpoint', 'policy'],
    ['resource', 'aws_sns_topic_policy', 'policy'],
    ['resource', 'aws_opensearch_domain', 'access_policies'],
    ['resource', 'aws_cloudwatch_log_resource_policy', 'policy_document'],
    ['scp', 'aws_organizations_policy', 'content'],
    ['endpoint', 'aws_vpc_endpoint_policy', 'policy'],
    ['resource', 'aws_organizations_resource_policy', 'content'],
    ['resource', 'aws_s3_access_point', 'policy'],
    ['resource', 'aws_s3control_access_point_policy', 'policy'],
    ['bucket', 'aws_s3control_bucket_policy', 'policy'],
    ['resource', 'aws_glue_resource_policy', 'policy'],
    ['resource', 'aws_api_gateway_rest_api', 'policy'],
    ['resource', 'aws_api_gateway_rest_api_policy', 'policy'],
    ['resource', 'aws_acmpca_policy', 'policy'],
    ['resource', 'aws_codeartifact_domain_permissions_policy', 'policy_document'],
    ['resource', 'aws_codeartifact_repository_permissions_policy', 'policy_document'],
    ['resource', 'aws_codebuild_resource_policy', 'policy'],
    ['resource', 'aws_ecr_registry_policy', 'policy'],
    ['resource', 'aws_ecrpublic_repository_policy', 'policy'],
    ['resource', 'aws_media_store_container_policy', 'policy'],
    ['resource', 'aws_redshift_resource_policy', 'policy'],
    ['resource', 'aws_redshiftserverless_resource_policy', 'policy'],
    ['resource', 'aws_schemas_registry_policy', 'policy'],
    ['session', 'aws_transfer_access', 'policy'],
    ['session', 'aws_transfer_user', 'policy'],
    ['session', 'aws_rolesanywhere_profile', 'session_policy'],
    ['endpoint', 'aws_odb_network', 's3_policy_document'],
    ['resource', 'aws_s3vectors_vector_bucket_policy', 'policy'],
    ['resource', 'aws_s3tables_table_bucket_policy', 'resource_policy'],
    ['resource', 'aws_vpclattice_auth_policy', 'policy'],
    ['resource', 'aws_vpclattice_resource_policy', 'policy'],
    ['resource', 'aws_glacier_vault', 'access_policy'],
    ['resource', 'aws_glacier_vault_lock', 'policy'],
  ])('as %s in %s.%s', (kind, type, argument) => {
    expect(stated(resource(`${type}.it`, { [argument]: TEXT }))).toEqual([`${kind} ${type}.it ${argument}: Allow x:Do on *`]);
  });

  it('of an organisation by their type, and none that guards nothing', () => {
    const policy = (type: ResourceFact['body'][string]): ResourceFact =>
      resource('aws_organizations_policy.p', { type, content: TEXT });

    expect(stated(policy('RESOURCE_CONTROL_POLICY'))).toEqual(['rcp aws_organizations_policy.p content: Allow x:Do on *']);
    expect(stated(policy('TAG_POLICY'))).toEqual([]);
    expect(stated(policy(unknown()))).toEqual([]);
    expect(stated(resource('aws_organizations_policy.p', {}))).toEqual([]);
  });

  it('inside of roles, block by block', () => {
    const blocks = [{ name: 'a', policy: TEXT }, unknown('a dynamic block')];

    expect(stated(resource('aws_iam_role.r', { inline_policy: blocks }))).toEqual([
      'inline-role aws_iam_role.r inline_policy[0].policy: Allow x:Do on *',
      "inline-role aws_iam_role.r inline_policy[1].policy: ? the block isn't told",
    ]);
  });

  it.each([
    ['aws_s3control_multi_region_access_point_policy', 'details'],
    ['aws_fsx_s3_access_point_attachment', 's3_access_point'],
  ])('inside of %s, in its block %s', (type, block) => {
    expect(stated(resource(`${type}.it`, { [block]: [{ name: 'a', policy: TEXT }] }))).toEqual([
      `resource ${type}.it ${block}[0].policy: Allow x:Do on *`,
    ]);
  });

  it('inside of roles not in a state, which repeats there what other resources hold, nor where a block has no policy', () => {
    const role = resource('aws_iam_role.r', { inline_policy: [{ name: 'a', policy: TEXT }] });

    expect(factsOf([role], 'state').policies).toEqual([]);
    expect(stated(resource('aws_iam_role.r', { inline_policy: [{ name: 'a' }] }))).toEqual([]);
  });

  it('not where it is left out, and not what is looked up', () => {
    expect(stated(resource('aws_s3_bucket.b', { policy: '' }), resource('data.aws_iam_policy.p', { policy: TEXT }))).toEqual([]);
  });

  it('with why where it is not known', () => {
    expect(stated(resource('aws_iam_policy.p', { policy: unknown('it is set from outside: ${var.p}') }))).toEqual([
      'managed aws_iam_policy.p policy: ? it is set from outside: ${var.p}',
    ]);
  });
});
