import { ref, type Resources, together } from './resources';

/** By name, or by number as ACLs want the one of IPv6. */
const isIcmp = (protocol: string): boolean => ['icmp', 'icmpv6', '1', '58'].includes(protocol);

/** `tcp/443`, `tcp/1024-65535`, `icmp/3/4`, `icmp`, `all`, `50`: the protocol, and two numbers where there are any. */
function trafficOf(text: string): { readonly protocol: string; readonly first?: number; readonly second?: number } {
  const [protocol = '', ...rest] = text.split('/');
  if (protocol === 'all') return { protocol: '-1' };
  const [first = '', second = isIcmp(protocol) ? '-1' : first] = isIcmp(protocol) ? rest : (rest[0] ?? '').split('-');
  return first === '' ? { protocol } : { protocol, first: Number(first), second: Number(second) };
}

/**
 * One entry of an ACL as AWS's tables have it: `in 100 allow tcp/80 0.0.0.0/0`.
 * Sources and destinations are blocks of either family.
 */
export function aclEntry(acl: string, line: string): Resources {
  const [direction = '', number = '', action = '', what = '', peer = ''] = line.split(' ');
  const { protocol, first, second } = trafficOf(what);
  const ports = isIcmp(protocol)
    ? { icmp_type: first ?? -1, icmp_code: second ?? -1 }
    : { from_port: first ?? 0, to_port: second ?? 0 };
  return {
    [`aws_network_acl_rule.${acl}_${direction}_${number}`]: {
      network_acl_id: ref(`aws_network_acl.${acl}`),
      egress: direction === 'out',
      rule_number: Number(number),
      rule_action: action,
      protocol,
      ...(peer.includes(':') ? { ipv6_cidr_block: peer } : { cidr_block: peer }),
      ...ports,
    },
  };
}

/** A network ACL with its entries. */
export function acl(name: string, vpcName: string, lines: readonly string[]): Resources {
  return together(
    { [`aws_network_acl.${name}`]: { vpc_id: ref(`aws_vpc.${vpcName}`) } },
    ...lines.map((line) => aclEntry(name, line)),
  );
}

function peerOf(group: string, peer: string): object {
  if (peer.startsWith('@')) {
    const name = peer === '@self' ? group : peer.slice(1);
    return { referenced_security_group_id: ref(`aws_security_group.${name}`) };
  }
  if (peer.startsWith('aws_ec2_managed_prefix_list.')) return { prefix_list_id: ref(peer) };
  if (peer.startsWith('aws_vpc_endpoint.')) return { prefix_list_id: ref(peer, 'prefix_list_id') };
  return peer.includes(':') ? { cidr_ipv6: peer } : { cidr_ipv4: peer };
}

/**
 * One rule of a group: `in tcp/443 0.0.0.0/0`, `in tcp/5432 @web`, `in all @self`, `out tcp/443 aws_vpc_endpoint.s3`.
 * `at` makes its name.
 */
export function groupRule(group: string, line: string, at: number): Resources {
  const [direction = '', what = '', peer = ''] = line.split(' ');
  const { protocol, first, second } = trafficOf(what);
  const open = isIcmp(protocol) ? { from_port: -1, to_port: -1 } : {};
  return {
    [`aws_vpc_security_group_${direction === 'in' ? 'ingress' : 'egress'}_rule.${group}_${String(at)}`]: {
      security_group_id: ref(`aws_security_group.${group}`),
      ip_protocol: protocol,
      ...(first === undefined ? open : { from_port: first, to_port: second }),
      ...peerOf(group, peer),
    },
  };
}

/** A security group with its rules; it admits nothing else, in neither direction. */
export function group(name: string, vpcName: string, lines: readonly string[]): Resources {
  return together(
    { [`aws_security_group.${name}`]: { vpc_id: ref(`aws_vpc.${vpcName}`) } },
    ...lines.map((line, at) => groupRule(name, line, at)),
  );
}

/** A group that lets everything of both families pass. */
export function openGroup(name: string, vpcName: string): Resources {
  return group(name, vpcName, ['in all 0.0.0.0/0', 'in all ::/0', 'out all 0.0.0.0/0', 'out all ::/0']);
}

/** A prefix list of one's own. */
export function prefixList(name: string, blocks: readonly string[], more: object = {}): Resources {
  return {
    [`aws_ec2_managed_prefix_list.${name}`]: {
      name,
      address_family: blocks[0]?.includes(':') === true ? 'IPv6' : 'IPv4',
      max_entries: blocks.length,
      entry: blocks.map((cidr) => ({ cidr })),
      ...more,
    },
  };
}
