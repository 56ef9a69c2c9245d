import { ref, type Resources } from './resources';

const tableId = (name: string): string => ref(`aws_ec2_transit_gateway_route_table.${name}`);
/** An attachment is called like its VPC; the one of the VPN is `vpn`. */
const attachmentId = (name: string): string =>
  name === 'vpn'
    ? ref('aws_vpn_connection.vpn', 'transit_gateway_attachment_id')
    : ref(`aws_ec2_transit_gateway_vpc_attachment.${name}`);

/** A transit gateway; its attachments join its default table unless `more` says otherwise. */
export function transitGateway(name: string, more: object = {}): Resources {
  return { [`aws_ec2_transit_gateway.${name}`]: more };
}

/** One that joins nothing to a table by itself. */
export function bareTransitGateway(name: string, more: object = {}): Resources {
  return transitGateway(name, {
    default_route_table_association: 'disable',
    default_route_table_propagation: 'disable',
    ...more,
  });
}

/** The attachment of a VPC, called like the VPC, by these subnets. */
export function attachment(vpc: string, gateway: string, subnets: readonly string[], more: object = {}): Resources {
  return {
    [`aws_ec2_transit_gateway_vpc_attachment.${vpc}`]: {
      transit_gateway_id: ref(`aws_ec2_transit_gateway.${gateway}`),
      vpc_id: ref(`aws_vpc.${vpc}`),
      subnet_ids: subnets.map((name) => ref(`aws_subnet.${name}`)),
      ...more,
    },
  };
}

/** A VPN to a network of one's own, attached to a transit gateway, without BGP unless said. */
export function vpn(gateway: string, more: object = {}): Resources {
  return {
    'aws_customer_gateway.office': { bgp_asn: 65000, ip_address: '198.51.100.1', type: 'ipsec.1' },
    'aws_vpn_connection.vpn': {
      customer_gateway_id: ref('aws_customer_gateway.office'),
      transit_gateway_id: ref(`aws_ec2_transit_gateway.${gateway}`),
      type: 'ipsec.1',
      static_routes_only: true,
      ...more,
    },
  };
}

/** A table of a transit gateway: what is associated, what propagates, and its static routes by destination. */
export function transitTable(
  name: string,
  gateway: string,
  parts: {
    readonly associated: readonly string[];
    readonly propagated?: readonly string[];
    /** By destination: an attachment, or `blackhole`. */
    readonly routes?: Readonly<Record<string, string>>;
  },
): Resources {
  const table = { transit_gateway_route_table_id: tableId(name) };
  return {
    [`aws_ec2_transit_gateway_route_table.${name}`]: { transit_gateway_id: ref(`aws_ec2_transit_gateway.${gateway}`) },
    ...Object.fromEntries(
      parts.associated.map((one) => [
        `aws_ec2_transit_gateway_route_table_association.${name}_${one}`,
        { ...table, transit_gateway_attachment_id: attachmentId(one) },
      ]),
    ),
    ...Object.fromEntries(
      (parts.propagated ?? []).map((one) => [
        `aws_ec2_transit_gateway_route_table_propagation.${name}_${one}`,
        { ...table, transit_gateway_attachment_id: attachmentId(one) },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(parts.routes ?? {}).map(([block, target], at) => [
        `aws_ec2_transit_gateway_route.${name}_${String(at)}`,
        {
          ...table,
          destination_cidr_block: block,
          ...(target === 'blackhole' ? { blackhole: true } : { transit_gateway_attachment_id: attachmentId(target) }),
        },
      ]),
    ),
  };
}
