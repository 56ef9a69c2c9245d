import type { Json } from '../../../../../policies/model/universe';
import type { PlannedResource } from '../plan-json';
import { type CallParts, type ModuleParts, read, to } from './expressions';

const BY_HAND = "? a plan doesn't show ids that are written by hand: judge the state after the apply";
const GROUP = '-> aws_security_group.g.id';

/** The groups of an instance, of which one lies in the VPC that is told by this. */
function groupsIn(vpc_id: Json | undefined, more: readonly PlannedResource[], isKnown = false): unknown {
  const group = { address: 'aws_security_group.g', unknown: { id: true, ...(isKnown ? {} : { vpc_id: true }) } };
  const host = { address: 'aws_instance.i', unknown: { vpc_security_group_ids: true } };
  const written: ModuleParts['written'] = {
    'aws_security_group.g': vpc_id === undefined ? {} : { vpc_id },
    'aws_instance.i': { vpc_security_group_ids: to('aws_security_group.g.id') },
    'aws_vpc.old': {},
  };
  return read(host.address, 'vpc_security_group_ids', [group, host, ...more], { written });
}

const NEW: PlannedResource = { address: 'aws_vpc.new', unknown: { id: true, default_security_group_id: true } };
const OTHER: PlannedResource = { address: 'aws_vpc.other', unknown: { id: true } };
const OLD: PlannedResource = { address: 'aws_vpc.old', known: { id: 'vpc-0123456789abcdef0' } };
const SUBNETS: PlannedResource = { address: 'aws_db_subnet_group.s', unknown: { vpc_id: true } };
const DATA: PlannedResource = { address: 'data.aws_vpcs.all', unknown: { ids: true } };

test.each([
  ['a VPC that is still to be made', to('aws_vpc.new.id')],
  ['one of two that are still to be made', to('var.which', 'aws_vpc.new.id', 'aws_vpc.other.id')],
])('a group in %s stands with none that was written by hand', (_, vpc) => {
  expect(groupsIn(vpc, [NEW, OTHER])).toEqual([GROUP]);
});

test.each<[string, Json | undefined]>([
  ['the default VPC, since no VPC is written', undefined],
  ['the default VPC, since a variable gives none', { constant_value: null }],
  ['a VPC that is still to be made, or one by a subnet group', to('var.which', 'aws_vpc.new.id', 'aws_db_subnet_group.s.vpc_id')],
  ['a VPC that is still to be made, or one by a data source', to('aws_vpc.new.id', 'data.aws_vpcs.all.ids')],
])('a group in %s may stand with others that are written by hand', (_, vpc) => {
  expect(groupsIn(vpc, [NEW, SUBNETS, DATA])).toEqual([GROUP, BY_HAND]);
});

test('a group in a VPC that is known may stand with others, though the condition might have chosen a new one', () => {
  expect(groupsIn(to('var.which', 'aws_vpc.new.id', 'aws_vpc.old.id'), [NEW, OLD], true)).toEqual([GROUP, BY_HAND]);
});

test('groups by modules are looked at in the VPC of their own module', () => {
  const group = { address: 'module.net.aws_security_group.g', unknown: { id: true, vpc_id: true } };
  const host = { address: 'aws_instance.i', unknown: { vpc_security_group_ids: true } };
  const net: CallParts = {
    written: { 'aws_security_group.g': { vpc_id: to('var.vpc') } },
    outputs: { id: to('aws_security_group.g.id') },
  };
  const groups = (handed: Readonly<Record<string, Json>>): unknown =>
    read(host.address, 'vpc_security_group_ids', [group, host, NEW, OLD], {
      written: { 'aws_instance.i': { vpc_security_group_ids: to('module.net.id') } },
      calls: { net: { ...net, handed } },
    });
  const own = `-> ${group.address}.id`;
  expect(groups({ vpc: to('aws_vpc.new.id') })).toEqual([own]);
  expect(groups({ vpc: to('aws_vpc.old.id') })).toEqual([own, BY_HAND]);
});

test('the default group of a VPC that is still to be made stands with none that was written by hand', () => {
  const host = { address: 'aws_instance.i', unknown: { vpc_security_group_ids: true } };
  const written = { 'aws_instance.i': { vpc_security_group_ids: to('aws_vpc.new.default_security_group_id') } };
  expect(read(host.address, 'vpc_security_group_ids', [host, NEW], { written })).toEqual([
    '-> aws_vpc.new.default_security_group_id',
  ]);
});

/** The groups of a rule, or of another block, beside these. */
function groupsOf(block: string, ...more: readonly string[]): unknown {
  const group = { address: 'aws_security_group.g', unknown: { id: true, vpc_id: true } };
  const user = { address: 'aws_security_group.b', known: { [block]: [{}] }, unknown: { [block]: [{ security_groups: true }] } };
  const written = {
    'aws_security_group.g': { vpc_id: to('aws_vpc.new.id') },
    'aws_security_group.b': { [block]: to('aws_security_group.g.id') },
  };
  return read(user.address, block, [group, user, NEW, ...more.map((address) => ({ address }))], { written });
}

test.each([
  ['ingress', 'aws_vpc_peering_connection.p', true],
  ['egress', 'aws_vpc_peering_connection_accepter.p', true],
  ['egress', 'aws_ec2_transit_gateway_vpc_attachment.a', true],
  ['ingress', 'aws_networkmanager_vpc_attachment.a', true],
  ['ingress', 'data.aws_vpc_peering_connection.p', false],
  ['ingress', 'aws_vpn_gateway.v', false],
  ['network_configuration', 'aws_vpc_peering_connection.p', false],
])('a block %s beside %s names groups by hand: %s', (block, address, byHand) => {
  expect(groupsOf(block, address)).toEqual([{ security_groups: byHand ? [GROUP, BY_HAND] : [GROUP] }]);
});
