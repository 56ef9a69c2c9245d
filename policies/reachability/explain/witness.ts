import type { Family } from '../../../modules/core/cidr';
import type { Packet } from '../query';
import type { AddressSpace } from '../region/address-space';
import { type Bound, type Box, type Corner, DESTINATION, NAT, PROTOCOL, SOURCE, X, Y } from '../region/box';
import { hasPorts, ICMP_PLACE, protocolAt } from '../region/protocols';
import type { Region } from '../region/region';

/** AWS keeps the first four addresses of a subnet for itself: the fifth can be somebody's. */
const RESERVED = 4;
/** What a client of today takes first (IANA, "dynamic ports"). */
const CLIENT_PORT = 49152;

function address(lo: Bound, hi: Bound): Bound {
  const fifth = typeof lo === 'bigint' ? lo + BigInt(RESERVED) : lo + RESERVED;
  return fifth < hi ? fifth : lo;
}

function next(value: Bound): Bound {
  return typeof value === 'bigint' ? value + 1n : value + 1;
}

/** Nobody sends packets to himself, where there is anybody else. */
function otherThan(taken: Bound, lo: Bound, hi: Bound): Bound {
  const found = address(lo, hi);
  if (found !== taken) return found;
  const after = next(found);
  return after < hi ? after : lo;
}

/** One packet of a box, such as one might really see. */
export function packetOf({ lo, hi }: Box): Corner {
  const source = address(lo[SOURCE], hi[SOURCE]);
  const wanted = hasPorts(Number(lo[PROTOCOL])) && lo[X] <= CLIENT_PORT && CLIENT_PORT < hi[X] ? CLIENT_PORT : lo[X];
  return [lo[0], source, otherThan(source, lo[DESTINATION], hi[DESTINATION]), wanted, lo[Y], lo[NAT]];
}

/** One packet of a region. Undefined: there is none. */
export function findPacket(region: Region): Corner | undefined {
  const [box] = region;
  return box === undefined ? undefined : packetOf(box);
}

/** The region of one packet. */
export function only(packet: Corner): Region {
  const [p, s, d, x, y, n] = packet;
  return [{ lo: packet, hi: [next(p), next(s), next(d), next(x), next(y), next(n)] }];
}

/** A packet for people. */
export function renderPacket(packet: Corner, family: Family, space: AddressSpace, nat: boolean): Packet {
  const place = Number(packet[PROTOCOL]);
  const numbered = hasPorts(place) || place === ICMP_PLACE;
  return {
    src: space.render(packet[SOURCE]),
    dst: space.render(packet[DESTINATION]),
    protocol: protocolAt(place, family),
    srcPort: numbered ? Number(packet[X]) : 0,
    dstPort: numbered ? Number(packet[Y]) : 0,
    ...(nat && hasPorts(place) ? { natPort: Number(packet[NAT]) } : {}),
  };
}
