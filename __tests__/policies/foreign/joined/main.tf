# Networks of one module: two of them peered, all of them joined to a transit gateway.
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

module "left" {
  source     = "./network"
  cidr_block = "10.40.0.0/20"
}

module "right" {
  source     = "./network"
  cidr_block = "10.41.0.0/20"
}

module "branch" {
  source     = "./network"
  count      = 2
  cidr_block = "10.${50 + count.index}.0.0/20"
}

resource "aws_vpc_peering_connection" "pair" {
  vpc_id      = module.left.vpc_id
  peer_vpc_id = module.right.vpc_id
  auto_accept = true
}

resource "aws_route" "left_to_right" {
  route_table_id            = module.left.route_table_id
  destination_cidr_block    = module.right.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection.pair.id
}

resource "aws_route" "right_to_left" {
  route_table_id            = module.right.route_table_id
  destination_cidr_block    = module.left.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection.pair.id
}

resource "aws_ec2_transit_gateway" "hub" {
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}

resource "aws_ec2_transit_gateway_route_table" "hub" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "left" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = module.left.vpc_id
  subnet_ids         = module.left.subnet_ids
}

resource "aws_ec2_transit_gateway_vpc_attachment" "branch" {
  count = 2

  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = module.branch[count.index].vpc_id
  subnet_ids         = module.branch[count.index].subnet_ids
}

resource "aws_ec2_transit_gateway_route_table_association" "left" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.left.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_ec2_transit_gateway_route_table_association" "branch" {
  count = 2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.branch[count.index].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "left" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.left.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "branch" {
  count = 2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.branch[count.index].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_ec2_transit_gateway_route" "nowhere" {
  destination_cidr_block         = "10.99.0.0/16"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_route" "left_to_branches" {
  route_table_id         = module.left.route_table_id
  destination_cidr_block = "10.48.0.0/12"
  transit_gateway_id     = aws_ec2_transit_gateway_vpc_attachment.left.transit_gateway_id
}

resource "aws_route" "branch_to_left" {
  count = 2

  route_table_id         = module.branch[count.index].route_table_id
  destination_cidr_block = module.left.cidr_block
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.branch]
}
