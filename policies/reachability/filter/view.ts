import type { Family } from '../../../modules/core/cidr';
import { ICMP, ICMPV6, type Range, TCP, type Traffic, UDP } from '../../model/network';
import { type Box, DESTINATION, type Dimension, EVERYTHING, NAT, SOURCE, withInterval, X, Y } from '../region/box';
import { ICMP_PLACE, ICMP_REPLIES, ofProtocol, placeOf } from '../region/protocols';
import { boxesOf, type Span } from '../region/spans';

/**
 * How a filter meets the connection: in the packet that opens it, in the reply, or in the reply while it is still addressed
 * to the port of a NAT gateway. Rules are translated into coordinates of the opening packet once; then nothing that passes
 * has to be turned around.
 */
export type View = 'opening' | 'reply' | 'reply-to-nat';

/** What a rule calls destination port. */
const PORT: Readonly<Record<View, Dimension>> = { opening: Y, reply: X, 'reply-to-nat': NAT };

/** The address that a filter compares: outbound the packet's destination, inbound its source. */
export function comparedAddress(direction: 'in' | 'out', view: View): Dimension {
  return (direction === 'out') === (view === 'opening') ? DESTINATION : SOURCE;
}

function ofPorts(protocol: number, ports: Range, view: View, family: Family): Box {
  return withInterval(ofProtocol(protocol, family), PORT[view], ports.from, ports.to + 1);
}

function ofMessage(type: number | undefined, code: number | undefined, view: View, family: Family): readonly Box[] {
  const all = ofProtocol(family === 'v4' ? ICMP : ICMPV6, family);
  if (view === 'opening') {
    const typed = type === undefined ? all : withInterval(all, X, type, type + 1);
    return [code === undefined ? typed : withInterval(typed, Y, code, code + 1)];
  }
  // Every reply that is asked for has code 0, and its type says which request it answers.
  if (code !== undefined && code !== 0) return [];
  if (type === undefined) return [all];
  const requests = [...ICMP_REPLIES[family]].filter(([, reply]) => reply === type);
  return requests.map(([request]) => withInterval(all, X, request, request + 1));
}

function ofTraffic(traffic: Traffic, view: View, family: Family): readonly Box[] {
  switch (traffic.protocol) {
    case 'all':
      return [EVERYTHING];
    case TCP:
    case UDP:
      return [ofPorts(traffic.protocol, traffic.ports, view, family)];
    case ICMP:
    case ICMPV6:
      // The other family's ICMP is any protocol without ports here.
      return placeOf(traffic.protocol, family) === ICMP_PLACE
        ? ofMessage(traffic.type, traffic.code, view, family)
        : [ofProtocol(traffic.protocol, family)];
    case 'other':
      return [ofProtocol(traffic.number, family)];
  }
}

/** The connections whose packet here is of the traffic and has the other side's address in the spans. */
export function seen(
  traffic: Traffic,
  others: readonly Span[],
  direction: 'in' | 'out',
  view: View,
  family: Family,
): readonly Box[] {
  const address = comparedAddress(direction, view);
  return ofTraffic(traffic, view, family).flatMap((box) => boxesOf(others, address, box));
}
