import type { Rule } from '../rule';
import { changesOf } from './change/change';
import { lossFindings } from './change/comparison';

const ID = 'plan/foundations';

/** What networks and their neighbours stand on. */
export const FOUNDATION_TYPES: readonly string[] = [
  'aws_customer_gateway',
  'aws_dx_connection',
  'aws_dx_gateway',
  'aws_dx_gateway_association',
  'aws_dx_private_virtual_interface',
  'aws_dx_public_virtual_interface',
  'aws_dx_transit_virtual_interface',
  'aws_ec2_transit_gateway',
  'aws_ec2_transit_gateway_connect',
  'aws_ec2_transit_gateway_peering_attachment',
  'aws_ec2_transit_gateway_route_table',
  'aws_ec2_transit_gateway_vpc_attachment',
  'aws_egress_only_internet_gateway',
  'aws_eip',
  'aws_globalaccelerator_accelerator',
  'aws_internet_gateway',
  'aws_nat_gateway',
  'aws_networkfirewall_firewall',
  'aws_route53_zone',
  'aws_subnet',
  'aws_vpc',
  'aws_vpc_ipam',
  'aws_vpc_ipam_pool',
  'aws_vpc_ipv4_cidr_block_association',
  'aws_vpc_peering_connection',
  'aws_vpn_connection',
  'aws_vpn_gateway',
];

/** What others outside have written down, and is never given out again. */
const GIVEN_OUT: Readonly<Record<string, string>> = {
  aws_eip: 'its address',
  aws_globalaccelerator_accelerator: 'its addresses',
  aws_route53_zone: 'its name servers',
  aws_vpn_connection: 'its addresses and keys',
};

/** No plan pulls away what networks stand on. */
export const foundations: Rule = {
  id: ID,
  summary: 'No plan destroys or replaces what networks stand on',
  judge: (universe) =>
    FOUNDATION_TYPES.flatMap((type) =>
      lossFindings(
        ID,
        changesOf(universe, [type]),
        `with it ${GIVEN_OUT[type] ?? 'what stands on it'}`,
        'keep it: a moved block where it has another address, a new one beside it where an argument forces the replacement',
      ),
    ),
};
