import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, factsOf, knownText, oneOfText } from '../../facts-text';
import { attachment, between, DEFAULT, NETWORK, OWN, read, table } from './gateway-network';

function attached(...resources: readonly ResourceFact[]) {
  return at(read(...resources).transitAttachments, 'aws_ec2_transit_gateway_vpc_attachment.a');
}

test('an attachment joins its VPC by its subnets', () => {
  const { kind, vpc, gateway, subnets } = attached(attachment('a'));

  expect([kind, oneOfText(gateway), vpc === undefined ? '' : oneOfText(vpc)]).toEqual([
    'vpc',
    'aws_ec2_transit_gateway.x',
    'aws_vpc.a',
  ]);
  expect(knownText(subnets, (all) => all.map(oneOfText).join())).toBe('aws_subnet.a');
});

describe('the table of an attachment', () => {
  const OFF = resource('aws_ec2_transit_gateway.x', { default_route_table_association: 'disable' });

  test.each<[string, readonly ResourceFact[], string]>([
    ['is the default one', [attachment('a')], DEFAULT],
    ['is its own', [attachment('a'), between('route_table_association')], OWN],
    [
      'is its own or the default one',
      [attachment('a'), between('route_table_association', {}, { repeated: unknown() })],
      `${OWN} or ${DEFAULT}`,
    ],
    [
      'is none where it does not use the default one',
      [attachment('a', { transit_gateway_default_route_table_association: false })],
      '',
    ],
    [
      'is in doubt where that is not known',
      [attachment('a', { transit_gateway_default_route_table_association: unknown() })],
      `${DEFAULT} or …`,
    ],
    ['is none where the gateway has no default one', [attachment('a'), OFF], ''],
    [
      'is none where it does not use what may be the default one',
      [
        attachment('a', { transit_gateway_default_route_table_association: false }),
        resource('aws_ec2_transit_gateway.x', { default_route_table_association: unknown() }),
      ],
      '',
    ],
    ['is its own where the gateway has no default one', [attachment('a'), OFF, between('route_table_association')], OWN],
    [
      'is in doubt where a resource moves the default',
      [attachment('a'), resource('aws_ec2_transit_gateway_default_route_table_association.x', {})],
      `${DEFAULT} or …`,
    ],
    ['is not known with a gateway outside', [attachment('a', { transit_gateway_id: unknown() })], '…'],
  ])('%s', (_what, resources, text) => {
    expect(oneOfText(attached(...resources).table)).toBe(text);
  });
});

describe('an attachment of another account', () => {
  const foreign = attachment('a', {}, { accountId: '222222222222' });
  const open = resource('aws_ec2_transit_gateway.x', { auto_accept_shared_attachments: 'enable' });
  const accepter = (body: ResourceFact['body'] = {}, place = {}) =>
    resource(
      'aws_ec2_transit_gateway_vpc_attachment_accepter.x',
      { transit_gateway_attachment_id: ref('aws_ec2_transit_gateway_vpc_attachment.a.id'), ...body },
      place,
    );

  test.each<[string, readonly ResourceFact[], string]>([
    ['is active in its own account', [attachment('a')], 'true'],
    ['waits for whom nobody sees', [foreign], '?'],
    ['is taken by the gateway', [foreign, open], 'true'],
    ['is accepted', [foreign, accepter()], 'true'],
    ['may be accepted', [foreign, accepter({}, { repeated: unknown() })], '?'],
    ['may not be there', [attachment('a', {}, { repeated: unknown() })], '?'],
  ])('%s: active is %s', (_what, resources, active) => {
    expect(knownText(attached(...resources).active)).toBe(active);
  });

  test('uses the default table as its accepter says', () => {
    const refused = accepter({ transit_gateway_default_route_table_association: false });

    expect([oneOfText(attached(foreign, accepter()).table), oneOfText(attached(foreign, refused).table)]).toEqual([DEFAULT, '']);
  });
});

describe('switches', () => {
  const ON = { security_group_referencing_support: 'enable' };
  const enabled = resource('aws_ec2_transit_gateway.x', ON);

  test.each<[string, readonly ResourceFact[], readonly [string, string, string]]>([
    ['off', [attachment('a')], ['false', 'false', 'false']],
    ['at the gateway alone', [attachment('a'), enabled], ['true', '?', 'false']],
    ['at both', [attachment('a', ON), enabled], ['true', 'true', 'false']],
    ['at the attachment alone', [attachment('a', ON)], ['false', 'true', 'false']],
    ['of IPv6', [attachment('a', { ipv6_support: 'enable' })], ['false', 'false', 'true']],
  ])('%s', (_what, resources, [gateway, own, ipv6]) => {
    const facts = read(...resources);
    const made = at(facts.transitAttachments, 'aws_ec2_transit_gateway_vpc_attachment.a');

    expect([
      knownText(at(facts.transitGateways, 'aws_ec2_transit_gateway.x').groupReferences),
      knownText(made.groupReferences),
      knownText(made.ipv6),
    ]).toEqual([gateway, own, ipv6]);
  });
});

describe('routes and propagation', () => {
  const A = 'aws_ec2_transit_gateway_vpc_attachment.a';
  const own = attachment('a', { transit_gateway_default_route_table_propagation: false });
  const route = (body: ResourceFact['body'] = {}, place = {}) =>
    between('route', { destination_cidr_block: '10.0.0.0/8', ...body }, place);

  test.each<[string, readonly ResourceFact[], readonly string[]]>([
    ['a route', [own, route()], [`10.0.0.0/8 -> ${A}`]],
    ['a route that drops', [own, route({ blackhole: true, transit_gateway_attachment_id: null })], ['10.0.0.0/8 -> blackhole']],
    ['a route that may drop', [own, route({ blackhole: unknown() })], ['10.0.0.0/8 -> …']],
    ['a route that may not be there', [own, route({}, { repeated: unknown() })], [`10.0.0.0/8 -> ${A} maybe`]],
    ['a route to a block that is not known', [own, route({ destination_cidr_block: unknown() })], [`? -> ${A}`]],
    [
      'a route of a table that is not known',
      [own, route({ transit_gateway_route_table_id: unknown() })],
      [`10.0.0.0/8 -> ${A} maybe`],
    ],
    [
      'a route for each block of a list',
      [
        own,
        resource('aws_ec2_managed_prefix_list.x', {
          address_family: 'IPv4',
          entry: [{ cidr: '10.0.0.0/8' }, { cidr: '192.168.0.0/16' }],
        }),
        between('prefix_list_reference', { prefix_list_id: ref('aws_ec2_managed_prefix_list.x.id') }),
      ],
      [`10.0.0.0/8 -> ${A}`, `192.168.0.0/16 -> ${A}`],
    ],
    [
      'a route for a list that is not known',
      [own, between('prefix_list_reference', { prefix_list_id: 'pl-0aaa' })],
      [`? -> ${A}`],
    ],
  ])('a table has %s', (_what, resources, texts) => {
    expect(table(OWN, ...resources)).toEqual({ routes: texts, propagated: [], why: undefined });
  });

  test.each<[string, readonly ResourceFact[], string, readonly string[]]>([
    ['by default', [attachment('a')], DEFAULT, [A]],
    ['not by default where it says so', [own], DEFAULT, []],
    [
      'maybe by default',
      [attachment('a', { transit_gateway_default_route_table_propagation: unknown() })],
      DEFAULT,
      [`${A} maybe`],
    ],
    [
      'not by default where the gateway says so',
      [attachment('a'), resource('aws_ec2_transit_gateway.x', { default_route_table_propagation: 'disable' })],
      DEFAULT,
      [],
    ],
    ['by name', [own, between('route_table_propagation')], OWN, [A]],
    ['maybe by name', [own, between('route_table_propagation', {}, { repeated: unknown() })], OWN, [`${A} maybe`]],
    [
      'maybe into any',
      [own, between('route_table_propagation', { transit_gateway_route_table_id: unknown() })],
      OWN,
      [`${A} maybe`],
    ],
  ])('the blocks of a VPC are routes %s', (_what, resources, key, propagated) => {
    expect(table(key, ...resources).propagated).toEqual(propagated);
  });

  test('an attachment that is not known may propagate into a table', () => {
    expect(table(OWN, between('route_table_propagation', { transit_gateway_attachment_id: unknown('no idea') })).why).toBe(
      'no idea',
    );
  });

  test('the default table goes by its attribute, for both uses', () => {
    const uses = ['association', 'propagation'].map((use) => ref(`aws_ec2_transit_gateway.x.${use}_default_route_table_id`));

    expect(uses.map((use) => table(DEFAULT, own, route({ transit_gateway_route_table_id: use })).routes)).toEqual([
      [`10.0.0.0/8 -> ${A}`],
      [`10.0.0.0/8 -> ${A}`],
    ]);
  });
});

test('a gateway outside with an attachment here has tables that no document tells', () => {
  const facts = factsOf([...NETWORK, attachment('a', { transit_gateway_id: 'tgw-0aaa' })]);

  expect(knownText(at(facts.transitGateways, 'tgw-0aaa').groupReferences)).toBe('?');
  expect(at(facts.transitTables, 'tgw-0aaa.association_default_route_table_id').incomplete?.why).toBe(
    'the table lies outside of the documents',
  );
  expect(at(facts.transitAttachments, 'aws_ec2_transit_gateway_vpc_attachment.a').table.open?.why).toBe(
    'the transit gateway lies outside of the documents',
  );
});
