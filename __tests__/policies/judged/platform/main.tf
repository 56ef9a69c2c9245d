# A platform for applications: a VPC over a module that makes its subnets by for_each, machines of an auto scaling group with
# policies of AWS's own, an Aurora cluster. Right and wrong stand side by side.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}
provider "aws" {
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
variable "vpn_cidrs" {
  type    = list(string)
  default = ["198.51.100.0/28"]
}
locals {
  name = "platform"
  azs  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  subnets = merge([for index, tier in ["public", "private", "database"] : {
    for at, az in local.azs : "${tier}-${az}" => { cidr = cidrsubnet("10.20.0.0/16", 6, index * 4 + at), az = az, tier = tier }
  }]...)
}
module "vpc" {
  source  = "./modules/vpc"
  name    = local.name
  cidr    = "10.20.0.0/16"
  subnets = local.subnets
}
resource "aws_security_group" "app" {
  name        = "app"
  description = "Application servers"
  vpc_id      = module.vpc.vpc_id
}
resource "aws_vpc_security_group_ingress_rule" "app" {
  for_each          = toset(var.vpn_cidrs)
  security_group_id = aws_security_group.app.id
  description       = "HTTPS from the VPN"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
resource "aws_vpc_security_group_egress_rule" "app" {
  security_group_id = aws_security_group.app.id
  description       = "Anywhere"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
resource "aws_security_group" "database" {
  name        = "database"
  description = "Database"
  vpc_id      = module.vpc.vpc_id
  ingress {
    description     = "PostgreSQL from the application"
    protocol        = "tcp"
    from_port       = 5432
    to_port         = 5432
    security_groups = [aws_security_group.app.id]
  }
}
resource "aws_launch_template" "app" {
  name_prefix            = "app-"
  image_id               = "ami-0abcdef1234567890"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.app.id, aws_security_group.test.id]
  iam_instance_profile { name = aws_iam_instance_profile.app.name }
  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}
resource "aws_autoscaling_group" "app" {
  name                = "app"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.vpc.private_subnet_ids
  launch_template {
    id      = aws_launch_template.app.id
    version = "$Latest"
  }
}
resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy_attachment" "app" {
  for_each   = toset(["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy", "ReadOnlyAccess", "SecurityAudit"])
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}
# Who looks after the machines.
resource "aws_iam_role" "operators" {
  name = "operators"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::111122223333:role/people" }
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}
resource "aws_iam_role_policy_attachment" "operators" {
  for_each   = toset(["job-function/ViewOnlyAccess", "AmazonEC2FullAccess", "AWSLambda_FullAccess"])
  role       = aws_iam_role.operators.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}
# Left over from a test, and still on the machines.
resource "aws_security_group" "test" {
  name        = "test"
  description = "Remote desktop"
  vpc_id      = module.vpc.vpc_id
  dynamic "ingress" {
    for_each = [3389]
    content {
      description = "Remote desktop"
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
resource "aws_iam_instance_profile" "app" {
  name = "app"
  role = aws_iam_role.app.name
}
resource "aws_db_subnet_group" "main" {
  name       = "main"
  subnet_ids = module.vpc.subnet_ids["database"]
}
resource "aws_rds_cluster" "main" {
  cluster_identifier          = "main"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.main.name
  vpc_security_group_ids      = [aws_security_group.database.id]
  storage_encrypted           = true
  backup_retention_period     = 14
  deletion_protection         = true
}
resource "aws_rds_cluster_instance" "main" {
  count              = 2
  identifier         = "main-${count.index}"
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}
