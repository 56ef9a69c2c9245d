import { type AclModel, chooseKey, type Edit, type NetworkModel, networksOf, remove, type TierModel, type World } from './world';

const NETWORKS = ['core', 'shop', 'data-lake', 'mesh'];
const TIERS = ['public', 'app', 'data', 'nat', 'batch', 'cache'];
const ZONES = ['a', 'b', 'c', 'd', 'e', 'f'];
const REGIONS = ['eu-west-1', 'us-east-1'];
const NEXT = { living: 'closing', closing: 'closed', closed: 'closed' } as const;

/** Gives everything that an edit makes an identity that no other edit gives. */
export class Editor {
  #made = 0;

  constructor(readonly branch: string) {}

  fresh(): string {
    return `${this.branch}${String(this.#made++)}`;
  }

  tier(n: number): TierModel {
    const zones = Object.fromEntries(ZONES.slice(n % 3, (n % 3) + 1 + (n % 4)).map((zone) => [zone, true as const]));
    return { uid: this.fresh(), rev: this.fresh(), size: 25 + (n % 4), zones, acl: {} };
  }

  network(n: number): NetworkModel {
    const tiers = { [TIERS[n % 6]!]: this.tier(n), [TIERS[(n + 1) % 6]!]: this.tier(n >> 2) };
    const stated = n % 7 === 0 ? { cidr: `172.16.${String((n % 16) * 16)}.0/20` } : {};
    return { uid: this.fresh(), rev: this.fresh(), lifecycle: 'living', ipv6: n % 2 === 0, ranges: {}, tiers, ...stated };
  }
}

/** Changes one place of the world, if there is one to change. */
type Change = (world: World, edit: Edit, editor: Editor) => void;

function pick(world: World, n: number) {
  const all = networksOf(world);
  return all[n % Math.max(1, all.length)];
}

function onNetwork(change: (network: NetworkModel, edit: Edit, editor: Editor) => void): Change {
  return (world, edit, editor) => {
    const found = pick(world, edit.a);
    if (found !== undefined) change(found.network, edit, editor);
  };
}

function onTier(change: (tier: TierModel, edit: Edit, editor: Editor, network: NetworkModel, world: World) => void): Change {
  return (world, edit, editor) => {
    const found = pick(world, edit.a);
    const name = found && chooseKey(found.network.tiers, edit.b);
    if (found && name !== undefined) change(found.network.tiers[name]!, edit, editor, found.network, world);
  };
}

const addAccount: Change = (world, { a }) => {
  const name = `account-${String(a % 5)}`;
  world.accounts[name] ??= { id: String(100000000000 + (a % 5)), lifecycle: 'living', networks: {} };
};

const addNetwork: Change = (world, { a, b }, editor) => {
  const account = chooseKey(world.accounts, a);
  if (account === undefined || world.accounts[account]!.lifecycle !== 'living') return;
  world.accounts[account]!.networks[`${REGIONS[b % 5 === 0 ? 1 : 0]!}/${NETWORKS[b % 4]!}`] ??= editor.network(b);
};

/** A step towards the end: closing, closed, gone. */
const endNetwork: Change = (world, { a }) => {
  const found = pick(world, a);
  if (found === undefined) return;
  if (found.network.lifecycle === 'closed') remove(world.accounts[found.account]!.networks, found.place);
  else found.network.lifecycle = NEXT[found.network.lifecycle];
};

const endAccount: Change = (world, { a }) => {
  const name = chooseKey(world.accounts, a);
  if (name === undefined) return;
  const account = world.accounts[name]!;
  if (Object.keys(account.networks).length > 0) return;
  if (account.lifecycle === 'closed') remove(world.accounts, name);
  else account.lifecycle = NEXT[account.lifecycle];
};

const reopen = onNetwork((network) => {
  network.lifecycle = 'living';
});

const addTier = onNetwork((network, { b }, editor) => {
  network.tiers[TIERS[b % 6]!] ??= { ...editor.tier(b), ...(b % 3 === 0 && 'pods' in network.ranges ? { range: 'pods' } : {}) };
});

const removeTier = onNetwork((network, { b }) => {
  const name = chooseKey(network.tiers, b);
  if (name !== undefined) remove(network.tiers, name);
});

const addZone = onTier((tier, { b }) => {
  tier.zones[ZONES[b % 6]!] = true;
});

const removeZone = onTier((tier, { b }) => {
  const zone = chooseKey(tier.zones, b);
  if (zone !== undefined && Object.keys(tier.zones).length > 1) remove(tier.zones, zone);
});

const toggleIpv6 = onNetwork((network) => {
  network.ipv6 = !network.ipv6;
});

const resizeTier = onTier((tier, { b }, editor) => {
  const size = 25 + ((tier.size + b) % 4);
  if (size === tier.size) return;
  tier.size = size;
  tier.rev = editor.fresh();
});

const addAcl = onTier((tier, { a, b }, editor, network, world) => {
  const remote = pick(world, b);
  const remoteTier = remote && chooseKey(remote.network.tiers, a);
  const peers = [
    'anywhere',
    '10.9.0.0/16',
    chooseKey(network.tiers, a)!,
    remoteTier === undefined ? 'anywhere' : `${remote!.account}/${remote!.name}/${remoteTier}`,
  ];
  const entry: AclModel = { direction: b % 2 === 0 ? 'in' : 'out', peer: peers[b % 4]!, port: `tcp/${String(b % 9)}` };
  const same = Object.values(tier.acl).some((other) => JSON.stringify(other) === JSON.stringify(entry));
  if (!same) tier.acl[editor.fresh()] = entry;
});

const removeAcl = onTier((tier, { b }) => {
  const id = chooseKey(tier.acl, b);
  if (id !== undefined) remove(tier.acl, id);
});

/** The user rewrites the peers of the flows together with the name. */
function renamePeers(world: World, map: (peer: string, at: { place: string; account: string; region: string }) => string): void {
  for (const { account, place, region, network } of networksOf(world)) {
    for (const tier of Object.values(network.tiers)) {
      for (const entry of Object.values(tier.acl)) entry.peer = map(entry.peer, { place, account, region });
    }
  }
}

/** Whether a rename would make one entry of two, which then has the number of only one of them. */
function joins(world: World, isNew: (peer: string, at: { place: string; account: string; region: string }) => boolean): boolean {
  return networksOf(world).some((at) =>
    Object.values(at.network.tiers).some((tier) => Object.values(tier.acl).some(({ peer }) => isNew(peer, at))),
  );
}

const renameTier: Change = (world, { a, b }) => {
  const found = pick(world, a);
  const from = found && chooseKey(found.network.tiers, b);
  const to = TIERS[(a + b) % 6]!;
  if (!found || from === undefined || to in found.network.tiers) return;
  const isNew = (peer: string, at: { place: string; account: string; region: string }): boolean =>
    (at.account === found.account && at.place === found.place && peer === to) ||
    (at.region === found.region && peer === `${found.account}/${found.name}/${to}`);
  if (joins(world, isNew)) return;
  const { [from]: tier, ...others } = found.network.tiers;
  found.network.tiers = { ...others, [to]: { ...tier!, formerly: from } };
  renamePeers(world, (peer, at) => {
    if (at.account === found.account && at.place === found.place && peer === from) return to;
    return at.region === found.region && peer === `${found.account}/${found.name}/${from}`
      ? `${found.account}/${found.name}/${to}`
      : peer;
  });
};

const renameNetwork: Change = (world, { a, b }) => {
  const found = pick(world, a);
  const to = NETWORKS[b % 4]!;
  if (!found || `${found.region}/${to}` in world.accounts[found.account]!.networks) return;
  if (joins(world, (peer, at) => at.region === found.region && peer.startsWith(`${found.account}/${to}/`))) return;
  const { networks } = world.accounts[found.account]!;
  remove(networks, found.place);
  networks[`${found.region}/${to}`] = { ...found.network, formerly: found.name };
  renamePeers(world, (peer, at) =>
    at.region === found.region && peer.startsWith(`${found.account}/${found.name}/`)
      ? peer.replace(`/${found.name}/`, `/${to}/`)
      : peer,
  );
};

const toggleRange = onNetwork((network, _, editor) => {
  if ('pods' in network.ranges) {
    if (!Object.values(network.tiers).some((tier) => tier.range === 'pods')) delete network.ranges.pods;
  } else if (!('nodes' in network.ranges)) network.ranges.pods = { uid: editor.fresh(), rev: editor.fresh() };
});

const renameRange = onNetwork((network) => {
  const [from, to] = 'pods' in network.ranges ? ['pods', 'nodes'] : ['nodes', 'pods'];
  const range = network.ranges[from];
  if (range === undefined) return;
  network.ranges = { [to]: { ...range, formerly: from } };
  for (const tier of Object.values(network.tiers)) if (tier.range === from) tier.range = to;
});

const stateCidr = onNetwork((network, { b }, editor) => {
  const cidr = `172.16.${String((b % 16) * 16)}.0/20`;
  if (network.cidr === cidr) return;
  network.cidr = cidr;
  network.rev = editor.fresh();
});

/** Removes every `formerly`, as one does after the rename is applied. */
const forget: Change = (world) => {
  for (const { network } of networksOf(world)) {
    for (const named of [network, ...Object.values(network.ranges), ...Object.values(network.tiers)]) delete named.formerly;
  }
};

const turn = <T>(record: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(record).reverse());

const reorder: Change = (world) => {
  world.accounts = turn(world.accounts);
  for (const { network } of networksOf(world)) {
    network.tiers = turn(network.tiers);
    for (const tier of Object.values(network.tiers)) [tier.zones, tier.acl] = [turn(tier.zones), turn(tier.acl)];
  }
};

/** Renames come last, so that a branch can be told to do without. */
export const EDITS: readonly Change[] = [
  addNetwork,
  addTier,
  addZone,
  addAcl,
  addAcl,
  addAccount,
  removeTier,
  removeZone,
  removeAcl,
  endNetwork,
  endNetwork,
  endAccount,
  reopen,
  toggleIpv6,
  resizeTier,
  toggleRange,
  stateCidr,
  reorder,
  forget,
  renameTier,
  renameTier,
  renameNetwork,
  renameRange,
];
export const RENAMES = 4;

/** The world after an edit; the one before stays as it was. */
export function applyEdit(world: World, edit: Edit, editor: Editor, renames = true): World {
  const next = structuredClone(world);
  EDITS[edit.op % (EDITS.length - (renames ? 0 : RENAMES))]!(next, edit, editor);
  return next;
}

export function firstWorld(editor: Editor): World {
  const networks = { 'eu-west-1/core': editor.network(1), 'eu-west-1/shop': editor.network(8) };
  return { accounts: { 'account-0': { id: '100000000000', lifecycle: 'living', networks } } };
}
