import type { Row } from './row';

/** Rules of both directions are alike. */
const GROUP_RULE: Row = {
  replaces: ['security_group_id'],
  updates: [
    'cidr_ipv4',
    'cidr_ipv6',
    'description',
    'from_port',
    'ip_protocol',
    'prefix_list_id',
    'referenced_security_group_id',
    'tags',
    'to_port',
  ],
  renews: ['cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id'],
};

/** What lets traffic pass: routes, network ACLs, security groups. */
export const TRAFFIC: Readonly<Record<string, Row>> = {
  aws_default_network_acl: { replaces: ['default_network_acl_id'], updates: ['subnet_ids', 'tags'] },
  aws_default_route_table: { replaces: ['default_route_table_id'], updates: ['propagating_vgws', 'tags'] },
  aws_default_security_group: {
    replaces: ['vpc_id'],
    updates: ['revoke_rules_on_delete', 'tags'],
    kept: ['vpc_id'],
    defaults: { revoke_rules_on_delete: false, vpc_id: '' },
  },
  aws_network_acl: { replaces: ['vpc_id'], updates: ['subnet_ids', 'tags'], kept: ['subnet_ids'] },
  aws_network_acl_association: { replaces: ['network_acl_id', 'subnet_id'] },
  aws_network_acl_rule: {
    replaces: [
      'cidr_block',
      'egress',
      'from_port',
      'icmp_code',
      'icmp_type',
      'ipv6_cidr_block',
      'network_acl_id',
      'protocol',
      'rule_action',
      'rule_number',
      'to_port',
    ],
    defaults: { egress: false, from_port: 0, icmp_code: 0, icmp_type: 0, to_port: 0 },
  },
  aws_route: {
    replaces: ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id', 'route_table_id'],
    updates: ['gateway_id', 'nat_gateway_id', 'transit_gateway_id', 'vpc_endpoint_id', 'vpc_peering_connection_id'],
  },
  aws_route_table: { replaces: ['vpc_id'], updates: ['propagating_vgws', 'tags'], kept: ['propagating_vgws'] },
  aws_route_table_association: { replaces: ['gateway_id', 'subnet_id'], updates: ['route_table_id'] },
  aws_security_group: {
    replaces: ['description', 'name', 'vpc_id'],
    updates: ['revoke_rules_on_delete', 'tags'],
    kept: ['name', 'vpc_id'],
    defaults: { description: 'Managed by Terraform', revoke_rules_on_delete: false },
  },
  aws_vpc_endpoint_route_table_association: { replaces: ['route_table_id', 'vpc_endpoint_id'] },
  aws_vpc_security_group_egress_rule: GROUP_RULE,
  aws_vpc_security_group_ingress_rule: GROUP_RULE,
};
