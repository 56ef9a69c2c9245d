import { networkFactsOf } from '../../../../../policies/model/network/reading';
import type { ResourceFact } from '../../../../../policies/model/universe';
import { organizationMap } from '../../../../../policies/report/page/maps/organization/organization-map';
import { organizationView } from '../../../../../policies/report/page/maps/organization/organization-view';
import { ref, resource, universeOf, unknown } from '../../../model/network/documents';

const VPCS = ['a', 'b', 'c', 'd', 'hub'].map((name, at) =>
  resource(`aws_vpc.${name}`, { cidr_block: `10.${String(at)}.0.0/16` }),
);

function peering(one: string, other: string): ResourceFact {
  return resource(`aws_vpc_peering_connection.${one}-${other}`, {
    vpc_id: ref(`aws_vpc.${one}.id`),
    peer_vpc_id: ref(`aws_vpc.${other}.id`),
    auto_accept: true,
  });
}

function nameOf(key: string): string {
  return key.replace('net:aws_vpc.', '');
}

function buses(...resources: readonly ResourceFact[]): string[] {
  return organizationView(networkFactsOf(universeOf([...VPCS, ...resources])), nameOf).buses.map(
    ({ name, joints }) =>
      `${name}: ${joints.map(({ row, isHub = false, isSure }) => `${nameOf(row)}${isHub ? '*' : ''}${isSure ? '' : '?'}`).join(' ')}`,
  );
}

function text(...resources: readonly ResourceFact[]): string | undefined {
  return organizationMap(networkFactsOf(universeOf([...VPCS, ...resources])), nameOf)?.text;
}

const GATEWAY = resource('aws_ec2_transit_gateway.x');
const ATTACHED = ['a', 'b'].map((name) =>
  resource(`aws_ec2_transit_gateway_vpc_attachment.${name}`, {
    transit_gateway_id: ref('aws_ec2_transit_gateway.x.id'),
    vpc_id: ref(`aws_vpc.${name}.id`),
  }),
);

describe('what joins networks', () => {
  it('is one line for a hub and all its spokes', () => {
    expect(buses(peering('a', 'hub'), peering('hub', 'b'), peering('c', 'hub'))).toEqual(['peerings of hub: hub* a b c']);
  });

  it('is a line for each network of a mesh but the last, none peering twice', () => {
    expect(buses(peering('a', 'b'), peering('b', 'c'), peering('c', 'a'))).toEqual([
      'peerings of a: a* b c',
      'peerings of b: b* c',
    ]);
  });

  it('is a line for a transit gateway, before all peerings', () => {
    expect(buses(peering('c', 'd'), GATEWAY, ...ATTACHED)).toEqual([
      'transit gateway aws_ec2_transit_gateway.x: a b',
      'peerings of c: c* d',
    ]);
  });

  it('marks a peering that nobody accepts', () => {
    const asked = { ...peering('a', 'b').body, auto_accept: false };

    expect(buses(resource('aws_vpc_peering_connection.x', asked))).toEqual(['peerings of a: a* b?']);
  });

  it('is said in a table too, with the route table of an attachment and where its blocks are propagated', () => {
    const table = 'aws_ec2_transit_gateway.x.association_default_route_table_id';

    expect(text(GATEWAY, ...ATTACHED)).toContain(
      '<tr><th scope="row">a</th><td>eu-west-1 111111111111</td><td><code>10.0.0.0/16</code></td>' +
        '<td>transit gateway aws_ec2_transit_gateway.x</td><td>attached by aws_ec2_transit_gateway_vpc_attachment.a; ' +
        `route table ${table}; its blocks are propagated into ${table}</td></tr>`,
    );
  });

  it('leaves out networks that are joined with nothing, and names them', () => {
    expect(text(peering('a', 'b'))).toContain('Joined with no other network: c, d, hub.');
  });

  it('names attachments of which it is not known what they join, and what they may join', () => {
    const lost = resource('aws_ec2_transit_gateway_vpc_attachment.lost', {
      transit_gateway_id: ref('aws_ec2_transit_gateway.x.id'),
      vpc_id: unknown(),
    });

    expect(text(GATEWAY, ...ATTACHED, lost)).toContain(
      "<p>The documents don't tell what these join, so they aren't drawn: net:aws_ec2_transit_gateway_vpc_attachment.lost. " +
        'They may join these, which nothing else joins: c, d, hub.</p>',
    );
  });

  it('says that a picture of 201 networks shows the first 200, and of 200 says nothing', () => {
    const spokes = (count: number): readonly ResourceFact[] =>
      Array.from({ length: count }, (_, at) => String(at)).flatMap((name) => [
        resource(`aws_vpc.s${name}`, { cidr_block: '10.9.0.0/24' }),
        peering('hub', `s${name}`),
      ]);

    expect(text(...spokes(199))).not.toContain('The picture shows the first');
    expect(text(...spokes(200))).toContain('<p>The picture shows the first of them; the table has all.</p>');
  });

  it('is left out where nothing is joined', () => {
    expect(text()).toBeUndefined();
  });
});
