import { ICMP, ICMPV6, type Known, type Range, TCP, type Traffic, UDP } from '../../model/network';
import { Unknown } from '../../model/term';

const NAMES: ReadonlyMap<number, string> = new Map([
  [ICMP, 'icmp'],
  [TCP, 'tcp'],
  [UDP, 'udp'],
  [ICMPV6, 'icmpv6'],
]);

/** `tcp`, or `proto 50` for those without a name here. */
export function protocolName(protocol: number): string {
  return NAMES.get(protocol) ?? `proto ${protocol}`;
}

/** `443` or `8000-8100`. */
export function rangeText({ from, to }: Range): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

/** What a rule is about: `tcp 443`, `icmp 8/0`, `all traffic`. */
export function trafficText(traffic: Known<Traffic>): string {
  if (traffic instanceof Unknown) return 'unknown traffic';
  if (traffic.protocol === 'all') return 'all traffic';
  if (traffic.protocol === 'other') return protocolName(traffic.number);
  const name = protocolName(traffic.protocol);
  if ('ports' in traffic) {
    const every = traffic.ports.from === 0 && traffic.ports.to === 65535;
    return every ? name : `${name} ${rangeText(traffic.ports)}`;
  }
  if (traffic.type === undefined) return name;
  return traffic.code === undefined ? `${name} ${traffic.type}` : `${name} ${traffic.type}/${traffic.code}`;
}
