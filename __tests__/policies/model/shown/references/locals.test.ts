import { readShown } from '../../../../../policies/model/shown';
import { Reference, Unknown } from '../../../../../policies/model/term';
import type { Json } from '../../../../../policies/model/universe';
import { planJson, type PlannedResource } from '../plan-json';

/** A module that makes a VPC, and a group in it by way of a local; what its caller hands to it. */
interface Case {
  readonly more?: readonly PlannedResource[];
  readonly handed?: Readonly<Record<string, readonly string[]>>;
  readonly relevant?: readonly (readonly [resource: string, attribute?: string])[];
  readonly written?: Json;
  readonly call?: Readonly<Record<string, Json>>;
  /** @default "vpc_id" */
  readonly argument?: string;
}

const VPC = { address: 'module.net.aws_vpc.this', unknown: { id: true, arn: true, default_security_group_id: true } };

/** What `local.it` in the module is read as: addresses, or why it isn't known. */
function readLocal({
  more = [],
  handed = {},
  relevant,
  written = [],
  call = {},
  argument = 'vpc_id',
}: Case): readonly string[] | string {
  const group = { address: 'module.net.aws_thing.it', unknown: { [argument]: true } };
  const inside = [{ address: 'aws_thing.it', expressions: { [argument]: { references: ['local.it'] } } }, ...(written as Json[])];
  const expressions = Object.fromEntries(Object.entries(handed).map(([name, references]) => [name, { references }]));
  const configuration = { root_module: { module_calls: { net: { expressions, module: { resources: inside }, ...call } } } };
  const attributes = relevant?.map(([resource, attribute]) => ({
    resource,
    attribute: attribute === undefined ? [] : [attribute],
  }));
  const listed = attributes === undefined ? {} : { relevant_attributes: attributes };
  const plan = planJson({
    resources: [VPC, group, ...more],
    more: { configuration, ...listed },
  });
  const term = readShown('net', plan).resources.find(({ address }) => address === group.address)?.body[argument];
  if (term instanceof Unknown) return term.why;
  return term instanceof Reference
    ? term.targets.map(({ key, attribute }) => `${key.slice('net:'.length)}.${attribute}`)
    : 'known';
}

const UNKNOWN = "comes through local.it, which a plan doesn't show: judge the state after the apply";
const OWN = 'module.net.aws_vpc.this.id';
const other = (type: string, unknown: Record<string, Json> = { id: true }): PlannedResource => ({
  address: `${type}.other`,
  unknown,
});

test('vpc_id = local.it in a module that makes one VPC is that VPC, by its id and not its ARN', () => {
  expect(readLocal({})).toEqual([OWN]);
});

test('a VPC of the caller that nothing hands to the module is none of its locals', () => {
  expect(readLocal({ more: [other('aws_vpc')] })).toEqual([OWN]);
});

test('a VPC that a variable hands to the module is one that the local may be', () => {
  const handed = { network: ['aws_vpc.other.id', 'aws_vpc.other'] };
  expect(readLocal({ more: [other('aws_vpc')], handed })).toEqual([OWN, 'aws_vpc.other.id']);
});

test('a local of the caller that a variable hands to the module may be any VPC of the caller; tags, switches, zones and names hold none', () => {
  expect(readLocal({ more: [other('aws_vpc')], handed: { network: ['local.network'] } })).toEqual([OWN, 'aws_vpc.other.id']);
  expect(
    readLocal({ more: [other('aws_vpc')], handed: { vpc_tags: ['local.tags'], create_vpc: ['local.on'], azs: ['local.azs'] } }),
  ).toEqual([OWN]);
});

const SUBNET_GROUP = { address: 'module.net.aws_db_subnet_group.this', unknown: { id: true, vpc_id: true } };

test('vpc_id of a subnet group, which the provider fills in, is one that the local may be: unless nothing refers to it', () => {
  const both = ['module.net.aws_db_subnet_group.this.vpc_id', OWN];
  const vpc = ['module.net.aws_vpc.this', 'id'] as const;
  expect(readLocal({ more: [SUBNET_GROUP] })).toEqual(both);
  expect(readLocal({ more: [SUBNET_GROUP], relevant: [vpc, ['module.net.aws_db_subnet_group.this', 'id']] })).toEqual([OWN]);
  expect(readLocal({ more: [SUBNET_GROUP], relevant: [vpc, ['module.net.aws_db_subnet_group.this', 'vpc_id']] })).toEqual(both);
  expect(readLocal({ more: [SUBNET_GROUP], relevant: [vpc, ['module.net.aws_db_subnet_group.this']] })).toEqual(both);
});

test('where a module is called by for_each, what nothing is listed to refer to counts, too', () => {
  const call = { for_each_expression: { references: ['local.all'] } };
  const relevant = [['module.net.aws_vpc.this', 'id']] as const;
  expect(readLocal({ more: [SUBNET_GROUP], relevant, call })).toEqual(['module.net.aws_db_subnet_group.this.vpc_id', OWN]);
});

test('keys of modules and resources are left out of the list now and then, and asked for nowhere', () => {
  const counted = { ...VPC, address: 'module.net.aws_vpc.many[0]' };
  const relevant = [['module.net.aws_vpc.many', 'id']] as const;
  expect(readLocal({ more: [counted], relevant })).toEqual(['module.net.aws_vpc.many[0].id']);
});

test.each([
  ['an output of another stack', { address: 'module.net.aws_cloudformation_stack.s', unknown: { outputs: true } }],
  ['a parameter', { address: 'module.net.aws_ssm_parameter.p', unknown: { value: true } }],
  ['what another provider makes', { address: 'module.net.terraform_data.d', unknown: { output: true } }],
  ['a data source that is read during the apply', { address: 'module.net.data.aws_vpcs.all', unknown: { ids: true } }],
  ['a part of a block that nobody wrote', { address: 'module.net.aws_x.c', unknown: { vpc_config: [{ vpc_id: true }] } }],
])('%s may be in a local, too: unknown', (_, resource) => {
  expect(readLocal({ more: [resource] })).toBe(UNKNOWN);
});

test.each(['aws_ami', 'aws_availability_zones', 'aws_caller_identity', 'aws_iam_policy_document', 'aws_partition', 'aws_region'])(
  'a data source %s holds no ids, though it is read during the apply: it does not hide the VPC',
  (type) => {
    expect(readLocal({ more: [{ address: `module.net.data.${type}.d`, unknown: { json: true, id: true } }] })).toEqual([OWN]);
  },
);

test('what is known already is in no value that is not: data that was read, a stack that is there, a VPC that is there', () => {
  const data = { address: 'module.net.data.aws_vpcs.all', known: { ids: ['vpc-0123456789abcdef0'] } };
  const stack = { address: 'module.net.aws_cloudformation_stack.s', known: { outputs: {} }, unknown: { outputs: {} } };
  const group = {
    address: 'module.net.aws_db_subnet_group.there',
    known: { vpc_id: 'vpc-0123456789abcdef0' },
    unknown: { arn: true },
  };
  const relevant = [VPC, data, stack, group].map(({ address }) => [address, 'id'] as const);
  expect(readLocal({ more: [data, stack, group] })).toEqual([OWN]);
  expect(readLocal({ more: [data, stack, group], relevant: [...relevant, [group.address, 'vpc_id']] })).toEqual([OWN]);
});

const BLOCK: Json = [{ name: true, vpc_id: true }];
const WRITTEN: Json = { references: ['aws_vpc.this.id', 'aws_vpc.this'] };

test.each<[string, Json, Json, readonly string[] | string]>([
  ['a block that is no list, and writes it', BLOCK, { vpc_id: WRITTEN }, [OWN]],
  ['an argument that is made of something else', BLOCK, WRITTEN, [OWN]],
  ['a block that writes something else', BLOCK, [{ name: WRITTEN }], UNKNOWN],
  ['two blocks, of which the second writes it not', BLOCK, [{ vpc_id: WRITTEN }, { name: WRITTEN }], UNKNOWN],
  ['two elements, of which the second is not known', [{ vpc_id: false }, { vpc_id: true }], [{}], UNKNOWN],
  ['a block in a block that writes it', [{ in: [{ vpc_id: true }] }], [{ in: [{ vpc_id: WRITTEN }] }], [OWN]],
  ['a block in a block that writes it not', [{ in: [{ vpc_id: true }] }], [{ in: [{ name: WRITTEN }] }], UNKNOWN],
  ['a block of which the VPC is known', [{ name: true, vpc_id: false }], [{}], [OWN]],
])('of %s only what nobody wrote may be in a local, too', (_, marks, block, expected) => {
  const cluster = { address: 'module.net.aws_x.c', unknown: { vpc_config: marks } };
  expect(readLocal({ more: [cluster], written: [{ address: 'aws_x.c', expressions: { vpc_config: block } }] })).toEqual(expected);
});

test('what is written in a block is looked at where it comes from, and counts once', () => {
  const cluster = { address: 'module.net.aws_x.c', unknown: { vpc_config: [{ vpc_id: true }] } };
  const written = [
    { address: 'aws_x.c', expressions: { vpc_config: [{ vpc_id: { references: ['aws_vpc.this.id', 'aws_vpc.this'] } }] } },
  ];
  expect(readLocal({ more: [cluster], written })).toEqual([OWN]);
});

test('the default group of the VPC is one that the local may be; with a set of groups beside it that the provider fills in: unknown', () => {
  const groups = { address: 'module.net.aws_y.g', unknown: { security_group_ids: true } };
  expect(readLocal({ more: [groups], argument: 'security_group_id' })).toBe(UNKNOWN);
  const rule = { address: 'module.net.aws_security_group_rule.r', unknown: { id: true, source_security_group_id: true } };
  const group = ['module.net.aws_vpc.this.default_security_group_id'];
  expect(readLocal({ argument: 'security_group_id' })).toEqual(group);
  expect(readLocal({ argument: 'security_group_id', more: [rule] })).toEqual(group);
});

test('a local that can be nothing that is asked for stays unknown', () => {
  expect(readLocal({ argument: 'transit_gateway_id' })).toBe('known only after apply, from local.it');
});

test('a local of a module may be what modules make that it calls, and none of what its neighbours make', () => {
  const inner = { address: 'module.net.module.inner.aws_vpc.this', unknown: { id: true } };
  const neighbour = { address: 'module.network.aws_vpc.this', unknown: { id: true } };
  expect(readLocal({ more: [inner, neighbour] })).toEqual([OWN, `${inner.address}.id`]);
});

test('a local of the root module may be what any module makes', () => {
  const thing = { address: 'aws_thing.it', unknown: { vpc_id: true } };
  const plan = planJson({ resources: [VPC, thing], written: { 'aws_thing.it': { vpc_id: { references: ['local.it'] } } } });
  const term = readShown('net', plan).resources.find(({ address }) => address === thing.address)?.body.vpc_id;
  expect(term).toEqual(new Reference([{ key: 'net:module.net.aws_vpc.this', attribute: 'id' }]));
});

test('where an ARN is asked for, the VPC is meant by its ARN', () => {
  expect(readLocal({ argument: 'vpc_arn' })).toEqual(['module.net.aws_vpc.this.arn']);
  expect(readLocal({ argument: 'vpc_arns' })).toEqual('known');
});

test('a VPC that names another one besides may be in the local by either', () => {
  const peer = { address: 'module.net.aws_vpc.peer', unknown: { id: true, arn: true, peer_vpc_id: true } };
  expect(readLocal({ more: [peer] })).toEqual([`${peer.address}.id`, `${peer.address}.peer_vpc_id`, OWN]);
});

const PEERING = { address: 'module.net.aws_vpc_peering_connection.p', unknown: { id: true } };
const ACCEPTER = { address: 'module.net.aws_vpc_peering_connection_accepter.a', unknown: { id: true } };

test.each<[string, Json, readonly string[] | string]>([
  [
    'of this module is that one',
    { references: ['aws_vpc_peering_connection.p.id', 'aws_vpc_peering_connection.p'] },
    [`${PEERING.address}.id`],
  ],
  ['that is known may be in the local, too: unknown', { constant_value: 'pcx-0123456789abcdef0' }, UNKNOWN],
])('the accepter of a peering %s', (_, accepted, expected) => {
  const accepter = { address: 'aws_vpc_peering_connection_accepter.a', expressions: { vpc_peering_connection_id: accepted } };
  const written = [{ address: 'aws_vpc_peering_connection.p' }, accepter];
  expect(readLocal({ more: [PEERING, ACCEPTER], written, argument: 'vpc_peering_connection_id' })).toEqual(expected);
});

test('the VPC of a group that was given none is the default one, and may be in a local, too: unknown', () => {
  const group = { address: 'module.net.aws_security_group.g', unknown: { vpc_id: true } };
  const written = [{ address: 'aws_security_group.g', expressions: { vpc_id: { references: ['var.vpc_id'] } } }];
  expect(readLocal({ more: [group], written })).toBe(UNKNOWN);
  const handed = { vpc_id: ['aws_vpc.other.id', 'aws_vpc.other'] };
  expect(readLocal({ more: [group, other('aws_vpc')], written, handed })).toEqual([OWN, 'aws_vpc.other.id']);
});
