import { type Change, chooseKey, type Edit, onNetwork, remove } from './edit';
import type { NetworkModel, World } from './world';

const PORTS = ['tcp/443', 'tcp/5432', 'udp/53', 'icmp/8/0'];

function end(network: NetworkModel, n: number): string | undefined {
  const tier = chooseKey(network.tiers, n);
  if (tier === undefined || n % 3 === 0) return tier;
  const group = chooseKey(network.tiers[tier]!.groups, n);
  return group === undefined ? tier : `${tier}/${group}`;
}

/** A tier of a network that this one is peered with. */
function farEnd(world: World, name: string, n: number): string | undefined {
  const pairs = Object.keys(world.peerings).map((pair) => pair.split(' '));
  const others = pairs.flatMap((ends) => (ends.some((one) => one.endsWith(`/${name}`)) ? ends : []));
  const other = others[n % Math.max(1, others.length)];
  const tier = other === undefined ? undefined : end(world.networks[other.split('/')[1]!]!, n);
  return tier === undefined ? undefined : `${other!}/${tier}`;
}

function peers(world: World, name: string, { b, c }: Edit): readonly [string | undefined, string | undefined] {
  const network = world.networks[name]!;
  const own = end(network, b);
  const kinds: readonly (readonly [string | undefined, string | undefined])[] = [
    [own, end(network, c)],
    [own, 'internet'],
    ['internet', own],
    ['198.51.100.0/24', own],
    [own, farEnd(world, name, c)],
    [farEnd(world, name, c), own],
    [own, `endpoint:${chooseKey(network.endpoints, c) ?? 's3'}`],
  ];
  return kinds[c % kinds.length]!;
}

const addFlow = onNetwork((network, edit, editor, name, world) => {
  const [from, to] = peers(world, name, edit);
  if (from === undefined || to === undefined) return;
  const port = to.startsWith('endpoint:') ? 'tcp/443' : PORTS[edit.b % 4]!;
  network.flows = { [editor.fresh()]: { from, to, port }, ...network.flows };
});

const removeFlow = onNetwork((network, { b }) => {
  const id = chooseKey(network.flows, b);
  if (id !== undefined) remove(network.flows, id);
});

const addEndpoint = onNetwork((network, { b, c }) => {
  const tier = chooseKey(network.tiers, c);
  if (b % 2 === 0) network.endpoints = { s3: null, ...network.endpoints };
  else if (tier !== undefined) network.endpoints = { ssm: tier, ...network.endpoints };
});

const removeEndpoint = onNetwork((network, { b }) => {
  const service = chooseKey(network.endpoints, b);
  if (service !== undefined) remove(network.endpoints, service);
});

const peer: Change = (world, { a, b }) => {
  const uses = Object.entries(world.accounts).flatMap(([account, { networks }]) =>
    Object.keys(networks).map((name) => `${account}/${name}`),
  );
  const [one, other] = [uses[a % Math.max(1, uses.length)], uses[b % Math.max(1, uses.length)]];
  if (one === undefined || other === undefined || one === other || `${other} ${one}` in world.peerings) return;
  world.peerings[`${one} ${other}`] = true;
};

const unpeer: Change = ({ peerings }, { a }) => {
  const pair = chooseKey(peerings, a);
  if (pair !== undefined) remove(peerings, pair);
};

/** Edits of what passes between the places. */
export const CONNECTION_EDITS: readonly Change[] = [
  addFlow,
  addFlow,
  addFlow,
  addFlow,
  addFlow,
  removeFlow,
  addEndpoint,
  addEndpoint,
  removeEndpoint,
  peer,
  peer,
  unpeer,
];
