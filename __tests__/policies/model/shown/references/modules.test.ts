import type { Json } from '../../../../../policies/model/universe';
import type { PlannedResource } from '../plan-json';
import { type CallParts, read, to } from './expressions';

const RESOURCES: readonly PlannedResource[] = [
  { address: 'aws_vpc.a', unknown: { id: true } },
  { address: 'aws_vpc.b', unknown: { id: true } },
  { address: 'aws_subnet.s', unknown: { id: true } },
  { address: 'module.net.aws_thing.it', unknown: { vpc_id: true } },
  { address: 'data.aws_iam_policy_document.d', unknown: { json: true } },
  { address: 'module.zoned["a"].aws_vpc.own', unknown: { id: true } },
  { address: 'module.zoned["b"].aws_vpc.own', unknown: { id: true } },
];

/** What `vpc_id` of a resource in the module `net` is read as, beside modules that are called with these. */
function readInside(
  expression: Json,
  handed: Readonly<Record<string, Json>>,
  calls: Readonly<Record<string, CallParts>> = {},
): unknown {
  const net = { handed, written: { 'aws_thing.it': { vpc_id: expression } } };
  return read('module.net.aws_thing.it', 'vpc_id', RESOURCES, { calls: { ...calls, net } });
}

const A = '-> aws_vpc.a.id';
const B = '-> aws_vpc.b.id';

test('of what a variable hands in together, what is asked for is taken', () => {
  const network = to('aws_vpc.a.id', 'aws_subnet.s.id', 'data.aws_iam_policy_document.d.json');
  expect(readInside(to('var.network.vpc'), { network })).toBe(A);
});

test('a policy document may choose what a module is given, though it holds no id: unknown', () => {
  const user = { address: 'aws_thing.it', unknown: { vpc_id: true } };
  const vpc_id = to('aws_vpc.a.id', 'data.aws_iam_policy_document.d.json');
  expect(read('aws_thing.it', 'vpc_id', [...RESOURCES, user], { written: { 'aws_thing.it': { vpc_id } } })).toBe(
    '? comes from data.aws_iam_policy_document.d.json, which is read during the apply: judge the state after the apply',
  );
});

test('a variable called key is one like others, each.key is known', () => {
  expect(readInside(to('var.key', 'aws_vpc.none.id'), { key: to('aws_vpc.b.id') })).toBe(B);
});

test('a variable that a module is not given is known', () => {
  expect(readInside(to('var.plain', 'var.given'), { given: to('aws_vpc.b.id') })).toBe(B);
});

const TWO: CallParts = { outputs: { a: to('var.a'), b: to('var.b') }, handed: { a: to('aws_vpc.a.id'), b: to('aws_vpc.b.id') } };

test('an output is read by its name, all of them where none is named', () => {
  expect(readInside(to('var.it'), { it: to('module.two.a') }, { two: TWO })).toBe(A);
  expect(readInside(to('var.it'), { it: to('module.two') }, { two: TWO })).toBe('-> aws_vpc.a.id | aws_vpc.b.id');
});

test('a set by an output that is one of two ids holds some of both', () => {
  const own = ['module.own.aws_subnet.one', 'module.own.aws_subnet.two'].map((address) => ({ address, unknown: { id: true } }));
  const user = { address: 'aws_lb.it', unknown: { subnets: true } };
  const call: CallParts = { outputs: { subnet_id: to('aws_subnet.one.id', 'aws_subnet.two.id') } };
  const written = { 'aws_lb.it': { subnets: to('module.own.subnet_id') } };
  const either = '-> module.own.aws_subnet.one.id | module.own.aws_subnet.two.id';
  expect(read(user.address, 'subnets', [...own, user], { written, calls: { own: call } })).toEqual([
    either,
    either,
    "? a plan doesn't show ids that are written by hand: judge the state after the apply",
  ]);
});

test('an output of a module in a module that holds nothing itself is followed to where it was given', () => {
  const inner: CallParts = { outputs: { id: to('var.id') }, handed: { id: to('var.passed') } };
  const outer: CallParts = { outputs: { id: to('module.inner.id') }, handed: { passed: to('aws_vpc.b.id') }, calls: { inner } };
  expect(readInside(to('var.it'), { it: to('module.outer.id') }, { outer })).toBe(B);
});

test('an output by a key is that of one instance of the module, of all of them without one', () => {
  const zoned: CallParts = { outputs: { id: to('aws_vpc.own.id') }, calledFor: to('var.zones') };
  const two = { ...zoned, outputs: { ...zoned.outputs, other: to('each.value') } };
  const own = ['a', 'b'].map((key) => `module.zoned["${key}"].aws_vpc.own.id`);
  expect(readInside(to('var.it'), { it: to('module.zoned["b"].id') }, { zoned: two })).toBe(`-> ${own[1] ?? ''}`);
  expect(readInside(to('var.it'), { it: to('module.zoned') }, { zoned })).toBe(`-> ${own.join(' | ')}`);
});

test('what a local of a module may be is told from what names, zones and prefixes are handed to it', () => {
  const zones = ['az', 'azs', 'vpc_cidr', 'cidrs', 'cidr_block', 'cidr_blocks', 'vpc_description', 'descriptions', 'environment'];
  const names = [
    'name',
    'names',
    'namespace',
    'port',
    'ports',
    'prefix',
    'region',
    'stage',
    'zone',
    'zones',
    'tags',
    'create_vpc',
  ];
  const others = Object.fromEntries([...zones, ...names].map((name) => [name, to('local.something')]));
  expect(readInside(to('local.it'), { ...others, vpc: to('aws_vpc.b.id') })).toBe(B);
});

test.each(['zone_id', 'names_of_vpcs', 'azure', 'nickname', 'airports', 'regional', 'tagset'])(
  'a variable called %s may hold what a local is',
  (variable) => {
    expect(readInside(to('local.it'), { [variable]: to('aws_vpc.b.id') })).toBe(B);
  },
);

test('a local that asks for a name may be what a variable called name holds', () => {
  const group = { address: 'aws_db_subnet_group.g', unknown: { id: true } };
  const database = { address: 'module.net.aws_db_instance.it', unknown: { db_subnet_group_name: true } };
  const net = {
    handed: { group_name: to('aws_db_subnet_group.g.id') },
    written: { 'aws_db_instance.it': { db_subnet_group_name: to('local.it') } },
  };
  expect(read(database.address, 'db_subnet_group_name', [group, database], { calls: { net } })).toBe(
    '-> aws_db_subnet_group.g.id',
  );
});
