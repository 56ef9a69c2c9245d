import { type Change, chooseKey, onNetwork, onTier, remove } from './edit';

const ACCOUNTS = ['ada', 'bob', 'ada-2'];
const NETWORKS = ['core', 'shop'];
const TIERS = ['public', 'app', 'data', 'batch', 'web'];
const ZONES = ['a', 'b', 'c', 'd', 'e', 'f'];
const REGIONS = ['eu-west-1', 'us-east-1'];
const NEXT = { living: 'closing', closing: 'closed', closed: 'closed' } as const;

const addAccount: Change = (world, { a, b }) => {
  const name = ACCOUNTS[a % 3]!;
  const id = String(200000000000 + (a % 3));
  world.accounts[name] ??= { id, lifecycle: 'living', regions: { [REGIONS[b % 2]!]: true }, networks: {} };
};

const addNetwork: Change = (world, { a, b }, editor) => {
  world.networks[NETWORKS[a % 2]!] ??= editor.network(b);
};

const useNetwork: Change = (world, { a, b }) => {
  const [account, network] = [chooseKey(world.accounts, a), chooseKey(world.networks, b)];
  if (account === undefined || network === undefined || world.accounts[account]!.lifecycle !== 'living') return;
  world.accounts[account]!.networks[network] ??= { lifecycle: 'living' };
};

const addRegion: Change = ({ accounts }, { a, b }) => {
  const account = chooseKey(accounts, a);
  if (account !== undefined) accounts[account]!.regions = { [REGIONS[b % 2]!]: true, ...accounts[account]!.regions };
};

/** A step towards the end: closing, closed, gone. */
const endUse: Change = ({ accounts }, { a, b }) => {
  const account = chooseKey(accounts, a);
  const name = account === undefined ? undefined : chooseKey(accounts[account]!.networks, b);
  if (account === undefined || name === undefined) return;
  const use = accounts[account]!.networks[name]!;
  if (use.lifecycle === 'closed') remove(accounts[account]!.networks, name);
  else use.lifecycle = NEXT[use.lifecycle];
};

const endAccount: Change = ({ accounts }, { a }) => {
  const name = chooseKey(accounts, a);
  if (name === undefined) return;
  const account = accounts[name]!;
  if (account.lifecycle === 'closed') remove(accounts, name);
  else account.lifecycle = NEXT[account.lifecycle];
};

const reopen: Change = ({ accounts }, { a }) => {
  const name = chooseKey(accounts, a);
  if (name === undefined) return;
  accounts[name]!.lifecycle = 'living';
  for (const use of Object.values(accounts[name]!.networks)) use.lifecycle = 'living';
};

const addTier = onNetwork((network, { b, c }, editor) => {
  const range = c % 3 === 0 ? chooseKey(network.ranges, c) : undefined;
  const tier = { ...editor.tier(c), ...(range === undefined ? {} : { range }) };
  const name = TIERS[b % 5]!;
  network.tiers = name in network.tiers ? network.tiers : { [name]: tier, ...network.tiers };
});

const removeTier = onNetwork((network, { b }) => {
  const name = chooseKey(network.tiers, b);
  if (name !== undefined) remove(network.tiers, name);
});

/** Another size is another set of subnets for AWS, also on the way back. */
export const resizeTier: Change = (world, edit, editor) => {
  const resize = onTier((tier, { c }) => {
    tier.rev = editor.fresh();
    tier.subnetSize = 25 + (c % 4);
  });
  resize(world, edit, editor);
};

const addZone = onNetwork((network, { b }) => void (network.zones = { [ZONES[b % 6]!]: true, ...network.zones }));

const removeZone = onNetwork((network, { b }) => {
  const zone = chooseKey(network.zones, b);
  if (zone !== undefined && Object.keys(network.zones).length > 1) remove(network.zones, zone);
});

/** To five zones, which takes a second block of every tier, or away from those of the first one. */
const moveZones = onNetwork((network, { b }) => {
  const zones = b % 2 === 0 ? ['a', 'b', 'c', 'd', 'e'] : Object.keys(network.zones).sort().slice(4);
  if (zones.length > 0) network.zones = Object.fromEntries(zones.map((zone) => [zone, true]));
});

const setNat = onNetwork((network, { b }) => void (network.nat = (['single', 'one-per-zone', 'none'] as const)[b % 3]!));

const setNatZone = onNetwork((network, { b }) => {
  const zone = b % 2 === 0 ? undefined : chooseKey(network.zones, b);
  remove(network, 'natZone');
  if (zone !== undefined) network.natZone = zone;
});

const toggleIpv6 = onNetwork((network) => void (network.ipv6 = !network.ipv6));

const addRange = onNetwork(
  (network, { b }, editor) => void (network.ranges[['pods', 'jobs'][b % 2]!] ??= { uid: editor.fresh() }),
);

const removeRange = onNetwork((network, { b }) => {
  const name = chooseKey(network.ranges, b);
  const isUsed = Object.values(network.tiers).some(({ range }) => range === name);
  if (name !== undefined && !isUsed) remove(network.ranges, name);
});

/** Edits of what there is: accounts, networks, tiers, zones, ranges. */
export const PLACE_EDITS: readonly Change[] = [
  addAccount,
  addNetwork,
  useNetwork,
  addRegion,
  endUse,
  endUse,
  endAccount,
  reopen,
  addTier,
  addTier,
  removeTier,
  addZone,
  addZone,
  removeZone,
  moveZones,
  moveZones,
  setNat,
  setNatZone,
  toggleIpv6,
  addRange,
  removeRange,
];
