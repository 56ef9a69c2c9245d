import { Unknown } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource } from '../../documents';
import { at, oneOfText } from '../../facts-text';
import { between, DEFAULT, OWN, read, table } from './gateway-network';

const VPN = resource('aws_vpn_connection.x', { transit_gateway_id: ref('aws_ec2_transit_gateway.x.id') });
const PEERING = resource('aws_ec2_transit_gateway_peering_attachment.x', {
  transit_gateway_id: ref('aws_ec2_transit_gateway.x.id'),
  peer_transit_gateway_id: 'tgw-0aaa',
});

const LOOKED_UP = resource('data.aws_ec2_transit_gateway_connect.x', {
  transit_gateway_id: ref('aws_ec2_transit_gateway.x.id'),
});

function ownTableOf({ address }: ResourceFact): ResourceFact {
  const named = ref(`${address}.transit_gateway_attachment_id`);
  return between('route_table_association', { transit_gateway_attachment_id: named });
}

test.each<[string, ResourceFact, ReturnType<typeof ref> | string, string]>([
  ['a connection', VPN, ref('aws_vpn_connection.x.transit_gateway_attachment_id'), 'aws_vpn_connection.x'],
  ['a peering', PEERING, ref('aws_ec2_transit_gateway_peering_attachment.x.id'), 'aws_ec2_transit_gateway_peering_attachment.x'],
  [
    'a peering by its accepter',
    PEERING,
    ref('aws_ec2_transit_gateway_peering_attachment_accepter.y.id'),
    'aws_ec2_transit_gateway_peering_attachment.x',
  ],
  ['something outside', PEERING, 'tgw-attach-0aaa', 'tgw-attach-0aaa'],
])('%s leads to an edge', (_what, made, named, key) => {
  const accepter = resource('aws_ec2_transit_gateway_peering_attachment_accepter.y', {
    transit_gateway_attachment_id: ref('aws_ec2_transit_gateway_peering_attachment.x.id'),
  });
  const facts = read(
    made,
    accepter,
    between('route', { destination_cidr_block: '10.0.0.0/8', transit_gateway_attachment_id: named }),
  );
  const [route] = at(facts.transitTables, OWN).routes;

  expect(route?.target).toEqual({ choices: [key.startsWith('aws_') ? `net:${key}` : key] });
  expect(at(facts.transitAttachments, key).kind).toBe('edge');
});

test('a peering of gateways is surely there once an accepter of the documents accepts it, a connection without', () => {
  const accepter = resource('aws_ec2_transit_gateway_peering_attachment_accepter.y', {
    transit_gateway_attachment_id: ref('aws_ec2_transit_gateway_peering_attachment.x.id'),
  });
  const active = (key: string, ...made: readonly ResourceFact[]): unknown => at(read(...made).transitAttachments, key).active;

  expect(active(PEERING.key, PEERING, accepter)).toBe(true);
  expect(active(PEERING.key, PEERING)).toEqual(new Unknown('whether it is accepted stands in none of the documents'));
  expect(active(VPN.key, VPN)).toBe(true);
});

const DIRECT = resource('aws_dx_gateway_association.x', { associated_gateway_id: ref('aws_ec2_transit_gateway.x.id') });
const CONNECT = resource('aws_ec2_transit_gateway_connect.x', { transit_gateway_id: ref('aws_ec2_transit_gateway.x.id') });
const OFF = resource('aws_ec2_transit_gateway.x', { default_route_table_association: 'disable' });

test.each<[string, readonly ResourceFact[], string, string]>([
  ['of a connection is the default one', [VPN], VPN.key, DEFAULT],
  ['of a connection is none where the gateway has no default one', [VPN, OFF], VPN.key, ''],
  ['of Direct Connect is the default one', [DIRECT], DIRECT.key, DEFAULT],
  ['of Direct Connect is none where the gateway has no default one', [DIRECT, OFF], DIRECT.key, ''],
  ['of Connect is the default one', [CONNECT], CONNECT.key, DEFAULT],
  [
    'of Connect is none where it does not use the default one',
    [resource('aws_ec2_transit_gateway_connect.x', { ...CONNECT.body, transit_gateway_default_route_table_association: false })],
    CONNECT.key,
    '',
  ],
  ['of a connection is its own where an association says so', [VPN, ownTableOf(VPN)], VPN.key, OWN],
  ['of a peering is not known, though the gateway has no default one', [PEERING, OFF], PEERING.key, '…'],
  ['of Connect that is looked up is not known', [LOOKED_UP, OFF], LOOKED_UP.key, '…'],
])('the table %s', (_what, resources, key, text) => {
  expect(oneOfText(at(read(...resources).transitAttachments, key).table)).toBe(text);
});

test('Direct Connect accepted for another account joins some gateway, and which is not known', () => {
  const accepted = resource('aws_dx_gateway_association.x', { proposal_id: 'p', dx_gateway_id: 'd' });

  expect(oneOfText(at(read(accepted).transitAttachments, accepted.key).gateway)).toBe('…');
});

test('Direct Connect of a virtual private gateway joins no transit gateway', () => {
  const virtual = resource('aws_vpn_gateway.x', { vpc_id: ref('aws_vpc.a.id') });
  const joined = resource('aws_dx_gateway_association.x', { associated_gateway_id: ref('aws_vpn_gateway.x.id') });

  expect([...read(virtual, joined).transitAttachments.keys()]).toEqual([]);
});

test('Direct Connect announces routes that no document tells into the default table', () => {
  expect(table(DEFAULT, DIRECT).why).toBe('net:aws_dx_gateway_association.x announces routes into it');
});

test('a peering joins the gateways of both its sides', () => {
  const both = resource('aws_ec2_transit_gateway_peering_attachment.x', {
    transit_gateway_id: ref('aws_ec2_transit_gateway.y.id'),
    peer_transit_gateway_id: ref('aws_ec2_transit_gateway.x.id'),
  });
  const facts = read(both, resource('aws_ec2_transit_gateway.y'));

  expect(oneOfText(at(facts.transitAttachments, both.key).gateway)).toBe(
    'aws_ec2_transit_gateway.y or aws_ec2_transit_gateway.x',
  );
});

test('a connection announces routes that no document tells into the default table', () => {
  expect(table(DEFAULT, VPN).why).toBe('net:aws_vpn_connection.x announces routes into it');
});

test('a connection without BGP announces none', () => {
  expect(table(DEFAULT, resource('aws_vpn_connection.x', { ...VPN.body, static_routes_only: true })).why).toBeUndefined();
});
