import type { ResourceFact } from '../../../../../../policies/model/universe';
import { computed, ref, resource, unknown } from '../../documents';
import { at, factsOf, routeText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const TABLE = resource('aws_route_table.app', { vpc_id: ref('aws_vpc.main.id') });
const IGW = resource('aws_internet_gateway.main', { vpc_id: ref('aws_vpc.main.id') });
const DEFAULT = 'aws_vpc.main.default_route_table_id';
const TO_IGW = { destination_cidr_block: '0.0.0.0/0', gateway_id: ref('aws_internet_gateway.main.id') };
const OUT = '0.0.0.0/0 -> internet-gateway aws_internet_gateway.main';

function route(name: string, body: ResourceFact['body'], place = {}): ResourceFact {
  return resource(`aws_route.${name}`, { route_table_id: ref('aws_route_table.app.id'), ...body }, place);
}

function read(resources: readonly ResourceFact[], key = 'aws_route_table.app', form?: 'plan' | 'state') {
  const table = at(factsOf([VPC, IGW, ...resources], form).tables, key);
  return { routes: table.routes.map(routeText), why: table.incomplete?.why };
}

test('a table has the routes of resources beside it and of its own blocks', () => {
  // Plans and states write what is not set as an empty text.
  const blank = { ipv6_cidr_block: '', destination_prefix_list_id: '', nat_gateway_id: '', transit_gateway_id: '' };
  const inline = { ...blank, cidr_block: '0.0.0.0/0', gateway_id: ref('aws_internet_gateway.main.id') };

  expect(read([TABLE, route('out', TO_IGW)])).toEqual({ routes: [OUT], why: undefined });
  expect(read([resource('aws_route_table.app', { vpc_id: ref('aws_vpc.main.id'), route: [inline] })]).routes).toEqual([OUT]);
});

test.each<[string, ResourceFact['body'], string]>([
  [
    'IPv6',
    { destination_ipv6_cidr_block: '::/0', gateway_id: ref('aws_internet_gateway.main.id') },
    '::/0 -> internet-gateway aws_internet_gateway.main',
  ],
  [
    'a list',
    { destination_prefix_list_id: 'pl-1', gateway_id: ref('aws_internet_gateway.main.id') },
    'pl-1 -> internet-gateway aws_internet_gateway.main',
  ],
  [
    'a block that is not known',
    { ...TO_IGW, destination_cidr_block: unknown() },
    '? -> internet-gateway aws_internet_gateway.main',
  ],
  ['a target that is not known', { ...TO_IGW, gateway_id: unknown() }, '0.0.0.0/0 -> …'],
])('a route for %s is read', (_what, body, text) => {
  expect(read([TABLE, route('one', body)]).routes).toEqual([text]);
});

describe('which table a route belongs to', () => {
  const other = resource('aws_route_table.other', { vpc_id: ref('aws_vpc.main.id') });
  const either = { route_table_id: ref('aws_route_table.app.id', 'aws_route_table.other.id') };
  const nat = (name: string) => ({
    ...either,
    destination_cidr_block: '0.0.0.0/0',
    nat_gateway_id: ref(`aws_nat_gateway.${name}.id`),
  });
  const nats = ['a', 'b'].map((name) => resource(`aws_nat_gateway.${name}`, { subnet_id: unknown() }));

  test('one of two has it, the document does not say which', () => {
    expect(read([TABLE, other, route('one', { ...TO_IGW, ...either })]).routes).toEqual([`${OUT} maybe`]);
  });

  test('two to the same destination for two tables are one for each, leading where one of them leads', () => {
    const text = '0.0.0.0/0 -> nat-gateway aws_nat_gateway.a or nat-gateway aws_nat_gateway.b';
    const all = [TABLE, other, ...nats, route('a', nat('a')), route('b', nat('b'))];

    expect([read(all).routes, read(all, 'aws_route_table.other').routes]).toEqual([[text], [text]]);
  });

  test("AWS's main table has what others add by its id, and nothing else", () => {
    expect(read([], DEFAULT)).toEqual({ routes: [], why: undefined });
    expect(read([route('one', { ...TO_IGW, route_table_id: ref(DEFAULT) })], DEFAULT).routes).toEqual([OUT]);
  });

  test('the resource that takes over the main table has its routes, and those for the main table', () => {
    const own = resource('aws_default_route_table.own', { default_route_table_id: ref(DEFAULT) });
    const added = route('one', { ...TO_IGW, route_table_id: ref('aws_vpc.main.main_route_table_id') });

    expect(read([own, added], 'aws_default_route_table.own')).toEqual({ routes: [OUT], why: undefined });
  });

  test('which table is the main one is in doubt where another is made it', () => {
    const moves = resource('aws_main_route_table_association.x', {
      vpc_id: ref('aws_vpc.main.id'),
      route_table_id: ref('aws_route_table.app.id'),
    });
    const added = route('one', { ...TO_IGW, route_table_id: ref('aws_vpc.main.main_route_table_id') });
    const all = [TABLE, moves, added];

    expect([read(all).routes, read(all, DEFAULT).routes]).toEqual([[`${OUT} maybe`], [`${OUT} maybe`]]);
  });

  test('a table outside has it, and others that are not known', () => {
    expect(read([route('one', { ...TO_IGW, route_table_id: 'rtb-0aaa' })], 'rtb-0aaa')).toEqual({
      routes: [OUT],
      why: 'the table lies outside of the documents',
    });
  });
});

test('where routes are written inside, one beside them is taken out by the next run: it may be there or not', () => {
  const table = resource('aws_route_table.app', { vpc_id: ref('aws_vpc.main.id'), route: [] });

  expect(read([table, route('one', TO_IGW)]).routes).toEqual([`${OUT} maybe`]);
  expect(read([table, route('one', TO_IGW)], 'aws_route_table.app', 'state').routes).toEqual([OUT]);
});

test('routes that nobody wrote and a plan does not know yet are none; unknown ones may be any', () => {
  const table = (routes: ReturnType<typeof unknown>) =>
    resource('aws_route_table.app', { vpc_id: ref('aws_vpc.main.id'), route: routes });

  expect(read([table(computed()), route('one', TO_IGW)], 'aws_route_table.app', 'plan')).toEqual({
    routes: [OUT],
    why: undefined,
  });
  expect(read([table(unknown('made by a loop'))]).why).toBe('made by a loop');
});

describe('a route for the very block of the VPC', () => {
  const whole = { destination_cidr_block: '10.0.0.0/16' };

  test('through a middlebox has replaced the local route', () => {
    expect(read([TABLE, route('one', { ...whole, network_interface_id: 'eni-0aaa' })]).routes).toEqual([
      '10.0.0.0/16 in place of local -> middlebox eni-0aaa',
    ]);
  });

  test('over a peering is none that AWS makes: it stays as long as the local one, which wins', () => {
    expect(read([TABLE, route('one', { ...whole, vpc_peering_connection_id: 'pcx-0aaa' })]).routes).toEqual([
      '10.0.0.0/16 -> peering pcx-0aaa',
    ]);
  });

  test('that is local says what holds anyhow', () => {
    expect(read([TABLE, route('one', { ...whole, gateway_id: 'local' })]).routes).toEqual(['10.0.0.0/16 -> local']);
  });
});

describe('a table learns routes that no document tells', () => {
  const learns = (type: string) => resource(`${type}.one`, { route_table_id: ref('aws_route_table.app.id') });

  test.each<[string, readonly ResourceFact[], string | undefined]>([
    ['not by itself', [TABLE], undefined],
    [
      'from virtual private gateways that it lists',
      [resource('aws_route_table.app', { vpc_id: ref('aws_vpc.main.id'), propagating_vgws: ['vgw-1'] })],
      'virtual private gateways propagate routes into it',
    ],
    [
      'from none that it lists',
      [resource('aws_route_table.app', { vpc_id: ref('aws_vpc.main.id'), propagating_vgws: [] })],
      undefined,
    ],
    [
      'from a virtual private gateway',
      [TABLE, learns('aws_vpn_gateway_route_propagation')],
      'net:aws_vpn_gateway_route_propagation.one propagates routes into it',
    ],
    [
      'from a route server',
      [TABLE, learns('aws_vpc_route_server_propagation')],
      'net:aws_vpc_route_server_propagation.one propagates routes into it',
    ],
    [
      'maybe, where it is not known which table does',
      [TABLE, resource('aws_vpn_gateway_route_propagation.one', { route_table_id: unknown() })],
      'net:aws_vpn_gateway_route_propagation.one propagates routes into it',
    ],
  ])('%s', (_what, resources, why) => {
    expect(read(resources).why).toBe(why);
  });
});
