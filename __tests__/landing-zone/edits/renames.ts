import { type Change, chooseKey, onNetwork, onTier, remove } from './edit';
import type { World } from './world';

const NETWORKS = ['core', 'shop', 'mesh', 'base'];
const TIERS = ['public', 'app', 'data', 'batch', 'web', 'front'];
const GROUPS = ['svc', 'alb', 'lb', 'svc-2'];

function renameKey<T>(record: Record<string, T>, from: string, to: string, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => (key === from ? [to, change(value)] : [key, value])));
}

/** The author rewrites every flow that names it: of the network itself, and of all others, which say account/network. */
function rewriteFlows(world: World, map: (peer: string, inNetwork: string) => string): void {
  for (const [name, { flows }] of Object.entries(world.networks)) {
    for (const flow of Object.values(flows)) [flow.from, flow.to] = [map(flow.from, name), map(flow.to, name)];
  }
}

/** `tier/group` or `account/network/tier/group` with its inner part mapped, where it lies in that network. */
function within(network: string, map: (inner: string) => string): (peer: string, inNetwork: string) => string {
  return (peer, inNetwork) => {
    if (/^(internet|endpoint:|\d)/.test(peer)) return peer;
    const parts = peer.split('/');
    if (parts.length <= 2) return inNetwork === network ? map(peer) : peer;
    return parts[1] === network ? `${parts.slice(0, 2).join('/')}/${map(parts.slice(2).join('/'))}` : peer;
  };
}

const renameTier = onTier((_tier, { c }, network, from, world) => {
  const to = TIERS[c % 6]!;
  const name = chooseName(world, network);
  if (to in network.tiers || name === undefined) return;
  network.tiers = renameKey(network.tiers, from, to, (tier) => ({ ...tier, formerly: from }));
  network.endpoints = Object.fromEntries(
    Object.entries(network.endpoints).map(([service, tier]) => [service, tier === from ? to : tier]),
  );
  rewriteFlows(
    world,
    within(name, (inner) => inner.replace(/^[^/]+/, (tier) => (tier === from ? to : tier))),
  );
});

function chooseName(world: World, network: object): string | undefined {
  return Object.entries(world.networks).find(([, candidate]) => candidate === network)?.[0];
}

const renameGroup = onTier((tier, { c }, network, tierName, world) => {
  const from = chooseKey(tier.groups, c);
  const to = GROUPS[(c >> 2) % 4]!;
  const name = chooseName(world, network);
  if (from === undefined || name === undefined || to in tier.groups) return;
  tier.groups = renameKey(tier.groups, from, to, (group) => ({ ...group, formerly: from }));
  rewriteFlows(
    world,
    within(name, (inner) => (inner === `${tierName}/${from}` ? `${tierName}/${to}` : inner)),
  );
});

const renameNetwork = onNetwork((_network, { b }, _editor, from, world) => {
  const to = NETWORKS[b % 4]!;
  if (to in world.networks) return;
  world.networks = renameKey(world.networks, from, to, (network) => ({ ...network, formerly: from }));
  for (const account of Object.values(world.accounts)) account.networks = renameKey(account.networks, from, to, (use) => use);
  const renamed = (peer: string): string =>
    peer.replace(/^([^/]+)\/([^/]+)/, (all, account: string, network: string) => (network === from ? `${account}/${to}` : all));
  world.peerings = Object.fromEntries(Object.keys(world.peerings).map((pair) => [pair.split(' ').map(renamed).join(' '), true]));
  rewriteFlows(world, (peer) => (peer.split('/').length > 2 ? renamed(peer) : peer));
});

const renameRange = onNetwork((network, { b }) => {
  const from = chooseKey(network.ranges, b);
  const to = ['pods', 'jobs', 'nodes'][b % 3]!;
  if (from === undefined || to in network.ranges) return;
  network.ranges = renameKey(network.ranges, from, to, (range) => ({ ...range, formerly: from }));
  for (const tier of Object.values(network.tiers)) if (tier.range === from) tier.range = to;
});

/** Removes every `formerly`, as one does after the rename is applied. */
export const forget: Change = ({ networks }) => {
  for (const network of Object.values(networks)) {
    const tiers = Object.values(network.tiers);
    const named = [network, ...Object.values(network.ranges), ...tiers, ...tiers.flatMap(({ groups }) => Object.values(groups))];
    for (const one of named) remove(one, 'formerly');
  }
};

const turn = <T>(record: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(record).reverse());

/** Turns everything whose order means nothing. */
export const reorder: Change = (world) => {
  [world.accounts, world.networks, world.peerings] = [turn(world.accounts), turn(world.networks), turn(world.peerings)];
  for (const account of Object.values(world.accounts)) {
    [account.regions, account.networks] = [turn(account.regions), turn(account.networks)];
  }
  for (const network of Object.values(world.networks)) {
    [network.zones, network.tiers, network.ranges] = [turn(network.zones), turn(network.tiers), turn(network.ranges)];
    [network.endpoints, network.flows] = [turn(network.endpoints), turn(network.flows)];
  }
};

/** Edits after which things have other names. */
export const RENAME_EDITS: readonly Change[] = [renameTier, renameTier, renameGroup, renameGroup, renameNetwork, renameRange];
