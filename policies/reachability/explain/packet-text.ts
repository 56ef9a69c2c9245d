import { ICMP, ICMPV6, TCP, UDP } from '../../model/network';
import { protocolName } from '../filter/traffic-text';
import type { Packet } from '../query';

const PORTED: readonly number[] = [TCP, UDP];
const TYPED: readonly number[] = [ICMP, ICMPV6];

/** An address with a port beside it: brackets keep the colons of IPv6 apart. */
function withPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;
}

/** A packet on one line: `tcp 198.51.100.7:1024 to 10.0.0.4:443`, `icmp 8/0 10.0.0.4 to 10.0.0.5`. */
export function packetText({ src, dst, protocol, srcPort, dstPort, natPort }: Packet): string {
  const name = protocolName(protocol);
  const nat = natPort === undefined ? '' : `, from port ${String(natPort)} of the NAT gateway`;
  if (PORTED.includes(protocol)) return `${name} ${withPort(src, srcPort)} to ${withPort(dst, dstPort)}${nat}`;
  const message = TYPED.includes(protocol) ? ` ${String(srcPort)}/${String(dstPort)}` : '';
  return `${name}${message} ${src} to ${dst}`;
}
