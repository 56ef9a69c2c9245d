# A network as teams write it over modules for a VPC and for security groups: public, private and database subnets,
# one NAT gateway, groups with rules as data. Right and wrong stand side by side.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

locals {
  name = "shop"
  tags = { Project = "shop", Environment = "prod" }
}

module "vpc" {
  source = "./modules/vpc"

  name                   = local.name
  cidr                   = "10.20.0.0/16"
  azs                    = ["eu-west-1a", "eu-west-1b"]
  public_subnets         = ["10.20.0.0/24", "10.20.1.0/24"]
  private_subnets        = ["10.20.10.0/24", "10.20.11.0/24"]
  database_subnets       = ["10.20.20.0/24", "10.20.21.0/24"]
  single_nat_gateway     = true
  manage_default_group   = false
  public_acl_allow_ports = [80, 443, 22]
  tags                   = local.tags
}

module "alb_group" {
  source = "./modules/security-group"

  name        = "${local.name}-alb"
  description = "Load balancer"
  vpc_id      = module.vpc.vpc_id
  ingress = {
    http  = { port = 80, cidrs = ["0.0.0.0/0"], description = "HTTP, redirected" }
    https = { port = 443, cidrs = ["0.0.0.0/0"], description = "HTTPS" }
  }
  tags = local.tags
}

module "app_group" {
  source = "./modules/security-group"

  name        = "${local.name}-app"
  description = "Application"
  vpc_id      = module.vpc.vpc_id
  ingress = {
    alb = { port = 8080, groups = [module.alb_group.id], description = "From the load balancer" }
    # Somebody needed to look at something.
    ssh = { port = 22, cidrs = ["0.0.0.0/1", "128.0.0.0/1"], description = "" }
  }
  tags = local.tags
}

module "database_group" {
  source = "./modules/security-group"

  name        = "${local.name}-database"
  description = "Database"
  vpc_id      = module.vpc.vpc_id
  ingress = {
    app     = { port = 5432, groups = [module.app_group.id], description = "From the application" }
    reports = { port = 5432, cidrs = ["0.0.0.0/0"], description = "Reports" }
  }
  tags = local.tags
}

# The older way: rules inside the group, from a list of objects by a dynamic block.
variable "bastion_ports" {
  type = list(object({ from = number, to = number, cidr = string }))
  default = [
    { from = 22, to = 22, cidr = "203.0.113.0/24" },
    { from = 3380, to = 3400, cidr = "0.0.0.0/0" },
  ]
}

resource "aws_security_group" "bastion" {
  name   = "${local.name}-bastion"
  vpc_id = module.vpc.vpc_id

  dynamic "ingress" {
    for_each = var.bastion_ports
    content {
      from_port   = ingress.value.from
      to_port     = ingress.value.to
      protocol    = "tcp"
      cidr_blocks = [ingress.value.cidr]
    }
  }

  egress {
    description = "Anywhere"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = local.tags
}

resource "aws_instance" "bastion" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = module.vpc.public_subnet_ids[0]
  vpc_security_group_ids      = [aws_security_group.bastion.id]
  associate_public_ip_address = true
  tags                        = local.tags
}

resource "aws_db_subnet_group" "database" {
  name       = local.name
  subnet_ids = module.vpc.database_subnet_ids
}

resource "aws_db_instance" "main" {
  identifier                   = local.name
  engine                       = "postgres"
  instance_class               = "db.t3.medium"
  allocated_storage            = 50
  username                     = "shop"
  manage_master_user_password  = true
  db_subnet_group_name         = aws_db_subnet_group.database.name
  vpc_security_group_ids       = [module.database_group.id]
  storage_encrypted            = true
  multi_az                     = true
  backup_retention_period      = 14
  deletion_protection          = true
  skip_final_snapshot          = false
  final_snapshot_identifier    = "${local.name}-final"
  auto_minor_version_upgrade   = true
  performance_insights_enabled = true
  tags                         = local.tags
}
