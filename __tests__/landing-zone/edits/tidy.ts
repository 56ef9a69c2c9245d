import { remove } from './edit';
import type { FlowModel, NetworkModel, World } from './world';

/** Whether the account has the network in the region, and both are still open. */
function isOpen({ accounts }: World, end: string, region?: string): boolean {
  const [account = '', network = ''] = end.split('/');
  const owner = accounts[account];
  const use = owner?.networks[network];
  if (owner === undefined || use === undefined || owner.lifecycle === 'closed' || use.lifecycle === 'closed') return false;
  return region === undefined || region in owner.regions;
}

/** The open places of a network: account/network with a region. */
function placesOf(world: World, name: string): (readonly [string, string])[] {
  return Object.entries(world.accounts).flatMap(([account, { regions }]) =>
    Object.keys(regions)
      .map((region) => [`${account}/${name}`, region] as const)
      .filter(([end, region]) => isOpen(world, end, region)),
  );
}

/** A flow to another network needs a peering wherever its own network is. */
function isPeered(world: World, name: string, peer: string): boolean {
  const far = peer.split('/').slice(0, 2).join('/');
  const arePeered = (own: string): boolean => `${own} ${far}` in world.peerings || `${far} ${own}` in world.peerings;
  return placesOf(world, name).every(([own, region]) => arePeered(own) && isOpen(world, far, region));
}

function isEnd(world: World, name: string, peer: string): boolean {
  const network = world.networks[name]!;
  if (peer === 'internet' || /^\d/.test(peer)) return true;
  if (peer.startsWith('endpoint:')) return peer.slice('endpoint:'.length) in network.endpoints;
  const parts = peer.split('/');
  const home = parts.length > 2 ? world.networks[parts[1]!] : network;
  const [tier = '', group] = parts.length > 2 ? parts.slice(2) : parts;
  const found = home?.tiers[tier];
  if (found === undefined || (group !== undefined && !(group in found.groups))) return false;
  return parts.length <= 2 || isPeered(world, name, peer);
}

function isPassable({ from, to }: FlowModel, { nat, tiers }: NetworkModel): boolean {
  const kind = (peer: string): string | undefined => tiers[peer.split('/')[0]!]?.kind;
  if (from === 'internet' || /^\d/.test(from)) return kind(to) === 'public';
  if (to !== 'internet') return true;
  return kind(from) === 'public' || (kind(from) === 'private' && nat !== 'none');
}

function tidyNetwork(world: World, name: string): void {
  const network = world.networks[name]!;
  for (const tier of Object.values(network.tiers)) {
    if (tier.range !== undefined && !(tier.range in network.ranges)) remove(tier, 'range');
  }
  for (const [service, tier] of Object.entries(network.endpoints)) {
    if (tier !== null && !(tier in network.tiers)) remove(network.endpoints, service);
  }
  if (network.natZone !== undefined && !(network.natZone in network.zones)) remove(network, 'natZone');
  for (const [id, flow] of Object.entries(network.flows)) {
    const holds = [flow.from, flow.to].every((peer) => isEnd(world, name, peer)) && isPassable(flow, network);
    if (!holds) remove(network.flows, id);
  }
}

/** Takes out what an edit left without what it needs, as its author would once the configuration was refused. */
export function tidy(world: World): World {
  for (const { networks } of Object.values(world.accounts)) {
    for (const name of Object.keys(networks)) if (!(name in world.networks)) remove(networks, name);
  }
  for (const pair of Object.keys(world.peerings)) {
    const has = (end: string): boolean => {
      const [account = '', network = ''] = end.split('/');
      return network in (world.accounts[account]?.networks ?? {});
    };
    if (!pair.split(' ').every(has)) remove(world.peerings, pair);
  }
  for (const name of Object.keys(world.networks)) tidyNetwork(world, name);
  return world;
}
