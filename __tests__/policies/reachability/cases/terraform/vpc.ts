import { ref, type Resources } from './resources';

/** A VPC named so, with all of its addresses. */
export function vpc(name: string, cidr: string, more: object = {}): Resources {
  return { [`aws_vpc.${name}`]: { cidr_block: cidr, ...more } };
}

/** A VPC with a block of Amazon's IPv6 addresses beside its own IPv4 block. */
export function dualStackVpc(name: string, cidr: string): Resources {
  return vpc(name, cidr, { assign_generated_ipv6_cidr_block: true });
}

/** What a subnet has beside its block. */
export interface SubnetParts {
  /** @default a */
  readonly zone?: string;
  /** Its route table by name. @default - the VPC's main table */
  readonly table?: string;
  /** Its network ACL by name. @default - the VPC's default ACL */
  readonly acl?: string;
  /** Number of its /64 in Amazon's block of the VPC. @default - no IPv6 */
  readonly ipv6?: number;
  readonly more?: object;
}

/** A subnet named so, with its associations. */
export function subnet(name: string, vpcName: string, cidr: string, parts: SubnetParts = {}): Resources {
  const { zone = 'a', table: tableName, acl: aclName, ipv6, more } = parts;
  const subnet_id = ref(`aws_subnet.${name}`);
  return {
    [`aws_subnet.${name}`]: {
      vpc_id: ref(`aws_vpc.${vpcName}`),
      cidr_block: cidr,
      availability_zone: `eu-west-1${zone}`,
      ...(ipv6 === undefined
        ? {}
        : { ipv6_cidr_block: `\${cidrsubnet(aws_vpc.${vpcName}.ipv6_cidr_block, 8, ${String(ipv6)})}` }),
      ...more,
    },
    ...(tableName === undefined
      ? {}
      : {
          [`aws_route_table_association.${name}`]: { subnet_id, route_table_id: ref(`aws_route_table.${tableName}`) },
        }),
    ...(aclName === undefined
      ? {}
      : { [`aws_network_acl_association.${name}`]: { subnet_id, network_acl_id: ref(`aws_network_acl.${aclName}`) } }),
  };
}

/** The VPC's internet gateway, called like the VPC. */
export function internetGateway(vpcName: string): Resources {
  return { [`aws_internet_gateway.${vpcName}`]: { vpc_id: ref(`aws_vpc.${vpcName}`) } };
}

/** A NAT gateway in a subnet, public unless said. */
export function natGateway(name: string, subnetName: string, connectivity_type = 'public'): Resources {
  const elastic = connectivity_type === 'public' ? { allocation_id: ref(`aws_eip.${name}`) } : {};
  return {
    ...(connectivity_type === 'public' ? { [`aws_eip.${name}`]: { domain: 'vpc' } } : {}),
    [`aws_nat_gateway.${name}`]: { subnet_id: ref(`aws_subnet.${subnetName}`), connectivity_type, ...elastic },
  };
}

/** The argument of a route that names a target of this type. */
const TARGETS: Readonly<Record<string, string>> = {
  aws_internet_gateway: 'gateway_id',
  aws_vpn_gateway: 'gateway_id',
  aws_egress_only_internet_gateway: 'egress_only_gateway_id',
  aws_nat_gateway: 'nat_gateway_id',
  aws_vpc_peering_connection: 'vpc_peering_connection_id',
  aws_ec2_transit_gateway: 'transit_gateway_id',
  aws_network_interface: 'network_interface_id',
  aws_vpc_endpoint: 'vpc_endpoint_id',
};

function destinationOf(destination: string): object {
  if (destination.startsWith('aws_ec2_managed_prefix_list.')) return { destination_prefix_list_id: ref(destination) };
  return { [destination.includes(':') ? 'destination_ipv6_cidr_block' : 'destination_cidr_block']: destination };
}

/** The routes of a table by destination; a target is an address, `aws_internet_gateway.main`, or `local`. */
export function routes(table: string, tableAddress: string, targets: Readonly<Record<string, string>>): Resources {
  return Object.fromEntries(
    Object.entries(targets).map(([destination, target], at) => {
      const [type = ''] = target.split('.');
      const argument = target === 'local' ? { gateway_id: 'local' } : { [TARGETS[type] ?? type]: ref(target) };
      return [`aws_route.${table}_${String(at)}`, { route_table_id: tableAddress, ...destinationOf(destination), ...argument }];
    }),
  );
}

/** A route table named so. */
export function table(
  name: string,
  vpcName: string,
  targets: Readonly<Record<string, string>> = {},
  more: object = {},
): Resources {
  const address = `aws_route_table.${name}`;
  return {
    [address]: { vpc_id: ref(`aws_vpc.${vpcName}`), ...more },
    ...routes(name, ref(address), targets),
  };
}

/** The main table of the VPC with these routes, by routes beside it. */
export function mainRoutes(vpcName: string, targets: Readonly<Record<string, string>>): Resources {
  return routes(`main_${vpcName}`, ref(`aws_vpc.${vpcName}`, 'main_route_table_id'), targets);
}

/** A peering called so, accepted unless said. */
export function peering(name: string, from: string, to: string, more: object = { auto_accept: true }): Resources {
  return {
    [`aws_vpc_peering_connection.${name}`]: {
      vpc_id: ref(`aws_vpc.${from}`),
      peer_vpc_id: ref(`aws_vpc.${to}`),
      ...more,
    },
  };
}
