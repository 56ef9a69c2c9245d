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

test('a policy document and the answer whose account it is hold no ids: neither hides the VPC', () => {
  const document = { address: 'module.net.data.aws_iam_policy_document.d', unknown: { json: true } };
  const caller = { address: 'module.net.data.aws_caller_identity.c', unknown: { account_id: true } };
  expect(readLocal({ more: [document, caller], handed: { policy: ['data.aws_iam_policy_document.d.json'] } })).toEqual([OWN]);
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
