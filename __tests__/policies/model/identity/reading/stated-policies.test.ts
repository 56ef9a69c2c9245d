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
  ])('as %s in %s.%s', (kind, type, argument) => {
    expect(stated(resource(`${type}.it`, { [argument]: TEXT }))).toEqual([`${kind} ${type}.it ${argument}: Allow x:Do on *`]);
  });

  it('of an organisation by their type, and none that guards nothing', () => {
    const policy = (type: ResourceFact['body'][string]): ResourceFact =>
      resource('aws_organizations_policy.p', { type, content: TEXT });

    expect(stated(policy('RESOURCE_CONTROL_POLICY'))).toEqual(['rcp aws_organizations_policy.p content: Allow x:Do on *']);
    expect(stated(policy('TAG_POLICY'))).toEqual([]);
    expect(stated(policy(unknown()))).toEqual([]);
  });

  it('inside of roles, block by block', () => {
    const blocks = [{ name: 'a', policy: TEXT }, unknown('a dynamic block')];

    expect(stated(resource('aws_iam_role.r', { inline_policy: blocks }))).toEqual([
      'inline-role aws_iam_role.r inline_policy[0].policy: Allow x:Do on *',
      "inline-role aws_iam_role.r inline_policy[1].policy: ? the block isn't told",
    ]);
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
