# What a plan can't tell, beside what it can: values by way of locals, data sources, conditions, dynamic blocks.
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region                      = var.region
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "public" {
  type    = bool
  default = false
}

locals {
  tiers  = { app = 0, data = 1 }
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc" "this" {
  cidr_block = "10.70.0.0/16"
}

resource "aws_internet_gateway" "this" {
  count  = var.public ? 1 : 0
  vpc_id = aws_vpc.this.id
}

# By way of a local.
resource "aws_subnet" "tier" {
  for_each = local.tiers

  vpc_id     = local.vpc_id
  cidr_block = cidrsubnet("10.70.0.0/16", 8, each.value)
}

# By count.
resource "aws_subnet" "zone" {
  count = 3

  vpc_id     = aws_vpc.this.id
  cidr_block = cidrsubnet("10.70.0.0/16", 8, 10 + count.index)
}

# By a condition that is known.
resource "aws_network_interface" "chosen" {
  subnet_id = var.public ? aws_subnet.zone[0].id : aws_subnet.zone[1].id
}

# By a constant index, and by one that is computed.
resource "aws_network_interface" "first" {
  subnet_id = aws_subnet.zone[0].id
}

resource "aws_network_interface" "shifted" {
  count     = 2
  subnet_id = aws_subnet.zone[(count.index + 1) % 3].id
}

# By a data source that is read during the apply.
data "aws_subnets" "made" {
  filter {
    name   = "vpc-id"
    values = [aws_vpc.this.id]
  }
}

resource "aws_network_interface" "found" {
  subnet_id = data.aws_subnets.made.ids[0]
}

# By a key of a map in a local: the references alone name all.
resource "aws_network_interface" "tier" {
  for_each  = local.tiers
  subnet_id = aws_subnet.tier[each.key].id
}

# By values of a map whose keys are known.
resource "aws_route_table" "named" {
  for_each = { left = aws_vpc.this.id, right = aws_vpc.this.id }
  vpc_id   = each.value
}

resource "aws_security_group" "peer" {
  count  = 2
  name   = "peer-${count.index}"
  vpc_id = aws_vpc.this.id
}

# Its rules stand in a dynamic block, of which a plan shows what is known.
resource "aws_security_group" "generated" {
  name   = "generated"
  vpc_id = aws_vpc.this.id

  dynamic "ingress" {
    for_each = [80, 443]

    content {
      protocol        = "tcp"
      from_port       = ingress.value
      to_port         = ingress.value
      security_groups = [aws_security_group.peer[0].id]
    }
  }
}

# Two blocks: a plan shows the references of both together.
resource "aws_security_group" "written" {
  name   = "written"
  vpc_id = aws_vpc.this.id

  ingress {
    protocol        = "tcp"
    from_port       = 80
    to_port         = 80
    security_groups = [aws_security_group.peer[0].id]
  }

  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.peer[1].id]
  }
}

# A slice looks like all of it.
resource "aws_lb" "two_of_three" {
  name     = "two-of-three"
  internal = true
  subnets  = slice(aws_subnet.zone[*].id, 0, 2)
}

# Of ids written by hand beside it, the plan shows nothing.
resource "aws_security_group_rule" "lists" {
  type              = "egress"
  security_group_id = aws_security_group.peer[0].id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  prefix_list_ids   = [aws_ec2_managed_prefix_list.own.id, "pl-0123456789abcdef0"]
}

resource "aws_ec2_managed_prefix_list" "own" {
  name           = "own"
  address_family = "IPv4"
  max_entries    = 1
}

# A name with an id in it is no id.
resource "aws_security_group" "named" {
  name   = "of-${aws_vpc.this.id}"
  vpc_id = aws_vpc.this.id
}

# What counts isn't known before the apply.
resource "aws_route" "maybe" {
  count = var.public ? 1 : 0

  route_table_id         = aws_route_table.named["left"].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
}

# Sets of which a plan tells no more than all that may be in them.
resource "aws_network_acl" "two_of_three" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = slice(aws_subnet.zone[*].id, 0, 2)
}

resource "aws_vpc_endpoint" "one_of_two" {
  vpc_id          = aws_vpc.this.id
  service_name    = "com.amazonaws.eu-central-1.s3"
  route_table_ids = slice(values(aws_route_table.named)[*].id, 0, 1)
}

# How many blocks there are isn't known. Of rules a plan shows one that isn't known, of other blocks nothing.
resource "aws_vpc_endpoint" "logs" {
  vpc_id            = aws_vpc.this.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-central-1.logs"
}

resource "aws_security_group" "hidden" {
  name   = "hidden"
  vpc_id = aws_vpc.this.id

  dynamic "ingress" {
    for_each = aws_vpc_endpoint.logs.cidr_blocks

    content {
      protocol    = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_blocks = [ingress.value]
    }
  }
}

resource "aws_ec2_managed_prefix_list" "hidden" {
  name           = "hidden"
  address_family = "IPv4"
  max_entries    = 4

  dynamic "entry" {
    for_each = aws_vpc_endpoint.logs.cidr_blocks

    content {
      cidr = entry.value
    }
  }
}

resource "aws_lb" "hidden" {
  name     = "hidden"
  internal = true

  dynamic "subnet_mapping" {
    for_each = aws_vpc_endpoint.logs.subnet_ids

    content {
      subnet_id = subnet_mapping.value
    }
  }
}
