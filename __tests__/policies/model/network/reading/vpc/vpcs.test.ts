import { AmazonPart } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, blockText, factsOf, knownText, oneOfText } from '../../facts-text';

const MAIN = 'aws_vpc.main';

function vpc(resources: readonly ResourceFact[], key = MAIN) {
  const { blocks, incomplete } = at(factsOf(resources).vpcs, key);
  return { blocks: blocks.map(blockText), why: incomplete?.why };
}

function secondary(type: 4 | 6, body: ResourceFact['body'], place = {}): ResourceFact {
  return resource(`aws_vpc_ipv${String(type)}_cidr_block_association.more`, { vpc_id: ref(`${MAIN}.id`), ...body }, place);
}

const PLAIN = resource(MAIN, { cidr_block: '10.0.0.0/16' });
const DUAL = resource(MAIN, { cidr_block: '10.0.0.0/16', assign_generated_ipv6_cidr_block: true });
const POOL = 'the block comes from a pool';

test.each<[string, readonly ResourceFact[], readonly string[], string | undefined]>([
  ['its own block', [PLAIN], ['10.0.0.0/16'], undefined],
  ['its secondary ones', [PLAIN, secondary(4, { cidr_block: '10.64.0.0/18' })], ['10.0.0.0/16', '10.64.0.0/18'], undefined],
  ["Amazon's block, wherever it lies", [DUAL], ['10.0.0.0/16', `${MAIN}/0#0`], undefined],
  [
    "Amazon's block once it is told",
    [resource(MAIN, { ...DUAL.body, ipv6_cidr_block: '2a05:d018::/56' })],
    ['10.0.0.0/16', '2a05:d018::/56'],
    undefined,
  ],
  [
    "Amazon's block from an association",
    [PLAIN, secondary(6, { assign_generated_ipv6_cidr_block: true })],
    ['10.0.0.0/16', 'aws_vpc_ipv6_cidr_block_association.more/0#0'],
    undefined,
  ],
  ['no block that comes from a pool', [resource(MAIN, { ipv4_ipam_pool_id: 'ipam-pool-1' })], [], POOL],
  [
    'no IPv6 block that comes from a pool',
    [resource(MAIN, { cidr_block: '10.0.0.0/16', ipv6_ipam_pool_id: 'ipam-pool-1' })],
    ['10.0.0.0/16'],
    POOL,
  ],
  ['no block that is not known', [resource(MAIN, { cidr_block: unknown('a variable') })], [], 'a variable'],
  [
    'no block that may not be there',
    [PLAIN, secondary(4, { cidr_block: '10.64.0.0/18' }, { repeated: unknown('a variable') })],
    ['10.0.0.0/16'],
    'a variable',
  ],
])('a VPC has %s', (_what, resources, blocks, why) => {
  expect(vpc(resources)).toEqual({ blocks, why });
});

test.each([
  [8, 3, `${MAIN}/8#3`],
  [0, 0, `${MAIN}/0#0`],
  [8, 256, '?'],
  [73, 0, '?'],
])("the part of %d bits and number %d of Amazon's block is %s", (bits, number, text) => {
  const part = new AmazonPart({ key: `net:${MAIN}`, attribute: 'ipv6_cidr_block' }, bits, number);
  const subnet = resource('aws_subnet.a', { vpc_id: ref(`${MAIN}.id`), ipv6_cidr_block: part });

  expect(blockText(at(factsOf([DUAL, subnet]).subnets, 'aws_subnet.a').ipv6)).toBe(text);
});

test('the part of a literal block is a literal block', () => {
  const part = new AmazonPart({ key: `net:${MAIN}`, attribute: 'ipv6_cidr_block' }, 8, 255);
  const literal = resource(MAIN, { cidr_block: '10.0.0.0/16', ipv6_cidr_block: '2a05:d018:0:ff00::/56' });
  const subnet = resource('aws_subnet.a', { vpc_id: ref(`${MAIN}.id`), ipv6_cidr_block: part });

  expect(blockText(at(factsOf([literal, subnet]).subnets, 'aws_subnet.a').ipv6)).toBe('2a05:d018:0:ffff::/64');
});

test('its account and Region are those of its provider, or not known', () => {
  const told = at(factsOf([PLAIN]).vpcs, MAIN);
  const untold: ResourceFact = {
    key: 'net:aws_vpc.bare',
    stack: 'net',
    address: 'aws_vpc.bare',
    mode: 'managed',
    type: 'aws_vpc',
    body: {},
  };
  const bare = at(factsOf([untold]).vpcs, 'aws_vpc.bare');

  expect([told.accountId, told.region]).toEqual(['111111111111', 'eu-west-1']);
  expect([knownText(bare.accountId), knownText(bare.region)]).toEqual(['?', '?']);
});

describe('a VPC outside of the documents', () => {
  const subnet = (vpcId: string | ReturnType<typeof ref>) =>
    resource('aws_subnet.a', { vpc_id: vpcId, cidr_block: '10.0.0.0/24' });

  test('is made of its id, with everything about it missing', () => {
    const facts = factsOf([subnet('vpc-0123456789abcdef0')]);
    const outside = at(facts.vpcs, 'vpc-0123456789abcdef0');

    expect([outside.origin, outside.blocks, outside.incomplete?.why]).toEqual([
      undefined,
      [],
      'the VPC lies outside of the documents',
    ]);
    expect(knownText(outside.accountId)).toBe('?');
    expect(oneOfText(at(facts.subnets, 'aws_subnet.a').vpc)).toBe('vpc-0123456789abcdef0');
    expect(at(facts.tables, outside.mainTable.choices[0] ?? '').incomplete?.why).toBe('the table lies outside of the documents');
    expect(at(facts.acls, outside.defaultAcl).incomplete?.why).toBe('the ACL lies outside of the documents');
    expect(at(facts.groups, outside.defaultGroup).incomplete?.why).toBe('the group lies outside of the documents');
  });

  test('is made of a data source, in its account', () => {
    const facts = factsOf([resource('data.aws_vpc.found', { tags: { Name: 'main' } }), subnet(ref('data.aws_vpc.found.id'))]);

    expect(at(facts.vpcs, 'net:data.aws_vpc.found').accountId).toBe('111111111111');
    expect(oneOfText(at(facts.subnets, 'aws_subnet.a').vpc)).toBe('data.aws_vpc.found');
  });

  test('may be one of the documents where they hold one of its account and Region', () => {
    const looked = [resource('data.aws_vpc.found', {}), subnet(ref('data.aws_vpc.found.id'))];
    const elsewhere = { ...PLAIN, region: 'us-east-1' };

    expect(oneOfText(at(factsOf([PLAIN, ...looked]).subnets, 'aws_subnet.a').vpc)).toBe('data.aws_vpc.found or …');
    expect(oneOfText(at(factsOf([elsewhere, ...looked]).subnets, 'aws_subnet.a').vpc)).toBe('data.aws_vpc.found');
  });

  test('is the one of the documents that a state knows by the same id', () => {
    const known = resource(MAIN, { id: 'vpc-0123456789abcdef0', cidr_block: '10.0.0.0/16' });
    const looked = resource('data.aws_vpc.found', { id: 'vpc-0123456789abcdef0' });
    const facts = factsOf([known, looked, subnet(ref('data.aws_vpc.found.id'))], 'state');

    expect(oneOfText(at(facts.subnets, 'aws_subnet.a').vpc)).toBe(MAIN);
    expect([...facts.vpcs.keys()]).toEqual([`net:${MAIN}`]);
  });
});

describe('the main table of a VPC', () => {
  const table = resource('aws_route_table.own', { vpc_id: ref(`${MAIN}.id`) });
  const association = resource('aws_main_route_table_association.own', {
    vpc_id: ref(`${MAIN}.id`),
    route_table_id: ref('aws_route_table.own.id'),
  });
  const IMPLICIT = `${MAIN}.default_route_table_id`;
  const adopted = resource('aws_default_route_table.own', { default_route_table_id: ref(IMPLICIT) });

  test.each<[string, readonly ResourceFact[], string]>([
    ["AWS's own", [], IMPLICIT],
    ['the resource that takes it over', [adopted], 'aws_default_route_table.own'],
    ['the one that is associated as main', [table, association], 'aws_route_table.own'],
    ['the associated one, whoever takes over the former', [table, association, adopted], 'aws_route_table.own'],
    [
      'either where the association may not be there',
      [table, { ...association, repeated: unknown() }],
      `aws_route_table.own or ${IMPLICIT}`,
    ],
  ])('is %s', (_what, resources, main) => {
    const facts = factsOf([PLAIN, ...resources]);

    expect(oneOfText(at(facts.vpcs, MAIN).mainTable)).toBe(main);
  });

  test('is told by a state', () => {
    const known = resource(MAIN, { id: 'vpc-1', default_route_table_id: 'rtb-1', main_route_table_id: 'rtb-2' });
    const own = resource('aws_route_table.own', { id: 'rtb-2', vpc_id: 'vpc-1' });

    expect(oneOfText(at(factsOf([known, own], 'state').vpcs, MAIN).mainTable)).toBe('aws_route_table.own');
  });

  test('of a default VPC has a route that no document tells', () => {
    const facts = factsOf([resource('aws_default_vpc.own', {})]);

    expect(at(facts.tables, 'net:aws_default_vpc.own.default_route_table_id').incomplete?.why).toBe(
      'AWS leads the main table of a default VPC to an internet gateway',
    );
  });
});

test('the parts of a document that cannot be seen may change what belongs to its resources, and are gaps', () => {
  const subnet = resource('aws_subnet.a', { vpc_id: ref(`${MAIN}.id`), availability_zone: 'eu-west-1a' });
  const group = resource('aws_security_group.web', { vpc_id: ref(`${MAIN}.id`) });
  const facts = factsOf([PLAIN, subnet, group], 'synthesised', [unknown('module.more is not read')]);
  const why = 'module.more is not read';

  expect(facts.gaps).toEqual([{ key: 'net', argument: 'document', why }]);
  expect(at(facts.groups, 'aws_security_group.web').incomplete?.why).toBe(why);
  expect(at(facts.vpcs, MAIN).incomplete?.why).toBe(why);
  expect(at(facts.subnets, 'aws_subnet.a').table.open?.why).toBe(why);
  expect(at(facts.subnets, 'aws_subnet.a').acl.open?.why).toBe(why);
});
