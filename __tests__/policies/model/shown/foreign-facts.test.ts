import { networkFactsOf } from '../../../../policies/model/network/reading';
import type { Key, NetworkFacts, OneOf, RouteTarget } from '../../../../policies/model/network';
import { readScenario, type Scenario } from '../../foreign/foreign';

function factsOf(scenario: Scenario, form: 'plan' | 'state' = 'plan'): NetworkFacts {
  return networkFactsOf({ stacks: [readScenario(scenario, form)] });
}

function namesOf(one: OneOf<Key> | undefined): string {
  const names = (one?.choices ?? []).map((key) => key.slice(key.indexOf(':') + 1)).sort();
  return [...names, ...(one?.open === undefined ? [] : ['?'])].join(' | ');
}

function targetsOf(one: OneOf<RouteTarget>): string {
  return namesOf({ choices: one.choices.map((choice) => ('key' in choice ? choice.key : choice.kind)) });
}

/** Each subnet with its table and its ACL. */
function subnetsOf({ subnets }: NetworkFacts): Record<string, string[]> {
  const rows = [...subnets.values()].map(({ key, table, acl }) => [
    key.slice(key.indexOf(':') + 1),
    [namesOf(table), namesOf(acl)],
  ]);
  return Object.fromEntries(rows) as Record<string, string[]>;
}

const INLINE = {
  'aws_subnet.app_a': ['aws_route_table.app', 'aws_default_network_acl.shop'],
  'aws_subnet.spare': ['aws_default_route_table.shop', 'aws_default_network_acl.shop'],
  'aws_subnet.web_a': ['aws_route_table.web', 'aws_network_acl.web'],
  'aws_subnet.web_b': ['aws_route_table.web', 'aws_network_acl.web'],
};

test.each(['plan', 'state'] as const)('inline: the %s tells the table and the ACL of every subnet, and has no gaps', (form) => {
  const facts = factsOf('inline', form);
  expect(subnetsOf(facts)).toEqual(INLINE);
  expect(facts.gaps).toEqual([]);
});

test('zones: each private subnet has one of three tables, each of which surely leads to one of three NAT gateways', () => {
  const facts = factsOf('zones');
  const shop = 'module.vpc["shop"]';
  const three = (name: string): string => [0, 1, 2].map((index) => `${shop}.${name}[${String(index)}]`).join(' | ');
  const zones = [0, 1, 2].map((index) => `zones:${shop}.aws_subnet.private[${String(index)}]`);
  const tables = [0, 1, 2].map((index) => facts.tables.get(`zones:${shop}.aws_route_table.private[${String(index)}]`));
  expect(zones.map((key) => namesOf(facts.subnets.get(key)?.table))).toEqual(zones.map(() => three('aws_route_table.private')));
  expect(tables.map((table) => table?.routes.map((route) => [route.certain, targetsOf(route.target)]))).toEqual(
    tables.map(() => [[true, three('aws_nat_gateway.this')]]),
  );
});

test('zones: the state tells which', () => {
  const { subnets, tables } = factsOf('zones', 'state');
  const private1 = subnets.get('zones:module.vpc["shop"].aws_subnet.private[1]');
  const routes = tables.get(private1?.table.choices[0] ?? '')?.routes ?? [];
  expect(namesOf(private1?.table)).toBe('module.vpc["shop"].aws_route_table.private[1]');
  expect(new Set(routes.map(({ target }) => targetsOf(target)))).toEqual(new Set(['module.vpc["shop"].aws_nat_gateway.this[2]']));
});

test('joined: a peering that is active, and three attachments at one table', () => {
  const facts = factsOf('joined');
  const [peering] = facts.peerings.values();
  expect([namesOf(peering?.requester), namesOf(peering?.accepter), peering?.active, peering?.oneRegion]).toEqual([
    'module.left.aws_vpc.this',
    'module.right.aws_vpc.this',
    true,
    true,
  ]);
  expect([...facts.transitAttachments.values()].map(({ table }) => namesOf(table))).toEqual(
    [0, 1, 2].map(() => 'aws_ec2_transit_gateway_route_table.hub'),
  );
});

test('legacy: the table that the VPC was given is the main one, an ACL association is one', () => {
  expect(subnetsOf(factsOf('legacy'))).toEqual({
    'aws_subnet.back': ['aws_route_table.main', 'aws_network_acl.back'],
    'aws_subnet.front': ['aws_route_table.main', 'aws_vpc.old.default_network_acl_id'],
  });
});

test('workloads: every host has its subnets and its groups', () => {
  const hosts = [...factsOf('workloads').hosts.values()].map(({ kind, subnets, groups }) => {
    const all = Array.isArray(subnets) ? (subnets as readonly OneOf<Key>[]).map(namesOf) : ['unknown'];
    return [kind, all, Array.isArray(groups) ? (groups as readonly OneOf<Key>[]).map(namesOf) : groups];
  });
  const group = (name: string): string[] => [`aws_security_group.this["${name}"]`];
  const app = ['aws_subnet.app[0]', 'aws_subnet.app[1]'];
  const data = ['aws_subnet.data_a', 'aws_subnet.data_b'];
  expect(hosts).toHaveLength(10);
  expect(hosts).toEqual(
    expect.arrayContaining([
      ['instance', ['aws_subnet.app[0]'], group('instance')],
      ['network-interface', ['aws_subnet.data_a'], group('instance')],
      ['launch-template', [], group('fleet')],
      ['auto-scaling-group', app, group('fleet')],
      ['load-balancer', [app.join(' | '), app.join(' | ')], group('alb')],
      ['load-balancer', app, 'none'],
      ['service', app, group('service')],
      ['database', data, group('database')],
      ['function', data, group('function')],
      ['interface-endpoint', data, group('endpoint')],
    ]),
  );
});

test('counted: an ACL for a slice of three subnets may be the ACL of each, or not', () => {
  const { subnets } = factsOf('counted');
  const acls = [0, 1, 2].map((index) => namesOf(subnets.get(`counted:aws_subnet.zone[${String(index)}]`)?.acl));
  expect(acls).toEqual(acls.map(() => 'aws_network_acl.two_of_three | aws_vpc.this.default_network_acl_id'));
});

test('counted: an endpoint for a slice of two tables is surely a route of neither', () => {
  const { tables } = factsOf('counted');
  const routes = ['left', 'right'].map((side) => tables.get(`counted:aws_route_table.named["${side}"]`)?.routes ?? []);
  expect(routes.map((some) => new Set(some.map(({ certain }) => certain)))).toEqual([new Set([false]), new Set([false])]);
});
