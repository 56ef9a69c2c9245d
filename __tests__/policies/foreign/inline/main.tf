# Everything in blocks inside of what it belongs to, and what AWS makes with a VPC taken over.
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

resource "aws_vpc" "shop" {
  cidr_block = "10.10.0.0/16"
}

resource "aws_internet_gateway" "shop" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_subnet" "web_a" {
  vpc_id                  = aws_vpc.shop.id
  cidr_block              = "10.10.0.0/24"
  availability_zone       = "eu-west-1a"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "web_b" {
  vpc_id                  = aws_vpc.shop.id
  cidr_block              = "10.10.1.0/24"
  availability_zone       = "eu-west-1b"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "app_a" {
  vpc_id            = aws_vpc.shop.id
  cidr_block        = "10.10.10.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "spare" {
  vpc_id            = aws_vpc.shop.id
  cidr_block        = "10.10.20.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "shop" {
  subnet_id     = aws_subnet.web_a.id
  allocation_id = aws_eip.nat.id
}

resource "aws_route_table" "web" {
  vpc_id = aws_vpc.shop.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.shop.id
  }
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.shop.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.shop.id
  }

  route {
    cidr_block = "192.0.2.0/24"
    gateway_id = aws_internet_gateway.shop.id
  }
}

resource "aws_route_table_association" "web_a" {
  subnet_id      = aws_subnet.web_a.id
  route_table_id = aws_route_table.web.id
}

resource "aws_route_table_association" "web_b" {
  subnet_id      = aws_subnet.web_b.id
  route_table_id = aws_route_table.web.id
}

resource "aws_route_table_association" "app_a" {
  subnet_id      = aws_subnet.app_a.id
  route_table_id = aws_route_table.app.id
}

resource "aws_default_route_table" "shop" {
  default_route_table_id = aws_vpc.shop.default_route_table_id
  route                  = []
}

resource "aws_network_acl" "web" {
  vpc_id     = aws_vpc.shop.id
  subnet_ids = [aws_subnet.web_a.id, aws_subnet.web_b.id]

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 443
    to_port    = 443
  }

  ingress {
    rule_no    = 200
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 1024
    to_port    = 65535
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = aws_vpc.shop.cidr_block
    from_port  = 0
    to_port    = 0
  }

  egress {
    rule_no    = 200
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 1024
    to_port    = 65535
  }
}

resource "aws_default_network_acl" "shop" {
  default_network_acl_id = aws_vpc.shop.default_network_acl_id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "10.10.0.0/16"
    from_port  = 0
    to_port    = 0
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "10.10.0.0/16"
    from_port  = 0
    to_port    = 0
  }

  lifecycle {
    ignore_changes = [subnet_ids]
  }
}

resource "aws_default_security_group" "shop" {
  vpc_id  = aws_vpc.shop.id
  ingress = []
  egress  = []
}

resource "aws_security_group" "door" {
  name   = "door"
  vpc_id = aws_vpc.shop.id

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
    description = "Customers"
  }

  egress {
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = [aws_subnet.app_a.cidr_block]
  }
}

resource "aws_security_group" "ops" {
  name   = "ops"
  vpc_id = aws_vpc.shop.id
}

resource "aws_security_group" "app" {
  name   = "app"
  vpc_id = aws_vpc.shop.id

  ingress {
    protocol        = "tcp"
    from_port       = 8080
    to_port         = 8080
    security_groups = [aws_security_group.door.id]
  }

  ingress {
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    security_groups = [aws_security_group.ops.id]
    self            = true
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
