import type { Port } from '../../../modules/core/port';
import { ICMP, ICMPV6, TCP, type Traffic, UDP } from './traffic';

/** What a port of the flow grammar carries. */
export function trafficOf(port: Port): Traffic {
  switch (port.protocol) {
    case 'tcp':
    case 'udp':
      return { protocol: port.protocol === 'tcp' ? TCP : UDP, ports: port.ports };
    case 'icmp':
    case 'icmpv6': {
      const { type, code } = port;
      return {
        protocol: port.protocol === 'icmp' ? ICMP : ICMPV6,
        ...(type === undefined ? {} : { type }),
        ...(code === undefined ? {} : { code }),
      };
    }
    case 'other':
      return { protocol: 'other', number: port.number };
    case 'all':
      return { protocol: 'all' };
  }
}
