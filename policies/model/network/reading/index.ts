import type { Universe } from '../../universe';
import type { Key, OneOf } from '../known';
import type { NetworkFacts } from '../network-facts';
import { GroupRules } from './access/group-rules';
import { NetworkAcls } from './access/network-acls';
import { SecurityGroups } from './access/security-groups';
import { PrefixLists } from './addresses/prefix-lists';
import { GatewayEndpoints } from './routing/endpoints';
import { egressOnlyGateways, internetGateways } from './routing/gateways';
import { natGateways } from './routing/nat-gateways';
import { Peerings } from './routing/peerings';
import { RouteTables } from './routing/route-tables';
import { RouteTargets } from './routing/route-targets';
import { Sources } from './sources';
import { TransitMembership } from './transit/membership';
import { Adoptions } from './vpc/adoptions';
import { PublicAccessModes } from './vpc/public-access';
import { aclAssociations, tableAssociations } from './vpc/subnet-associations';
import { Subnets } from './vpc/subnets';
import { Vpcs } from './vpc/vpcs';

function keysOf(ones: Iterable<OneOf<Key>>): readonly Key[] {
  return [...ones].flatMap(({ choices }) => choices);
}

/**
 * The network that documents describe, with every default that AWS and the provider apply. What they don't tell is
 * marked where it matters, and listed in `gaps`.
 */
export function networkFactsOf(universe: Universe): NetworkFacts {
  const sources = new Sources(universe);
  // First of all: from here on everything goes by the name of what took it over.
  const adoptions = new Adoptions(sources);
  const access = new PublicAccessModes(sources);
  const vpcs = new Vpcs(sources, adoptions, access);
  const lists = new PrefixLists(sources);
  const tables = tableAssociations(sources);
  const subnets = new Subnets(sources, { vpcs, access, tables, acls: aclAssociations(sources) });
  const endpoints = new GatewayEndpoints(sources, lists, vpcs);
  const targets = new RouteTargets(sources, new TransitMembership(sources));
  const routeTables = new RouteTables(sources, { adoptions, vpcs, targets, lists, endpoints });
  const acls = new NetworkAcls(sources, adoptions);
  const groups = new SecurityGroups(sources, new GroupRules(sources, lists), adoptions, vpcs);
  const peerings = new Peerings(sources, vpcs);

  // Who names a VPC has done so by now.
  const allVpcs = vpcs.all();
  const allSubnets = subnets.all();
  const blocks = new Map([...allVpcs].map(([key, { blocks: own }]) => [key, own]));
  const mains = [...allVpcs.values()].map(({ mainTable }) => mainTable);
  const ownTables = [...allSubnets.values()].map(({ table }) => table);
  const allTables = routeTables.all(blocks, keysOf([...mains, ...ownTables]));
  return {
    vpcs: allVpcs,
    subnets: allSubnets,
    tables: allTables,
    acls: acls.all(allVpcs.keys(), keysOf([...allSubnets.values()].map(({ acl }) => acl))),
    groups: groups.all(allVpcs.keys(), []),
    hosts: new Map(),
    internetGateways: internetGateways(sources, vpcs, allTables),
    egressOnlyGateways: egressOnlyGateways(sources, vpcs, allTables),
    natGateways: natGateways(sources, subnets, allTables),
    peerings: peerings.all(allVpcs, allTables),
    gatewayEndpoints: endpoints.all(),
    prefixLists: lists.all(),
    transitGateways: new Map(),
    transitAttachments: new Map(),
    transitTables: new Map(),
    gaps: sources.gaps.list(),
  };
}
