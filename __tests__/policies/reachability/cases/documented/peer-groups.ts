import type { Case } from '../case';
import { farAway, group, instance, mainRoutes, peering, ref, type Resources, subnet, together, vpc } from '../terraform';

const PCX = 'aws_vpc_peering_connection';

/** Groups on both sides of a peering: the server admits the client's group only. */
function byGroup(
  peeringParts: Resources,
  admitted: string,
  place: (resources: Resources) => Resources = (all) => all,
): Resources {
  const serverSide = together(
    vpc('b', '10.1.0.0/16'),
    mainRoutes('b', { '10.0.0.0/16': `${PCX}.ab` }),
    subnet('b', 'b', '10.1.0.0/24'),
    group('server', 'b', [`in tcp/5432 ${admitted}`]),
    instance('server', 'b', ['server']),
  );
  return together(
    vpc('a', '10.0.0.0/16'),
    peeringParts,
    mainRoutes('a', { '10.1.0.0/16': `${PCX}.ab` }),
    subnet('a', 'a', '10.0.0.0/24'),
    group('client', 'a', ['out tcp/5432 10.1.0.0/16']),
    group('stranger', 'a', ['out tcp/5432 10.1.0.0/16']),
    instance('client', 'a', ['client']),
    instance('stranger', 'a', ['stranger']),
    place(serverSide),
  );
}

const acrossRegions = together(peering('ab', 'a', 'b', { peer_region: 'us-east-1', auto_accept: false }), {
  'aws_vpc_peering_connection_accepter.ab': {
    provider: 'aws.far',
    vpc_peering_connection_id: ref(`${PCX}.ab`),
    auto_accept: true,
  },
});

/** Rules by group across peerings, and peerings that nobody accepts. */
export const peerGroups: readonly Case[] = [
  {
    name: "a rule by group admits a peer's members in one Region",
    source: 'Update your security groups to reference peer security groups',
    network: byGroup(peering('ab', 'a', 'b'), '@client'),
    expect: [
      { ask: 'client -> server tcp/5432', verdict: 'proven' },
      {
        ask: 'stranger -> server tcp/5432',
        verdict: 'unreachable',
        blocker: ['security-group-in', 'aws_security_group.server', ''],
      },
    ],
  },
  {
    name: 'whether a peering carries anything is not known before somebody accepts it',
    source: 'VPC peering connection lifecycle: Pending acceptance',
    network: byGroup(peering('ab', 'a', 'b', { auto_accept: false }), '@client'),
    expect: [
      { ask: 'client -> server tcp/5432', verdict: 'unknown' },
      { ask: 'stranger -> server tcp/5432', verdict: 'unreachable' },
    ],
  },
  {
    name: 'across Regions a rule by group admits nobody',
    source: 'Update your security groups to reference peer security groups',
    network: byGroup(acrossRegions, '@client', farAway),
    expect: [
      {
        ask: 'client -> server tcp/5432',
        verdict: 'unreachable',
        blocker: ['security-group-in', 'aws_security_group.server', ''],
      },
    ],
  },
  {
    name: 'across Regions a rule by block admits its addresses',
    source: 'Update your security groups to reference peer security groups',
    network: byGroup(acrossRegions, '10.0.0.0/24', farAway),
    expect: [{ ask: 'client -> server tcp/5432', verdict: 'proven' }],
  },
];
