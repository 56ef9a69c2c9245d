import { isLinkLocal, spanOf } from '../addresses';
import { type AtInterface, named, type Place, type World } from '../world';
import { OUTSIDE } from './alphabet';
import type { Dice } from './dice';

/** An interface of the world, or one that might stand in one of its subnets. */
function randomInterface(dice: Dice, world: World, besides?: string): AtInterface {
  const others = world.interfaces.filter(({ subnet }) => subnet !== besides);
  const one = dice.pick(others.length > 0 ? others : world.interfaces);
  const { ipv6 } = named(world.subnets, one.subnet);
  const open = dice.chance(0.35);
  return {
    kind: 'interface',
    subnet: one.subnet,
    groups: open ? 'open' : one.groups,
    ...(dice.chance(0.3) ? { addresses: [`${one.address}/32`, ...(ipv6 === undefined ? [] : [ipv6])] } : {}),
    publicIpv4: dice.chance(0.5),
    ipv6: dice.chance(0.9),
  };
}

/** What an end of the world's may be that is no interface. */
function randomBeyond(dice: Dice, world: World): Place {
  const services = world.lists.filter(({ service }) => service !== undefined);
  const roll = dice.next();
  if (roll < 0.45) return { kind: 'internet' };
  if (roll < 0.6 && services.length > 0) return { kind: 'service', list: dice.pick(services).name };
  return { kind: 'outside', block: dice.pick([...OUTSIDE.v4, ...OUTSIDE.v6]) };
}

/** Two ends, one of them an interface at least. */
export function randomEnds(dice: Dice, world: World): { readonly from: Place; readonly to: Place } {
  const from = randomInterface(dice, world);
  // By NAT: of all ways the one that asks most.
  const natted = world.nats.some(({ subnet }) => named(world.subnets, subnet).vpc === named(world.subnets, from.subnet).vpc);
  if (natted && dice.chance(0.25)) return { from, to: { kind: 'internet' } };
  const roll = dice.next();
  if (roll < 0.5) return { from, to: randomInterface(dice, world, dice.chance(0.9) ? from.subnet : undefined) };
  const beyond = randomBeyond(dice, world);
  // Nothing is opened from link-local addresses, nor by a service that an endpoint leads to.
  const silent =
    beyond.kind === 'service' ||
    (beyond.kind === 'outside' && isLinkLocal(spanOf(beyond.block).kind, spanOf(beyond.block).first));
  return roll < 0.8 || silent ? { from, to: beyond } : { from: beyond, to: from };
}
