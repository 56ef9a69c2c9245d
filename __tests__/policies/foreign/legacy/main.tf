# Rules of the older kind, a main table put in its place, a prefix list, and both families.
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

resource "aws_vpc" "old" {
  cidr_block                       = "10.30.0.0/16"
  assign_generated_ipv6_cidr_block = true
}

resource "aws_vpc_ipv4_cidr_block_association" "more" {
  vpc_id     = aws_vpc.old.id
  cidr_block = "10.31.0.0/16"
}

resource "aws_subnet" "front" {
  vpc_id          = aws_vpc.old.id
  cidr_block      = "10.30.0.0/24"
  ipv6_cidr_block = cidrsubnet(aws_vpc.old.ipv6_cidr_block, 8, 1)
}

resource "aws_subnet" "back" {
  vpc_id     = aws_vpc_ipv4_cidr_block_association.more.vpc_id
  cidr_block = "10.31.0.0/24"
}

resource "aws_internet_gateway" "old" {
  vpc_id = aws_vpc.old.id
}

resource "aws_egress_only_internet_gateway" "old" {
  vpc_id = aws_vpc.old.id
}

resource "aws_route_table" "main" {
  vpc_id = aws_vpc.old.id
}

resource "aws_main_route_table_association" "old" {
  vpc_id         = aws_vpc.old.id
  route_table_id = aws_route_table.main.id
}

resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 4

  entry {
    cidr        = "192.0.2.0/25"
    description = "North"
  }

  entry {
    cidr        = "198.51.100.0/24"
    description = "South"
  }
}

resource "aws_route" "offices" {
  route_table_id             = aws_vpc.old.main_route_table_id
  destination_prefix_list_id = aws_ec2_managed_prefix_list.offices.id
  gateway_id                 = aws_internet_gateway.old.id
}

resource "aws_route" "v6" {
  route_table_id              = aws_route_table.main.id
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.old.id
}

resource "aws_security_group" "front" {
  name   = "front"
  vpc_id = aws_vpc.old.id
}

resource "aws_security_group" "back" {
  name   = "back"
  vpc_id = aws_vpc.old.id
}

resource "aws_security_group_rule" "offices" {
  type              = "ingress"
  security_group_id = aws_security_group.front.id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_ids   = [aws_ec2_managed_prefix_list.offices.id]
}

resource "aws_security_group_rule" "world" {
  type              = "ingress"
  security_group_id = aws_security_group.front.id
  protocol          = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_blocks       = ["0.0.0.0/0"]
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_security_group_rule" "front_to_back" {
  type                     = "egress"
  security_group_id        = aws_security_group.front.id
  protocol                 = "tcp"
  from_port                = 5432
  to_port                  = 5432
  source_security_group_id = aws_security_group.back.id
}

resource "aws_security_group_rule" "back" {
  count = 2

  type                     = "ingress"
  security_group_id        = aws_security_group.back.id
  protocol                 = "tcp"
  from_port                = [5432, 9187][count.index]
  to_port                  = [5432, 9187][count.index]
  source_security_group_id = aws_security_group.front.id
}

resource "aws_security_group_rule" "members" {
  type              = "ingress"
  security_group_id = aws_security_group.back.id
  protocol          = "icmp"
  from_port         = 8
  to_port           = -1
  self              = true
}

resource "aws_network_acl" "back" {
  vpc_id = aws_vpc.old.id
}

resource "aws_network_acl_association" "back" {
  network_acl_id = aws_network_acl.back.id
  subnet_id      = aws_subnet.back.id
}

resource "aws_network_acl_rule" "back_in" {
  count = 2

  network_acl_id = aws_network_acl.back.id
  rule_number    = 100 + count.index
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = aws_subnet.front.cidr_block
  from_port      = [5432, 9187][count.index]
  to_port        = [5432, 9187][count.index]
}

resource "aws_network_acl_rule" "back_out" {
  network_acl_id = aws_network_acl.back.id
  egress         = true
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "10.30.0.0/24"
  from_port      = 32768
  to_port        = 60999
}
