import type { Ref } from './made';

const PREFIXES: Readonly<Record<string, string>> = {
  aws_vpc: 'vpc',
  aws_subnet: 'subnet',
  aws_route_table: 'rtb',
  aws_network_acl: 'acl',
  aws_security_group: 'sg',
  aws_internet_gateway: 'igw',
  aws_egress_only_internet_gateway: 'eigw',
  aws_nat_gateway: 'nat',
  aws_eip: 'eipalloc',
  aws_vpn_gateway: 'vgw',
  aws_vpc_peering_connection: 'pcx',
  aws_ec2_transit_gateway: 'tgw',
  aws_ec2_transit_gateway_vpc_attachment: 'tgw-attach',
  aws_ec2_transit_gateway_route_table: 'tgw-rtb',
  aws_vpc_endpoint: 'vpce',
  aws_network_interface: 'eni',
  aws_ec2_managed_prefix_list: 'pl',
  aws_vpn_connection: 'vpn',
  default_route_table_id: 'rtb',
  main_route_table_id: 'rtb',
  default_network_acl_id: 'acl',
  default_security_group_id: 'sg',
  prefix_list_id: 'pl',
  transit_gateway_attachment_id: 'tgw-attach',
};

/** FNV-1a, so that a resource has the same id in every rendering. */
function hash(text: string): string {
  let mixed = 0x811c9dc5;
  for (const letter of text) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return mixed.toString(16).padStart(8, '0');
}

/** The id that AWS might have given. Both names of one list are the same. */
export function shownId({ address, attribute }: Ref): string {
  const type = address.replace(/^data\./, '').replace(/\..*$/, '');
  const name = address.replace(/^(data\.)?[^.]*\./, '');
  if (type === 'aws_prefix_list' || attribute === 'prefix_list_id') return 'pl-6da54004';
  const word = attribute === 'id' ? (PREFIXES[type] ?? 'x') : (PREFIXES[attribute] ?? 'x');
  return `${word}-0${hash(`${attribute === 'id' ? type : attribute}/${name}`)}${hash(name)}`;
}
