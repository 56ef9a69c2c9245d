import { fitOf, isPlural, isSwitch, nounOf, nounOfAttribute } from '../../../../../policies/model/shown/references/noun';

test.each([
  ['vpc_id', 'vpc'],
  ['subnet_ids', 'subnet'],
  ['source_security_group_id', 'source_security_group'],
  ['core_network_arn', 'core_network'],
  ['subnets', 'subnet'],
  ['security_groups', 'security_group'],
  ['vpc_zone_identifier', 'subnet'],
  ['cluster', 'cluster'],
  ['instance', 'instance'],
  ['task_definition', 'task_definition'],
  ['db_subnet_group_name', 'db_subnet_group'],
  ['subnet_group_name', 'subnet_group'],
  ['cluster_subnet_group_name', 'redshift_subnet_group'],
])('%s asks for a %s', (argument, noun) => {
  expect(nounOf(argument)).toBe(noun);
});

test('name asks for nothing, but in a block launch_template for a launch_template', () => {
  expect([nounOf('name'), nounOf('id'), nounOf('arn')]).toEqual([undefined, undefined, undefined]);
  expect(nounOf('name_prefix', 'launch_template')).toBe(undefined);
  expect(['name', 'id', 'arn'].map((name) => nounOf(name, 'launch_template'))).toEqual(Array(3).fill('launch_template'));
});

test.each([
  ['aws_s3_bucket_policy', 'bucket', 's3_bucket'],
  ['aws_s3_bucket', 'bucket', undefined],
  ['aws_iam_role', 'permissions_boundary', 'iam_policy'],
  ['aws_iam_user', 'permissions_boundary', 'iam_policy'],
  ['aws_iam_role_policy', 'role', 'iam_role'],
  ['aws_iam_instance_profile', 'role', 'iam_role'],
  ['aws_iam_user_policies_exclusive', 'user_name', 'iam_user'],
  ['aws_iam_user_policy', 'user', 'iam_user'],
  ['aws_iam_group_policies_exclusive', 'group_name', 'iam_group'],
  ['aws_rds_cluster_instance', 'cluster_identifier', 'rds_cluster'],
  ['aws_rds_cluster_role_association', 'db_cluster_identifier', 'rds_cluster'],
  ['aws_docdb_cluster_instance', 'cluster_identifier', 'docdb_cluster'],
  ['aws_neptune_cluster_instance', 'cluster_identifier', 'neptune_cluster'],
  ['aws_redshift_cluster', 'cluster_identifier', undefined],
  ['aws_ssoadmin_permission_set', 'permissions_boundary', undefined],
  ['aws_transfer_ssh_key', 'user_name', undefined],
  ['aws_mq_broker', 'user', undefined],
  ['aws_xray_group', 'group_name', undefined],
  ['aws_pipes_pipe', 'queue_url', undefined],
  ['aws_lambda_alias', 'arn', undefined],
  ['aws_kms_key', 'grantee_principal', undefined],
  ['aws_iam_role_policies_exclusive', 'role_name', 'iam_role'],
  ['aws_lambda_function', 'role', undefined],
  ['aws_iam_access_key', 'user', 'iam_user'],
  ['aws_iam_group_policy_attachment', 'group', 'iam_group'],
  ['aws_sqs_queue_policy', 'queue_url', 'sqs_queue'],
  ['aws_sns_topic_policy', 'arn', 'sns_topic'],
  ['aws_kms_grant', 'grantee_principal', 'iam_role'],
])('in %s, %s asks for %s', (type, argument, noun) => {
  expect(nounOf(argument, undefined, type)).toBe(noun);
});

test('the bucket of a block is another one', () => {
  expect(nounOf('bucket', 'destination', 'aws_s3_bucket_replication_configuration')).toBe(undefined);
});

test('tags and blocks of addresses hold no ids', () => {
  expect(['tags', 'cidr_blocks', 'description'].map((name) => nounOf(name))).toEqual([undefined, undefined, undefined]);
});

test.each([
  ['subnet_ids', true],
  ['subnet_id', false],
  ['security_groups', true],
  ['subnets', true],
  ['vpc_zone_identifier', true],
  ['instance', false],
  ['subnet_ids_by_zone', false],
])('%s holds several: %s', (argument, several) => {
  expect(isPlural(argument)).toBe(several);
});

test.each([
  ['vpc', 'aws_vpc', 'id'],
  ['vpc', 'aws_vpc', 'arn'],
  ['sqs_queue', 'aws_sqs_queue', 'url'],
  ['s3_bucket', 'aws_s3_bucket', 'bucket'],
  ['iam_role', 'aws_iam_role', 'name'],
  ['iam_user', 'aws_iam_user', 'name'],
  ['iam_group', 'aws_iam_group', 'name'],
  ['db_subnet_group', 'aws_db_subnet_group', 'name'],
  ['s3_bucket', 'aws_s3_bucket_policy', 'id'],
  ['s3_bucket', 'aws_s3_bucket_ownership_controls', 'id'],
  ['s3_bucket', 'aws_s3_bucket_public_access_block', 'id'],
  ['vpc_peering_connection', 'aws_vpc_peering_connection_accepter', 'id'],
  ['transit_gateway_attachment', 'aws_ec2_transit_gateway_vpc_attachment_accepter', 'id'],
  ['transit_gateway_attachment', 'aws_ec2_transit_gateway_peering_attachment_accepter', 'id'],
  ['transit_gateway_attachment', 'aws_ec2_transit_gateway_peering_attachment', 'id'],
  ['transit_gateway_attachment', 'aws_ec2_transit_gateway_connect', 'id'],
  ['nat_gateway', 'aws_nat_gateway', 'id'],
  ['transit_gateway', 'aws_ec2_transit_gateway', 'id'],
  ['egress_only_gateway', 'aws_egress_only_internet_gateway', 'id'],
  ['transit_gateway_attachment', 'aws_ec2_transit_gateway_vpc_attachment', 'id'],
  ['default_network_acl', 'aws_vpc', 'default_network_acl_id'],
  [undefined, 'aws_vpc', 'enable_dns_support'],
])('a %s is what %s.%s names', (noun, type, attribute) => {
  expect(nounOfAttribute(type, attribute)).toBe(noun);
});

test('a nat_gateway fits gateway_id, but nat_gateway_id better', () => {
  expect(fitOf('gateway', 'nat_gateway')).toBe('gateway'.length);
  expect(fitOf('nat_gateway', 'nat_gateway')).toBe('nat_gateway'.length);
});

test('a security_group fits source_security_group_id', () => {
  expect(fitOf('source_security_group', 'security_group')).toBe('security_group'.length);
});

test('a vpc fits no vpc_endpoint, and a subnet no subnet_group', () => {
  expect([fitOf('vpc', 'vpc_endpoint'), fitOf('subnet', 'db_subnet_group')]).toEqual([0, 0]);
});

test.each([
  ['create', true],
  ['enable', true],
  ['enabled', true],
  ['attach_policy', true],
  ['create_vpc', true],
  ['enable_nat', true],
  ['has_nat', true],
  ['is_public', true],
  ['manage_default_vpc', true],
  ['this_network', false],
  ['created', false],
  ['enabled_networks', false],
  ['recreate', false],
  ['attach_to_vpc_id', false],
])('%s is a switch: %s', (name, expected) => {
  expect(isSwitch(name)).toBe(expected);
});
