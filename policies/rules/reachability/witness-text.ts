import { protocolName } from '../../reachability/filter/traffic-text';
import type { Packet } from '../../reachability/query';

const PORTED = new Set([6, 17]);
const TYPED = new Set([1, 58]);

/** An address with a port beside it: brackets keep the colons of IPv6 apart. */
function withPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;
}

/** A packet on one line: `tcp 198.51.100.7:1024 to 10.0.0.4:443`. */
export function witnessText({ src, dst, protocol, srcPort, dstPort, natPort }: Packet): string {
  const name = protocolName(protocol);
  const nat = natPort === undefined ? '' : `, from port ${String(natPort)} of the NAT gateway`;
  if (PORTED.has(protocol)) return `${name} ${withPort(src, srcPort)} to ${withPort(dst, dstPort)}${nat}`;
  const message = TYPED.has(protocol) ? ` ${String(srcPort)}/${String(dstPort)}` : '';
  return `${name}${message} ${src} to ${dst}`;
}
