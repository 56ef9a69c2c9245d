import { linkKnownIds } from '../../../../policies/model/shown';
import { Reference, type Term } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';

function fact(address: string, body: Readonly<Record<string, Term>>): ResourceFact {
  const [type = ''] = address.split('.');
  return { key: `net:${address}`, stack: 'net', address, mode: 'managed', type, body };
}

function linked(...facts: ResourceFact[]): Readonly<Record<string, Term>> | undefined {
  return linkKnownIds(facts)[0]?.body;
}

const VPC_ID = 'vpc-0123456789abcdef0';
const VPC = fact('aws_vpc.a', { id: VPC_ID, cidr_block: '10.0.0.0/16' });

test('an argument that is the id of a resource names it, in blocks and lists too', () => {
  expect(linked(fact('aws_lb.a', { vpc_id: VPC_ID, block: [{ ids: [VPC_ID] }] }), VPC)).toEqual({
    vpc_id: new Reference([{ key: 'net:aws_vpc.a', attribute: 'id' }]),
    block: [{ ids: [new Reference([{ key: 'net:aws_vpc.a', attribute: 'id' }])] }],
  });
});

test("a resource's own id and ARN, its tags, and texts with an id in them stay texts", () => {
  const body = { id: VPC_ID, arn: VPC_ID, tags: { vpc: VPC_ID }, tags_all: { vpc: VPC_ID }, description: `of ${VPC_ID}` };
  expect(linked(fact('aws_lb.a', body), VPC)).toEqual(body);
});

test.each(['app', 'app-12345678-web', 'My-app-12345678'])(
  'ids that are names, as %s, are no ids: the same text elsewhere is chance',
  (name) => {
    expect(linked(fact('aws_lb.a', { name }), fact('aws_ecs_cluster.a', { id: name }), VPC)).toEqual({ name });
  },
);

test.each([
  ['aws_ec2_transit_gateway_vpc_attachment.a', 'id', 'tgw-attach-0123456789abcdef0'],
  ['aws_instance.a', 'primary_network_interface_id', 'eni-0123456789abcdef0'],
  ['aws_vpc_endpoint.a', 'prefix_list_id', 'pl-0123456789abcdef0'],
])('%s is named by its %s, too', (address, attribute, id) => {
  expect(linked(fact('aws_route.a', { target: id, number: 1 }), fact(address, { [attribute]: id }))).toEqual({
    target: new Reference([{ key: `net:${address}`, attribute }]),
    number: 1,
  });
});

test('an argument called default_vpc_id of what is no VPC names one', () => {
  expect(linked(fact('aws_x.a', { default_vpc_id: VPC_ID }), VPC)?.default_vpc_id).toBeInstanceOf(Reference);
});

test('a group of another account is named with the account before it', () => {
  const group = fact('aws_security_group.a', { id: 'sg-0123456789abcdef0' });
  expect(linked(fact('aws_lb.a', { security_groups: ['123456789012/sg-0123456789abcdef0'] }), group)).toEqual({
    security_groups: [new Reference([{ key: 'net:aws_security_group.a', attribute: 'id' }])],
  });
});

test('an accepter has the id of the peering that it accepts: the peering is meant', () => {
  const id = 'pcx-0123456789abcdef0';
  const accepter = fact('aws_vpc_peering_connection_accepter.a', { id, vpc_peering_connection_id: id });
  expect(linked(accepter, fact('aws_vpc_peering_connection.a', { id }))?.vpc_peering_connection_id).toEqual(
    new Reference([{ key: 'net:aws_vpc_peering_connection.a', attribute: 'id' }]),
  );
});

test('what goes by the id of another, as the backup policy of a file system does, is not meant by it', () => {
  const id = 'fs-0123456789abcdef0';
  const policy = fact('aws_efs_file_system_policy.a', { id, file_system_id: id });
  const backups = fact('aws_efs_backup_policy.a', { id, file_system_id: id });
  expect(linked(policy, backups, fact('aws_efs_file_system.a', { id }))?.file_system_id).toEqual(
    new Reference([{ key: 'net:aws_efs_file_system.a', attribute: 'id' }]),
  );
});

test("a topic's policy goes by the ARN of the topic, which it calls its own: the topic is meant", () => {
  const arn = 'arn:aws:sns:eu-west-1:111122223333:a';
  const policy = fact('aws_sns_topic_policy.a', { id: arn, arn });
  expect(
    linked(fact('aws_sns_topic_subscription.a', { topic_arn: arn }), policy, fact('aws_sns_topic.a', { id: arn, arn })),
  ).toEqual({
    topic_arn: new Reference([{ key: 'net:aws_sns_topic.a', attribute: 'id' }]),
  });
});

test('a table that a VPC was given is taken over under its own id', () => {
  const id = 'rtb-0123456789abcdef0';
  const table = fact('aws_default_route_table.a', { id, default_route_table_id: id });
  expect(linked(fact('aws_route.a', { route_table_id: id }), table)).toEqual({
    route_table_id: new Reference([{ key: 'net:aws_default_route_table.a', attribute: 'id' }]),
  });
});

test('what goes by its name is named by its ARN all the same', () => {
  const arn = 'arn:aws:s3:::logs-12345678';
  const bucket = fact('aws_s3_bucket.a', { id: 'logs-12345678', bucket: 'logs-12345678', arn });
  expect(linked(fact('aws_flow_log.a', { log_destination: arn }), bucket)).toEqual({
    log_destination: new Reference([{ key: 'net:aws_s3_bucket.a', attribute: 'arn' }]),
  });
});

test('an address by its allocation is meant, though it says its id twice', () => {
  const id = 'eipalloc-0123456789abcdef0';
  expect(
    linked(fact('aws_nat_gateway.a', { allocation_id: id }), fact('aws_eip.a', { id, allocation_id: id }))?.allocation_id,
  ).toEqual(new Reference([{ key: 'net:aws_eip.a', attribute: 'id' }]));
});

test('data sources own no id', () => {
  const data: ResourceFact = { ...VPC, mode: 'data' };
  expect(linked(fact('aws_lb.a', { vpc_id: VPC_ID }), data)).toEqual({ vpc_id: VPC_ID });
});

test("a VPC's own words for what AWS made with it stay, for the reader of facts to unite", () => {
  const id = 'acl-0123456789abcdef0';
  const acl = fact('aws_default_network_acl.a', { id, default_network_acl_id: id });
  expect(linked(fact('aws_vpc.a', { id: VPC_ID, default_network_acl_id: id }), acl)?.default_network_acl_id).toBe(id);
  expect(linked(acl)?.default_network_acl_id).toBe(id);
});
