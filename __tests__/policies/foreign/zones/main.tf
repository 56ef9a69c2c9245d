# One module, called once for each network; inside it everything is made by zone, NAT gateways by count.
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

variable "zones" {
  type    = list(string)
  default = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

module "vpc" {
  source   = "./vpc"
  for_each = { shop = "10.20.0.0/16", data = "10.21.0.0/16" }

  name       = each.key
  cidr_block = each.value
  zones      = var.zones
}

resource "aws_security_group" "bastion" {
  name   = "bastion"
  vpc_id = module.vpc["shop"].vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "bastion" {
  security_group_id            = module.vpc["shop"].app_group_id
  referenced_security_group_id = aws_security_group.bastion.id
  ip_protocol                  = "tcp"
  from_port                    = 22
  to_port                      = 22
}
