variable "name" { type = string }
variable "cidr" { type = string }
variable "subnets" {
  type = map(object({ cidr = string, az = string, tier = string }))
}
variable "single_nat_gateway" {
  type    = bool
  default = true
}
variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  public   = { for name, subnet in var.subnets : name => subnet if subnet.tier == "public" }
  private  = { for name, subnet in var.subnets : name => subnet if subnet.tier == "private" }
  database = { for name, subnet in var.subnets : name => subnet if subnet.tier == "database" }
  nat      = var.single_nat_gateway ? { (keys(local.public)[0]) = values(local.public)[0] } : local.public
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags                 = merge(var.tags, { Name = var.name })
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = var.name })
}

resource "aws_subnet" "this" {
  for_each          = var.subnets
  vpc_id            = aws_vpc.this.id
  cidr_block        = each.value.cidr
  availability_zone = each.value.az
  tags              = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_eip" "nat" {
  for_each = local.nat
  domain   = "vpc"
  tags     = merge(var.tags, { Name = "${var.name}-nat-${each.key}" })
}

resource "aws_nat_gateway" "this" {
  for_each      = local.nat
  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.this[each.key].id
  depends_on    = [aws_internet_gateway.this]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${var.name}-public" })
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table" "private" {
  for_each = var.single_nat_gateway ? toset(["shared"]) : toset(keys(local.private))
  vpc_id   = aws_vpc.this.id
  tags     = merge(var.tags, { Name = "${var.name}-private-${each.key}" })
}

resource "aws_route" "nat" {
  for_each               = aws_route_table.private
  route_table_id         = each.value.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = values(aws_nat_gateway.this)[0].id
}

resource "aws_route_table" "database" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${var.name}-database" })
}

resource "aws_route_table_association" "public" {
  for_each       = local.public
  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  for_each       = local.private
  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.private[var.single_nat_gateway ? "shared" : each.key].id
}

resource "aws_route_table_association" "database" {
  for_each       = local.database
  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.database.id
}

resource "aws_network_acl" "database" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for name in keys(local.database) : aws_subnet.this[name].id]

  dynamic "ingress" {
    for_each = { for index, name in keys(local.private) : name => index }
    content {
      rule_no    = 100 + ingress.value
      protocol   = "tcp"
      action     = "allow"
      cidr_block = var.subnets[ingress.key].cidr
      from_port  = 5432
      to_port    = 5432
    }
  }

  egress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 1024
    to_port    = 65535
  }
}

resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.this.id
  service_name    = "com.amazonaws.${data.aws_region.current.name}.s3"
  route_table_ids = concat([for table in aws_route_table.private : table.id], [aws_route_table.database.id])
}

data "aws_region" "current" {}

resource "aws_flow_log" "this" {
  vpc_id          = aws_vpc.this.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = aws_iam_role.flow.arn
}

resource "aws_cloudwatch_log_group" "flow" {
  name              = "/vpc/${var.name}"
  retention_in_days = 365
}

data "aws_iam_policy_document" "flow_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "flow" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["${aws_cloudwatch_log_group.flow.arn}:*"]
  }
}

resource "aws_iam_role" "flow" {
  name               = "${var.name}-flow"
  assume_role_policy = data.aws_iam_policy_document.flow_trust.json
}

resource "aws_iam_role_policy" "flow" {
  name   = "write"
  role   = aws_iam_role.flow.id
  policy = data.aws_iam_policy_document.flow.json
}

output "vpc_id" { value = aws_vpc.this.id }
output "cidr" { value = aws_vpc.this.cidr_block }
output "subnet_ids" { value = { for tier in ["public", "private", "database"] : tier => [for name, subnet in aws_subnet.this : subnet.id if var.subnets[name].tier == tier] } }
output "private_subnet_ids" { value = [for name in keys(local.private) : aws_subnet.this[name].id] }
output "public_subnet_ids" { value = [for name in keys(local.public) : aws_subnet.this[name].id] }
output "database_subnet_ids" { value = [for name in keys(local.database) : aws_subnet.this[name].id] }
