# What has interfaces in subnets.
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

resource "aws_vpc" "app" {
  cidr_block = "10.60.0.0/16"
}

resource "aws_subnet" "app" {
  count = 2

  vpc_id            = aws_vpc.app.id
  cidr_block        = "10.60.${count.index}.0/24"
  availability_zone = "eu-west-1${["a", "b"][count.index]}"
}

resource "aws_subnet" "data_a" {
  vpc_id            = aws_vpc.app.id
  cidr_block        = "10.60.10.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "data_b" {
  vpc_id            = aws_vpc.app.id
  cidr_block        = "10.60.11.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_security_group" "this" {
  for_each = toset(["instance", "fleet", "alb", "service", "database", "function", "endpoint"])

  name   = each.key
  vpc_id = aws_vpc.app.id
}

resource "aws_instance" "app" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.app[0].id
  vpc_security_group_ids = [aws_security_group.this["instance"].id]
}

resource "aws_network_interface" "extra" {
  subnet_id       = aws_subnet.data_a.id
  private_ips     = ["10.60.10.10"]
  security_groups = [aws_security_group.this["instance"].id]
}

resource "aws_launch_template" "fleet" {
  name                   = "fleet"
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.this["fleet"].id]
}

resource "aws_autoscaling_group" "fleet" {
  name                = "fleet"
  min_size            = 1
  max_size            = 2
  vpc_zone_identifier = [aws_subnet.app[0].id, aws_subnet.app[1].id]

  launch_template {
    id      = aws_launch_template.fleet.id
    version = "$Latest"
  }
}

resource "aws_lb" "application" {
  name               = "application"
  load_balancer_type = "application"
  internal           = true
  subnets            = aws_subnet.app[*].id
  security_groups    = [aws_security_group.this["alb"].id]
}

resource "aws_lb" "network" {
  name               = "network"
  load_balancer_type = "network"
  internal           = true

  subnet_mapping {
    subnet_id            = aws_subnet.app[0].id
    private_ipv4_address = "10.60.0.10"
  }

  subnet_mapping {
    subnet_id            = aws_subnet.app[1].id
    private_ipv4_address = "10.60.1.10"
  }
}

resource "aws_ecs_cluster" "app" {
  name = "app"
}

resource "aws_ecs_task_definition" "app" {
  family                   = "app"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512

  container_definitions = jsonencode([{ name = "app", image = "app", essential = true }])
}

resource "aws_ecs_service" "app" {
  name            = "app"
  cluster         = aws_ecs_cluster.app.id
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = 1
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = [aws_subnet.app[0].id, aws_subnet.app[1].id]
    security_groups = [aws_security_group.this["service"].id]
  }
}

resource "aws_db_subnet_group" "data" {
  name       = "data"
  subnet_ids = [aws_subnet.data_a.id, aws_subnet.data_b.id]
}

resource "aws_db_instance" "data" {
  identifier                  = "data"
  engine                      = "postgres"
  instance_class              = "db.t3.micro"
  allocated_storage           = 20
  username                    = "root"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.data.name
  vpc_security_group_ids      = [aws_security_group.this["database"].id]
  skip_final_snapshot         = true
}

resource "aws_lambda_function" "job" {
  function_name = "job"
  role          = "arn:aws:iam::123456789012:role/job"
  runtime       = "nodejs20.x"
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "job.zip"

  vpc_config {
    subnet_ids         = [aws_subnet.data_a.id, aws_subnet.data_b.id]
    security_group_ids = [aws_security_group.this["function"].id]
  }
}

resource "aws_vpc_endpoint" "secrets" {
  vpc_id              = aws_vpc.app.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.eu-west-1.secretsmanager"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.data_a.id, aws_subnet.data_b.id]
  security_group_ids  = [aws_security_group.this["endpoint"].id]
}

resource "aws_vpc_endpoint" "storage" {
  vpc_id            = aws_vpc.app.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.eu-west-1.s3"
  route_table_ids   = [aws_vpc.app.main_route_table_id]
}
