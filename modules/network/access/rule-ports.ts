import type { Port } from '../../core/port';

/** A port as a security-group rule states it. -1 stands for "all". */
export interface RulePorts {
  readonly ipProtocol: string;
  /** Left out: the protocol has none. */
  readonly fromPort?: number;
  /** Left out: the protocol has none. */
  readonly toPort?: number;
}

/** How a security-group rule writes a port: ICMP type and code take the places of the two ports. */
export function rulePorts(port: Port): RulePorts {
  switch (port.protocol) {
    case 'tcp':
    case 'udp':
      return { ipProtocol: port.protocol, fromPort: port.ports.from, toPort: port.ports.to };
    case 'icmp':
    case 'icmpv6':
      return { ipProtocol: port.protocol, fromPort: port.type ?? -1, toPort: port.code ?? -1 };
    case 'other':
      return { ipProtocol: String(port.number) };
    case 'all':
      return { ipProtocol: '-1' };
  }
}

/** A port as a network ACL entry states it. */
export interface AclPorts {
  readonly protocol: string;
  /** Left out: the protocol has none. */
  readonly fromPort?: number;
  /** Left out: the protocol has none. */
  readonly toPort?: number;
  /** Left out: the protocol has none. */
  readonly icmpType?: number;
  /** Left out: the protocol has none. */
  readonly icmpCode?: number;
}

/** How a network ACL entry writes a port: protocols by number, since the API answers so and a name would drift. */
export function aclPorts(port: Port): AclPorts {
  switch (port.protocol) {
    case 'tcp':
    case 'udp':
      return { protocol: port.protocol === 'tcp' ? '6' : '17', fromPort: port.ports.from, toPort: port.ports.to };
    case 'icmp':
    case 'icmpv6':
      return { protocol: port.protocol === 'icmp' ? '1' : '58', icmpType: port.type ?? -1, icmpCode: port.code ?? -1 };
    case 'other':
      return { protocol: String(port.number) };
    case 'all':
      return { protocol: '-1' };
  }
}
