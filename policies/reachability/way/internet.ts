import type { Vpc } from '../../model/network';
import type { Certainty } from '../filter/groups';
import { DESTINATION, SOURCE } from '../region/box';
import { boxesOf } from '../region/spans';
import type { Course } from './course';
import { DeadEnd, type Way } from './departure';
import { Condition, type Gate, type Leads, present } from '../ground/gate';
import { certaintyOf, isOne, type Place } from '../ground/place';
import { detours } from '../ground/returns';
import type { Terrain } from '../ground/terrain';

/** The internet gateways of a VPC, or the VPC where the documents have none. */
export function gatewaysOf({ estate }: Terrain, { key: vpc }: Vpc): string {
  return (
    estate
      .internetGatewaysOf(vpc)
      .map(({ key }) => key)
      .join(', ') || vpc
  );
}

/** Only what the internet routes leaves a VPC by it. */
export function routedOnly(terrain: Terrain, key: string, dimension: typeof SOURCE | typeof DESTINATION): Gate {
  const text = 'only addresses that the internet routes pass';
  return new Condition('gateway', key, false, 'yes', text, boxesOf(terrain.space.internet, dimension));
}

/** Whether the gateway is the VPC's. */
function ownGate(terrain: Terrain, gateway: string, vpc: Vpc): Gate {
  const found = terrain.facts.internetGateways.get(gateway) ?? terrain.facts.egressOnlyGateways.get(gateway);
  if (found === undefined) {
    return new Condition('gateway', gateway, false, 'unknown', `not known: whether ${gateway} is attached`);
  }
  const own = isOne(found.vpc, vpc.key);
  return new Condition(
    'gateway',
    gateway,
    false,
    own,
    own === 'yes' ? 'attached to the VPC' : `not attached to ${vpc.key}, or not surely`,
  );
}

/** Over IPv4 an interface meets the internet by a public address, over IPv6 by its own. */
function publicAddress({ end }: Place, terrain: Terrain): Gate | undefined {
  if (terrain.family === 'v6') return undefined;
  const has = certaintyOf(end.publicIpv4);
  const text =
    has === 'yes'
      ? 'has a public IPv4 address'
      : has === 'no'
        ? 'has no public IPv4 address'
        : 'not known: whether it has a public IPv4 address';
  return new Condition('address', end.name, false, has, text);
}

/** Something that routes of the gateway's own put in between isn't judged. */
export function plainGateway(terrain: Terrain, key: string, reply: boolean): Gate | undefined {
  const plain = terrain.facts.internetGateways.get(key)?.edgeTable === undefined;
  return plain ? undefined : new Condition('gateway', key, reply, 'unknown', `not known: ${key} has a route table of its own`);
}

/** Out by an internet gateway. */
export function outByGateway(terrain: Terrain, from: Place, key: string): Way {
  return {
    forward: present([
      ownGate(terrain, key, from.vpc),
      publicAddress(from, terrain),
      terrain.publicAccessGate([from.subnet], from.vpc, 'out'),
      routedOnly(terrain, key, DESTINATION),
    ]),
    reply: present([plainGateway(terrain, key, true), terrain.aclGate(from.subnet, 'in', 'reply')]),
  };
}

/** Out by an egress-only gateway: IPv6. */
export function outByEgressOnly(terrain: Terrain, from: Place, key: string): Way | DeadEnd {
  if (terrain.family === 'v4') return new DeadEnd('passes IPv6 only');
  return {
    forward: present([
      ownGate(terrain, key, from.vpc),
      terrain.publicAccessGate([from.subnet], from.vpc, 'egress'),
      routedOnly(terrain, key, DESTINATION),
    ]),
    reply: [terrain.aclGate(from.subnet, 'in', 'reply')],
  };
}

/** A hop that leads out by an internet gateway of the VPC. */
export function byInternet(terrain: Terrain, { vpc }: Place): Leads {
  return (hop) => {
    if (hop.kind === 'middlebox') return 'unknown';
    if (hop.kind !== 'internet-gateway') return 'no';
    const gateway = terrain.facts.internetGateways.get(hop.key);
    return gateway === undefined ? 'unknown' : isOne(gateway.vpc, vpc.key);
  };
}

/** The gates between an internet gateway and an interface behind it. */
function inward(terrain: Terrain, to: Place): readonly Gate[] {
  const gateways = terrain.estate.internetGatewaysOf(to.vpc.key);
  return present([
    entrance(terrain, to.vpc),
    ...gateways.map(({ key }) => plainGateway(terrain, key, false)),
    publicAddress(to, terrain),
    terrain.publicAccessGate([to.subnet], to.vpc, 'in'),
    terrain.aclGate(to.subnet, 'in', 'opening'),
    terrain.groupGate(to, 'in', () => 'no'),
  ]);
}

function entrance(terrain: Terrain, owner: Vpc): Gate {
  const { key: vpc, otherGateways } = owner;
  const known = terrain.estate.internetGatewaysOf(vpc).map((gateway) => isOne(gateway.vpc, vpc));
  const none = known.length === 0 && otherGateways === undefined;
  const has: Certainty = known.includes('yes') ? 'yes' : none ? 'no' : 'unknown';
  const text =
    has === 'yes'
      ? 'internet gateway of the VPC'
      : has === 'no'
        ? 'the VPC has no internet gateway'
        : `not known: ${otherGateways?.why ?? 'whether it is attached'}`;
  return new Condition('gateway', gatewaysOf(terrain, owner), false, has, text);
}

/** In from the internet. */
export function inByGateway(terrain: Terrain, to: Place): Course {
  return {
    forward: [routedOnly(terrain, gatewaysOf(terrain, to.vpc), SOURCE), ...inward(terrain, to)],
    reply: [terrain.aclGate(to.subnet, 'out', 'reply'), terrain.routeGate(to.subnet, to.vpc, 'reply', byInternet(terrain, to))],
  };
}

/** From VPC to VPC over the internet: IPv6 only, whose addresses are the same inside and outside. */
export function acrossInternet(terrain: Terrain, from: Place, to: Place, out: Way | DeadEnd): Way | DeadEnd {
  if (out instanceof DeadEnd) return out;
  if (terrain.family === 'v4') return new DeadEnd('private addresses are not routed beyond');
  const forward = [...out.forward, ...inward(terrain, to)];
  return {
    forward,
    reply: [
      terrain.aclGate(to.subnet, 'out', 'reply'),
      terrain.routeGate(to.subnet, to.vpc, 'reply', byInternet(terrain, to)),
      ...out.reply,
    ],
    also: detours(terrain, from, to, forward, ({ kind }) => kind === 'internet-gateway'),
  };
}
