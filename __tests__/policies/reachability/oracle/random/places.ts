import { isLinkLocal, spanOf } from '../addresses';
import { type AtInterface, type Interface, named, type Place, type World } from '../world';
import { OUTSIDE } from './alphabet';
import type { Dice } from './dice';

/** Of some interfaces one, or one that might stand in its subnet. */
function randomInterface(dice: Dice, world: World, some: readonly Interface[]): AtInterface {
  const one = dice.pick(some.length > 0 ? some : world.interfaces);
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

/** What stands in a subnet whose own table leads to a NAT gateway of another subnet. */
function behindNat({ interfaces, nats, subnets, tables }: World): readonly Interface[] {
  const leading = new Set(
    tables.filter(({ routes }) => routes.some(({ target }) => target.to === 'nat')).map(({ name }) => name),
  );
  const behind = new Set(subnets.filter(({ table }) => typeof table === 'string' && leading.has(table)).map(({ name }) => name));
  return interfaces.filter(({ subnet }) => behind.has(subnet) && nats.every((nat) => nat.subnet !== subnet));
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
  // By NAT: of all ways the one that asks most.
  const behind = behindNat(world);
  if (behind.length > 0 && dice.chance(0.25)) {
    const far: readonly Place[] = [{ kind: 'internet' }, { kind: 'internet' }, { kind: 'outside', block: dice.pick(OUTSIDE.v4) }];
    return { from: randomInterface(dice, world, behind), to: dice.pick(far) };
  }
  const from = randomInterface(dice, world, world.interfaces);
  const roll = dice.next();
  if (roll < 0.5) {
    const apart = dice.chance(0.9) ? world.interfaces.filter(({ subnet }) => subnet !== from.subnet) : world.interfaces;
    return { from, to: randomInterface(dice, world, apart) };
  }
  const beyond = randomBeyond(dice, world);
  // Nothing is opened from link-local addresses, nor by a service that an endpoint leads to.
  const silent =
    beyond.kind === 'service' ||
    (beyond.kind === 'outside' && isLinkLocal(spanOf(beyond.block).kind, spanOf(beyond.block).first));
  return roll < 0.8 || silent ? { from, to: beyond } : { from: beyond, to: from };
}
