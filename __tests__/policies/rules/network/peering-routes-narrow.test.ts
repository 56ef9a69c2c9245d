import { peeringRoutesNarrow } from '../../../../policies/rules/network/peering-routes-narrow';
import { found, ref } from './network-rules';

/** Two VPCs, a peering between them, and a table of the first with a route to it. */
const network = (route: object, more: Readonly<Record<string, object>> = {}): Record<string, object> => ({
  'aws_vpc.main': { cidr_block: '10.0.0.0/16' },
  'aws_vpc.shop': { cidr_block: '10.1.0.0/16' },
  'aws_vpc_peering_connection.shop': {
    vpc_id: ref('aws_vpc.main'),
    peer_vpc_id: ref('aws_vpc.shop'),
    auto_accept: true,
  },
  'aws_route_table.app': { vpc_id: ref('aws_vpc.main') },
  'aws_route.shop': {
    route_table_id: ref('aws_route_table.app'),
    vpc_peering_connection_id: ref('aws_vpc_peering_connection.shop'),
    ...route,
  },
  ...more,
});
const lines = (route: object, more: Readonly<Record<string, object>> = {}): readonly string[] =>
  found(peeringRoutesNarrow, network(route, more));

describe('network/peering-routes-narrow', () => {
  it.each(['10.1.0.0/16', '10.0.0.0/8', '0.0.0.0/0'])('finds a route to %s, which holds all of 10.1.0.0/16', (block) => {
    expect(lines({ destination_cidr_block: block })).toEqual([
      `violated aws_route.shop: the route leads too far: ${block} is all of 10.1.0.0/16, the other VPC's block`,
    ]);
  });

  it.each(['10.1.0.0/17', '10.1.255.0/24', '10.1.0.7/32'])('takes a route to %s', (block) => {
    expect(lines({ destination_cidr_block: block })).toEqual([]);
  });

  it('finds a route to the whole of a secondary block', () => {
    const secondary = { 'aws_vpc_ipv4_cidr_block_association.more': { vpc_id: ref('aws_vpc.shop'), cidr_block: '10.9.0.0/24' } };

    expect(lines({ destination_cidr_block: '10.9.0.0/24' }, secondary)).toEqual([
      "violated aws_route.shop: the route leads too far: 10.9.0.0/24 is all of 10.9.0.0/24, the other VPC's block",
    ]);
  });

  it("takes a route to one's own block by the same table, for it leads to the other VPC's part of it", () => {
    expect(lines({ destination_cidr_block: '10.0.0.0/16' })).toEqual([]);
  });

  it('finds a block of a prefix list', () => {
    const list = {
      'aws_ec2_managed_prefix_list.shop': {
        name: 'shop',
        address_family: 'IPv4',
        max_entries: 2,
        entry: [{ cidr: '10.1.4.0/24' }, { cidr: '10.1.0.0/16' }],
      },
    };

    expect(lines({ destination_prefix_list_id: ref('aws_ec2_managed_prefix_list.shop') }, list)).toEqual([
      "violated aws_route.shop: the route leads too far: 10.1.0.0/16 is all of 10.1.0.0/16, the other VPC's block",
    ]);
  });

  it('can not tell of a VPC outside of the documents, but for blocks that are smaller than any VPC', () => {
    const outside = {
      'aws_vpc_peering_connection.shop': {
        vpc_id: ref('aws_vpc.main'),
        peer_vpc_id: 'vpc-0aaaaaaaaaaaaaaaa',
        peer_owner_id: '222222222222',
      },
    };

    expect(lines({ destination_cidr_block: '10.1.0.0/28' }, outside)).toEqual([
      "unknown aws_route.shop: the route may lead too far: whether 10.1.0.0/28 is all of the other VPC isn't known: its blocks aren't in the documents",
    ]);
    expect(lines({ destination_cidr_block: '10.1.0.0/29' }, outside)).toEqual([]);
  });

  it('can not tell where the destination is a variable', () => {
    expect(lines({ destination_cidr_block: '${var.block}' })).toEqual([
      "unknown aws_route.shop: the route may lead too far: whether it leads to all of the other VPC isn't known: it is set from outside: ${var.block}",
    ]);
  });
});
