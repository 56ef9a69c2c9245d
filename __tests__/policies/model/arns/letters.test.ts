import { findLetters } from '../../../../policies/model/arns';

/** What an attribute may come to, and what it surely doesn't. */
it.each<[string, string, string, string]>([
  ['data.aws_caller_identity.me', 'account_id', '012345678901', 'a:-/'],
  ['data.aws_caller_identity.me', 'id', '012345678901', 'a:-/'],
  ['aws_sns_topic.t', 'account_id', '012345678901', 'a:-/'],
  ['data.aws_region.here', 'name', 'us-gov-west-1', ':/_E'],
  ['data.aws_region.here', 'id', 'us-gov-west-1', ':/_E'],
  ['aws_sns_topic.t', 'region', 'us-gov-west-1', ':/_E'],
  ['data.aws_partition.p', 'partition', 'aws-us-gov', ':/_E'],
  ['data.aws_partition.p', 'id', 'aws-us-gov', ':/_E'],
  ['aws_iam_role.r', 'unique_id', 'AROAEXAMPLE0', ':/_-'],
  ['aws_ssoadmin_account_assignment.a', 'role.unique_id', '0123456789abcdef', ':/_-g'],
  ['aws_ssoadmin_account_assignment.a', 'role.region', 'us-gov-west-1/', ':_E'],
  ['aws_s3_bucket.b', 'bucket', 'My_old.bucket-1', ':/*é'],
  ['aws_iam_role.r', 'name', 'a/b*_é', ':'],
  ['aws_instance.i', 'id', 'i-0a', ':'],
  ['aws_instance.i["a.aws_iam_role.b"]', 'id', 'i-0a', ':'],
  ['module.m["x\\"].aws_iam_role.y"].aws_instance.i[0]', 'id', 'i-0a', ':'],
  ['aws_kms_key.k', 'key_id', 'mrk-0a', ':'],
  ['aws_kms_key.k[10]', 'key_id', 'mrk-0a', ':'],
  ['aws_x.y', 'owner[0].account_id', '012345678901', 'a:-/'],
])('%s.%s may have %s in it, and none of %s', (address, attribute, has, hasNot) => {
  const letters = findLetters({ key: `dev:${address}`, attribute });

  expect([...has].filter((letter) => letters?.test(letter) === false)).toEqual([]);
  expect([...hasNot].filter((letter) => letters?.test(letter) !== false)).toEqual([]);
});

it.each<[string, string]>([
  ['aws_iam_role.r', 'path'],
  ['aws_iam_role.r', 'description'],
  ['aws_lambda_function.f', 'function_name'],
  ['aws_kms_alias.a', 'name'],
  ['aws_security_group.g', 'name'],
  ['aws_cloudwatch_metric_alarm.a', 'alarm_name'],
  ['aws_kms_grant.g', 'key_id'],
  ['aws_s3_object.o', 'bucket'],
  ['aws_s3_bucket.b', 'arn'],
  ['data.aws_iam_role.r', 'name'],
  ['aws_vpc_peering_connection.p', 'peer_region'],
  ['random_pet.p', 'region'],
  ['google_service_account.a', 'account_id'],
  ['my_aws_thing.i', 'region'],
  ['aws_x.y', 'account_id_alias'],
  ['aws_x.y', 'subaccount_id'],
  ['aws_x.y', 'region_name'],
  ['aws_x.y', 'unique_id_prefix'],
  ['aws_x.y', 'nonunique_id'],
  ['x', 'id'],
])('%s.%s may have any letter', (address, attribute) => {
  expect(findLetters({ key: `dev:${address}`, attribute })).toBeUndefined();
});
