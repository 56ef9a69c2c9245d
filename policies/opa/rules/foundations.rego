# plan/foundations: nothing that networks and their neighbours stand on is destroyed or replaced.
package terraform.policies.rules.foundations

import data.terraform.policies.plan
import rego.v1

types := {
	"aws_customer_gateway", "aws_dx_connection", "aws_dx_gateway", "aws_dx_gateway_association",
	"aws_dx_private_virtual_interface", "aws_dx_public_virtual_interface", "aws_dx_transit_virtual_interface",
	"aws_ec2_transit_gateway", "aws_ec2_transit_gateway_connect", "aws_ec2_transit_gateway_peering_attachment",
	"aws_ec2_transit_gateway_route_table", "aws_ec2_transit_gateway_vpc_attachment", "aws_egress_only_internet_gateway",
	"aws_eip", "aws_globalaccelerator_accelerator", "aws_internet_gateway", "aws_nat_gateway",
	"aws_networkfirewall_firewall", "aws_route53_zone", "aws_subnet", "aws_vpc", "aws_vpc_ipam", "aws_vpc_ipam_pool",
	"aws_vpc_ipv4_cidr_block_association", "aws_vpc_peering_connection", "aws_vpn_connection", "aws_vpn_gateway",
}

# What others outside have written down, and is never given out again.
addresses := {
	"aws_eip": "its address",
	"aws_globalaccelerator_accelerator": "its addresses",
	"aws_route53_zone": "its name servers",
	"aws_vpn_connection": "its addresses and keys",
}

findings contains plan.finding(change, "violated", problem, fix) if {
	some change in plan.changes
	change.type in types
	lost := object.get(addresses, change.type, "what stands on it")
	problem := sprintf("the plan %s, and with it %s", [plan.loss(change), lost])
	fix := "keep it: a moved block where it has another address, a new one beside it where an argument forces the replacement"
}
