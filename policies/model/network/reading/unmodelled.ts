import { Unknown } from '../../term';
import type { Sources } from './sources';

/**
 * What changes where packets get to, and isn't told here. Firewalls and gateway load balancers are middleboxes by the routes
 * to them, core networks and carriers edges; route servers leave their tables incomplete. Without effect on packets between
 * interfaces are services in between that open connections of their own (VPC Lattice, PrivateLink, Verified Access, client
 * VPN, Instance Connect: each is an interface like others, or none of these), DNS, DHCP, flow logs and mirrors.
 */
const UNMODELLED: Readonly<Record<string, string>> = {
  aws_ec2_transit_gateway_multicast_domain: 'groups of receivers are not told',
  aws_ec2_local_gateway_route_table_vpc_association: 'hosts on premises may come in by it',
  aws_networkmanager_vpc_attachment: 'what the core network joins is not told',
};

/** Notes the resources that aren't judged, as gaps of their own. */
export function noteUnmodelled(sources: Sources): void {
  for (const [type, why] of Object.entries(UNMODELLED)) {
    for (const section of sources.of(type)) section.gap('type', new Unknown(`${type} is not judged: ${why}`));
  }
}
