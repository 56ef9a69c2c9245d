import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, factsOf, knownText, oneOfText } from '../../facts-text';

const A = resource('aws_vpc.a', { cidr_block: '10.0.0.0/16' });
const B = resource('aws_vpc.b', { cidr_block: '10.1.0.0/16' });
const BOTH = { vpc_id: ref('aws_vpc.a.id'), peer_vpc_id: ref('aws_vpc.b.id') };

function peering(body: ResourceFact['body'] = {}, place = {}): ResourceFact {
  return resource('aws_vpc_peering_connection.x', { ...BOTH, ...body }, place);
}

function accepter(body: ResourceFact['body'] = {}, place = {}): ResourceFact {
  const base = { vpc_peering_connection_id: ref('aws_vpc_peering_connection.x.id'), auto_accept: true };
  return resource('aws_vpc_peering_connection_accepter.x', { ...base, ...body }, place);
}

function read(...resources: readonly ResourceFact[]) {
  return at(factsOf([A, B, ...resources]).peerings, 'aws_vpc_peering_connection.x');
}

test.each<[string, readonly ResourceFact[], string]>([
  ['accepts itself', [peering({ auto_accept: true })], 'true'],
  ['accepts itself into another account', [peering({ auto_accept: true, peer_owner_id: '222222222222' })], '?'],
  ['accepts itself into another Region', [peering({ auto_accept: true, peer_region: 'us-east-1' })], '?'],
  ['is accepted by its sibling', [peering({ peer_owner_id: '222222222222' }), accepter()], 'true'],
  ['is not accepted by its sibling', [peering(), accepter({ auto_accept: false })], '?'],
  ['is accepted by a sibling that may not be there', [peering(), accepter({}, { repeated: unknown() })], '?'],
  ['is accepted by nobody who is seen', [peering()], '?'],
  ['is active in a state', [peering({ accept_status: 'active' })], 'true'],
  ['may not be there', [peering({ auto_accept: true }, { repeated: unknown() })], '?'],
])('a peering that %s: active is %s', (_what, resources, active) => {
  expect(knownText(read(...resources).active)).toBe(active);
});

test.each<[ResourceFact['body'], object, string]>([
  [{}, {}, 'true'],
  [{ peer_region: 'eu-west-1' }, {}, 'true'],
  [{ peer_region: 'us-east-1' }, {}, 'false'],
  [{ peer_region: unknown() }, {}, '?'],
])('a peering of %j is in one Region: %s', (body, place, oneRegion) => {
  expect(knownText(read(peering(body, place)).oneRegion)).toBe(oneRegion);
});

describe('a peering whose own Region no document tells', () => {
  const untold = (vpcs: readonly ResourceFact[], body: ResourceFact['body'] = {}): string => {
    const made = peering({ peer_region: 'us-east-1', ...body }, { region: undefined });
    return knownText(at(factsOf([...vpcs, made]).peerings, 'aws_vpc_peering_connection.x').oneRegion);
  };
  const inRegion = (fact: ResourceFact, region: string | undefined): ResourceFact => {
    const { region: _told, ...rest } = fact;
    return region === undefined ? rest : { ...rest, region };
  };

  test.each<[string | undefined, string, string]>([
    ['eu-west-1', 'us-east-1', 'false'],
    ['us-east-1', 'us-east-1', 'true'],
    [undefined, 'us-east-1', '?'],
  ])('has that of its requester: %s and %s are one Region: %s', (requester, accepting, oneRegion) => {
    expect(untold([inRegion(A, requester), inRegion(B, accepting)])).toBe(oneRegion);
  });

  test('is in a Region that is not known where its requester stands outside', () => {
    expect(untold([B], { vpc_id: 'vpc-0aaa' })).toBe('?');
  });
});

test('a peering joins the VPCs that it names, one outside included', () => {
  const made = read(peering());
  const outward = factsOf([A, peering({ peer_vpc_id: 'vpc-0aaa', peer_owner_id: '222222222222' })]);
  const [outside] = at(outward.peerings, 'aws_vpc_peering_connection.x').accepter.choices;

  expect([oneOfText(made.requester), oneOfText(made.accepter)]).toEqual(['aws_vpc.a', 'aws_vpc.b']);
  expect(outside).toBe('vpc-0aaa');
  expect(at(outward.vpcs, 'vpc-0aaa').incomplete?.why).toBe('the VPC lies outside of the documents');
});

test('a peering outside that a table leads to joins its VPC to anything', () => {
  const table = resource('aws_route_table.app', { vpc_id: ref('aws_vpc.a.id') });
  const route = resource('aws_route.one', {
    route_table_id: ref('aws_route_table.app.id'),
    destination_cidr_block: '10.1.0.0/16',
    vpc_peering_connection_id: 'pcx-0aaa',
  });
  const outside = at(factsOf([A, B, table, route]).peerings, 'pcx-0aaa');

  expect([oneOfText(outside.requester), oneOfText(outside.accepter), knownText(outside.active)]).toEqual(['aws_vpc.a', '…', '?']);
});
