import { TCP, type Known, type Traffic, UDP } from '../../../model/network';
import { Unknown } from '../../../model/term';
import { type Box, EVERYTHING, PROTOCOL, withInterval, Y } from '../../../reachability/region/box';
import { placeOf } from '../../../reachability/region/protocols';

/** A port that nobody but its operators should reach. */
export interface PortOfConcern {
  readonly protocol: typeof TCP | typeof UDP;
  readonly port: number;
}

/** Ports of tcp. */
export function tcpPorts(...ports: readonly number[]): readonly PortOfConcern[] {
  return ports.map((port) => ({ protocol: TCP, port }));
}

/** Ports of tcp, and the same of udp. */
export function bothPorts(...ports: readonly number[]): readonly PortOfConcern[] {
  return [...tcpPorts(...ports), ...ports.map((port) => ({ protocol: UDP, port }) as const)];
}

/** `tcp/22`. */
export function portText({ protocol, port }: PortOfConcern): string {
  return `${protocol === TCP ? 'tcp' : 'udp'}/${String(port)}`;
}

/** Whether a rule's traffic has the port in it. ICMP has types where others have ports: it never has. */
export function mayCarry(traffic: Known<Traffic>, { protocol, port }: PortOfConcern): boolean {
  if (traffic instanceof Unknown || traffic.protocol === 'all') return true;
  return traffic.protocol === protocol && traffic.ports.from <= port && port <= traffic.ports.to;
}

/** Every packet to the port. */
export function packetsTo({ protocol, port }: PortOfConcern): Box {
  // Ports have the same place in the order of protocols in both families.
  const place = placeOf(protocol, 'v4');
  return withInterval(withInterval(EVERYTHING, PROTOCOL, place, place + 1), Y, port, port + 1);
}
