variable "name" { type = string }
variable "description" { type = string }
variable "vpc_id" { type = string }
variable "tags" { type = map(string) }
variable "ingress" {
  type = map(object({
    port        = number
    cidrs       = optional(list(string), [])
    groups      = optional(list(string), [])
    description = optional(string)
  }))
}

locals {
  from_cidrs = merge([
    for key, rule in var.ingress : { for index, cidr in rule.cidrs : "${key}-${index}" => merge(rule, { cidr = cidr }) }
  ]...)
  from_groups = merge([
    for key, rule in var.ingress : { for index, group in rule.groups : "${key}-${index}" => merge(rule, { group = group }) }
  ]...)
}

resource "aws_security_group" "this" {
  name        = var.name
  description = var.description
  vpc_id      = var.vpc_id
  tags        = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "cidr" {
  for_each = local.from_cidrs

  security_group_id = aws_security_group.this.id
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
  description       = each.value.description
}

resource "aws_vpc_security_group_ingress_rule" "group" {
  for_each = local.from_groups

  security_group_id            = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = each.value.group
  description                  = each.value.description
}

resource "aws_vpc_security_group_egress_rule" "anywhere" {
  security_group_id = aws_security_group.this.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
  description       = "Anywhere"
}

output "id" { value = aws_security_group.this.id }
