import type { Family } from '../../../modules/core/cidr';
import { ICMP, ICMPV6, type Range, TCP, type Traffic, UDP } from '../../model/network';
import { type Box, NAT, PROTOCOL, X, Y, EVERYTHING, withInterval } from './box';

/**
 * The order of protocols in their dimension: ICMP of the family, tcp, udp, then every other by its number. So the two that
 * have ports are one interval, and those that have neither ports nor types another.
 */
const ORDERS: Readonly<Record<Family, readonly number[]>> = { v4: orderFrom(ICMP), v6: orderFrom(ICMPV6) };

function orderFrom(icmp: number): readonly number[] {
  const named = [icmp, TCP, UDP];
  return [...named, ...Array.from({ length: 256 }, (_, number) => number).filter((number) => !named.includes(number))];
}

const PLACES: Readonly<Record<Family, readonly number[]>> = { v4: placesIn(ORDERS.v4), v6: placesIn(ORDERS.v6) };

function placesIn(order: readonly number[]): readonly number[] {
  return Array.from({ length: 256 }, (_, number) => order.indexOf(number));
}

export const ICMP_PLACE = 0;
const TCP_PLACE = 1;
/** From this place on nothing has ports or types. */
export const OTHERS = 3;

/** The place of a protocol in the dimension. */
export function placeOf(protocol: number, family: Family): number {
  return PLACES[family][protocol] ?? OTHERS;
}

/** The protocol at a place of the dimension. */
export function protocolAt(place: number, family: Family): number {
  return ORDERS[family][place] ?? 0;
}

/** Whether the protocol at this place has ports. */
export function hasPorts(place: number): boolean {
  return place >= TCP_PLACE && place < OTHERS;
}

/** Every packet of this protocol. */
export function ofProtocol(protocol: number, family: Family): Box {
  const place = placeOf(protocol, family);
  return withInterval(EVERYTHING, PROTOCOL, place, place + 1);
}

/** Requests of ICMP and the type of their reply, whose code is 0. Every other message has no reply. */
export const ICMP_REPLIES: Readonly<Record<Family, ReadonlyMap<number, number>>> = {
  v4: new Map([
    [8, 0],
    [13, 14],
    [15, 16],
    [17, 18],
  ]),
  v6: new Map([[128, 129]]),
};

const ICMP_BOX = withInterval(EVERYTHING, PROTOCOL, ICMP_PLACE, ICMP_PLACE + 1);

function replying(family: Family): readonly Box[] {
  const requests = [...ICMP_REPLIES[family].keys()].map((type) => withInterval(ICMP_BOX, X, type, type + 1));
  return [withInterval(EVERYTHING, PROTOCOL, TCP_PLACE, 256), ...requests];
}

/** Every packet that has a reply, by family. */
export const REPLYING: Readonly<Record<Family, readonly Box[]>> = { v4: replying('v4'), v6: replying('v6') };

/** What NAT gateways pass: tcp, udp and ICMP. */
export const NAT_PROTOCOLS: readonly Box[] = [withInterval(EVERYTHING, PROTOCOL, ICMP_PLACE, OTHERS)];

function narrowed(box: Box, x: readonly [number, number], y: readonly [number, number]): Box {
  return withInterval(withInterval(box, X, ...x), Y, ...y);
}

/** The ports that NAT takes. */
export const NAT_PORTS = { lo: 1024, hi: 65536 } as const;
const ASKABLE = withInterval(EVERYTHING, NAT, NAT_PORTS.lo, NAT_PORTS.hi);

/** Every packet of the traffic that clients open from these ports, from and to anywhere: nothing in it doesn't exist. */
export function packetsOf(traffic: Traffic, client: Range, family: Family): readonly Box[] {
  const from = [client.from, client.to + 1] as const;
  const between = (lo: number, hi: number): Box => withInterval(ASKABLE, PROTOCOL, lo, hi);
  switch (traffic.protocol) {
    case 'all':
      return [
        narrowed(between(ICMP_PLACE, TCP_PLACE), [0, 256], [0, 256]),
        narrowed(between(TCP_PLACE, OTHERS), from, [0, 65536]),
        narrowed(between(OTHERS, 256), [0, 1], [0, 1]),
      ];
    case TCP:
    case UDP: {
      const place = placeOf(traffic.protocol, family);
      return [narrowed(between(place, place + 1), from, [traffic.ports.from, traffic.ports.to + 1])];
    }
    case ICMP:
    case ICMPV6: {
      const place = placeOf(traffic.protocol, family);
      if (place !== ICMP_PLACE) return [narrowed(between(place, place + 1), [0, 1], [0, 1])];
      return [narrowed(between(ICMP_PLACE, TCP_PLACE), numbered(traffic.type, 256), numbered(traffic.code, 256))];
    }
    case 'other': {
      const place = placeOf(traffic.number, family);
      return [narrowed(between(place, place + 1), [0, 1], [0, 1])];
    }
  }
}

/** The interval of a number that may be left out. */
export function numbered(number: number | undefined, end: number): readonly [number, number] {
  return number === undefined ? [0, end] : [number, number + 1];
}
