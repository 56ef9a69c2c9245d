import type { Json } from '../../../../../policies/model/universe';
import type { PlannedResource } from '../plan-json';
import { read, to } from './expressions';

/** What `name` of `aws_user.it`, which isn't known, is read as. */
function readBy(
  name: string,
  expression: Json,
  resources: readonly PlannedResource[],
  written: Readonly<Record<string, Readonly<Record<string, Json>>>> = {},
): unknown {
  const user = { address: 'aws_user.it', unknown: { [name]: true } };
  return read('aws_user.it', name, [...resources, user], { written: { ...written, 'aws_user.it': { [name]: expression } } });
}

const PEERINGS: readonly PlannedResource[] = ['a', 'b'].map((key) => ({
  address: `aws_vpc_peering_connection.p["${key}"]`,
  unknown: { id: true, vpc_id: true, peer_vpc_id: true },
}));
const PEER_A = '-> aws_vpc_peering_connection.p["a"].peer_vpc_id';

test('an attribute by a key is that of one instance', () => {
  expect(readBy('vpc_id', to('aws_vpc_peering_connection.p["a"].peer_vpc_id'), PEERINGS)).toBe(PEER_A);
});

test('all of a resource that names two VPCs may be either: each.value.peer_vpc_id looks the same as each.value.vpc_id', () => {
  expect(readBy('vpc_id', to('aws_vpc_peering_connection.p["a"]'), PEERINGS)).toBe(
    '-> aws_vpc_peering_connection.p["a"].vpc_id | aws_vpc_peering_connection.p["a"].peer_vpc_id',
  );
});

const DEPENDS = '? depends on aws_subnet.one.zone, known only after apply';

test.each([
  ['by itself', to('aws_subnet.one.zone'), {}],
  ['among the elements of a map', to('each.value'), { 'aws_user.it': to('aws_subnet.one.zone', 'aws_subnet.two.id') }],
])('an attribute that names nothing, and is not known, is unknown %s', (_, subnet_id, forEach) => {
  const subnets = ['one', 'two'].map((name) => ({ address: `aws_subnet.${name}`, unknown: { id: true, zone: true } }));
  const user = { address: 'aws_user.it', unknown: { subnet_id: true } };
  expect(read(user.address, 'subnet_id', [...subnets, user], { written: { 'aws_user.it': { subnet_id } }, forEach })).toBe(
    DEPENDS,
  );
});

test('all of a profile, which has a role, may be meant by that: not another role of the map', () => {
  const resources = [
    { address: 'aws_iam_instance_profile.p', unknown: { id: true, role: true } },
    { address: 'aws_iam_role.r', unknown: { id: true } },
    { address: 'aws_iam_role_policy.it', unknown: { role: true } },
  ];
  const forEach = { 'aws_iam_role_policy.it': to('aws_iam_instance_profile.p', 'aws_iam_role.r') };
  const written = { 'aws_iam_role_policy.it': { role: to('each.value.role') } };
  expect(read('aws_iam_role_policy.it', 'role', resources, { written, forEach })).toBe(
    '? depends on aws_iam_instance_profile.p, known only after apply',
  );
});

test('what is written for an attribute is followed, whatever it is called', () => {
  const host = { address: 'aws_instance.i', unknown: { subnet_id: true } };
  const other = { address: 'aws_x.host', unknown: { network_id: true } };
  const written = { 'aws_instance.i': { subnet_id: to('aws_x.host.network_id') } };
  expect(readBy('subnet_id', to('aws_instance.i.subnet_id'), [host, other], written)).toBe('-> aws_x.host.network_id');
});

test('why what is written for an attribute is not known is told', () => {
  const host = { address: 'aws_instance.i', unknown: { subnet_id: true } };
  const written = { 'aws_instance.i': { subnet_id: to('each.value') } };
  expect(readBy('subnet_id', to('aws_instance.i.subnet_id'), [host], written)).toBe('? it comes from each.value');
});

test('of two arguments of a block that ask for the same, either may be what the block refers to', () => {
  const user = {
    address: 'aws_user.it',
    known: { in: [{}] },
    unknown: { in: [{ subnet_id: true, other_subnet_id: true, vpc_id: true }] },
  };
  const resources = [
    { address: 'aws_subnet.one', unknown: { id: true } },
    { address: 'aws_vpc.one', unknown: { id: true } },
    user,
  ];
  const written = { 'aws_user.it': { in: to('aws_subnet.one.id', 'aws_vpc.one.id') } };
  const subnet = '-> aws_subnet.one.id';
  expect(read(user.address, 'in', resources, { written })).toEqual([
    { subnet_id: subnet, other_subnet_id: subnet, vpc_id: '-> aws_vpc.one.id' },
  ]);
});

test('a set that the provider fills in is unknown, and so is one of which nobody knows what was written', () => {
  const groups = { address: 'aws_x.y', unknown: { security_group_ids: true } };
  const why = '? comes from aws_x.y.security_group_ids, known only after apply';
  expect(readBy('security_group_ids', to('aws_x.y.security_group_ids'), [groups])).toBe(why);
  expect(readBy('security_group_ids', to('aws_x.y.security_group_ids'), [groups], { 'aws_x.y': {} })).toBe(why);
});

test('the VPC of an accepter is its VPC, not the attachment that it accepts', () => {
  const type = 'aws_ec2_transit_gateway_vpc_attachment_accepter';
  const accepter = { address: `${type}.a`, unknown: { id: true, vpc_id: true } };
  expect(readBy('vpc_id', to(`${type}.a.vpc_id`), [accepter])).toBe(`-> ${type}.a.vpc_id`);
});

test.each<[string, Json]>([
  ['a text', { constant_value: 'pcx-0123456789abcdef0' }],
  ['a variable', to('var.peering')],
  ['a peering that is there', to('aws_vpc_peering_connection.old.id')],
])('an accepter of what is known, %s, has an id that is not known: not that of another peering beside it', (_, accepted) => {
  const type = 'aws_vpc_peering_connection';
  const resources = [
    { address: `${type}.new`, unknown: { id: true } },
    { address: `${type}.old`, known: { id: 'pcx-0123456789abcdef0' } },
    { address: `${type}_accepter.a`, unknown: { id: true } },
  ];
  const written = { [`${type}.new`]: {}, [`${type}.old`]: {}, [`${type}_accepter.a`]: { vpc_peering_connection_id: accepted } };
  const either = to('var.accept', `${type}_accepter.a.id`, `${type}.new.id`);
  const why = `? depends on ${type}_accepter.a.id, known only after apply`;
  expect(readBy('vpc_peering_connection_id', either, resources, written)).toBe(why);
  const one = { ...written, 'aws_user.it': { vpc_peering_connection_id: to('each.value') } };
  const user = { address: 'aws_user.it', unknown: { vpc_peering_connection_id: true } };
  const forEach = { 'aws_user.it': either };
  expect(read('aws_user.it', 'vpc_peering_connection_id', [...resources, user], { written: one, forEach })).toBe(why);
});

test('the VPC of a group that was given none is the default one: not that of another group beside it', () => {
  const group = { address: 'aws_security_group.g', unknown: { vpc_id: true } };
  const written = { 'aws_security_group.g': { vpc_id: { constant_value: null } } };
  const either = to('var.own', 'aws_security_group.g.vpc_id', 'aws_vpc.new.id');
  expect(readBy('vpc_id', either, [group, { address: 'aws_vpc.new', unknown: { id: true } }], written)).toBe(
    '? depends on aws_security_group.g.vpc_id, known only after apply',
  );
});

test('a set that was written as blocks is unknown: a plan shows none of their references', () => {
  const user = { address: 'aws_lb.it', unknown: { subnets: true } };
  expect(read('aws_lb.it', 'subnets', [user], { written: { 'aws_lb.it': { subnets: [{}] } } })).toBe('? known only after apply');
});
