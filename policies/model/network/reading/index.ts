import type { Universe } from '../../universe';
import type { Host } from '../hosts';
import type { Key, OneOf } from '../known';
import type { NetworkFacts } from '../network-facts';
import { GroupRules } from './access/group-rules';
import { NetworkAcls } from './access/network-acls';
import { SecurityGroups } from './access/security-groups';
import { PrefixLists } from './addresses/prefix-lists';
import { hostsOf } from './hosts/hosts';
import { Interfaces } from './hosts/interfaces';
import { GatewayEndpoints } from './routing/endpoints';
import { vpcEdges } from './routing/edges';
import { egressOnlyGateways, internetGateways } from './routing/gateways';
import { natGateways } from './routing/nat-gateways';
import { Peerings } from './routing/peerings';
import { RouteTables } from './routing/route-tables';
import { RouteTargets } from './routing/route-targets';
import { Sources } from './sources';
import { TransitAttachments } from './transit/attachments';
import { TransitMembership } from './transit/membership';
import { TransitTables } from './transit/tables';
import { noteUnmodelled } from './unmodelled';
import { Adoptions } from './vpc/adoptions';
import { PublicAccessModes } from './vpc/public-access';
import { aclAssociations, tableAssociations } from './vpc/subnet-associations';
import { Subnets } from './vpc/subnets';
import { Vpcs } from './vpc/vpcs';

function keysOf(ones: Iterable<OneOf<Key>>): readonly Key[] {
  return [...ones].flatMap(({ choices }) => choices);
}

function groupsOf({ groups }: Host): readonly Key[] {
  return Array.isArray(groups) ? keysOf(groups) : [];
}

/**
 * The network that documents describe, with every default that AWS and the provider apply. What they don't tell is
 * marked where it matters, and listed in `gaps`.
 */
export function networkFactsOf(universe: Universe): NetworkFacts {
  const sources = new Sources(universe);
  noteUnmodelled(sources);
  // First of all: from here on everything goes by the name of what took it over.
  const adoptions = new Adoptions(sources);
  const access = new PublicAccessModes(sources);
  const vpcs = new Vpcs(sources, adoptions, access);
  const lists = new PrefixLists(sources);
  const tables = tableAssociations(sources);
  const subnets = new Subnets(sources, { vpcs, access, tables, acls: aclAssociations(sources) });
  const endpoints = new GatewayEndpoints(sources, lists, vpcs);
  const membership = new TransitMembership(sources);
  const attachments = new TransitAttachments(sources, membership, vpcs, subnets);
  const transitTables = new TransitTables(sources, { membership, attachments, lists });
  const targets = new RouteTargets(sources, membership);
  const routeTables = new RouteTables(sources, { adoptions, vpcs, targets, lists, endpoints });
  const acls = new NetworkAcls(sources, adoptions);
  const groups = new SecurityGroups(sources, new GroupRules(sources, lists), adoptions, vpcs);
  const peerings = new Peerings(sources, vpcs);

  const hosts = hostsOf(new Interfaces(sources, subnets, vpcs));

  // Who names a VPC has done so by now.
  const allVpcs = vpcs.all();
  const allSubnets = subnets.all();
  const blocks = new Map([...allVpcs].map(([key, { blocks: own }]) => [key, own]));
  const mains = [...allVpcs.values()].map(({ mainTable }) => mainTable);
  const ownTables = [...allSubnets.values()].map(({ table }) => table);
  const allTables = routeTables.all(blocks, keysOf([...mains, ...ownTables]));
  const allAttachments = attachments.all();
  const allTransitTables = transitTables.all(allAttachments);
  return {
    vpcs: allVpcs,
    subnets: allSubnets,
    tables: allTables,
    acls: acls.all(allVpcs.keys(), keysOf([...allSubnets.values()].map(({ acl }) => acl))),
    groups: groups.all(allVpcs.keys(), [...hosts.values()].flatMap(groupsOf)),
    hosts,
    internetGateways: internetGateways(sources, vpcs, allTables),
    egressOnlyGateways: egressOnlyGateways(sources, vpcs, allTables),
    edges: vpcEdges(sources, vpcs),
    natGateways: natGateways(sources, subnets, allTables),
    peerings: peerings.all(allVpcs, allTables),
    gatewayEndpoints: endpoints.all(),
    prefixLists: lists.all(),
    transitGateways: membership.all(),
    transitAttachments: transitTables.withStrangers(allTransitTables, allAttachments),
    transitTables: allTransitTables,
    gaps: sources.gaps.list(),
  };
}
