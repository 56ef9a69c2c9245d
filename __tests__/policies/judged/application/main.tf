# An application behind a load balancer: services on Fargate from a module, a database, a queue with a function behind it.
# Right and wrong stand side by side.
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

# The network is somebody else's: it comes by ids.
variable "vpc_id" {
  type    = string
  default = "vpc-0a1b2c3d4e5f60718"
}

variable "subnets" {
  type    = map(list(string))
  default = { public = ["subnet-0aaa1111bbb22222c", "subnet-0bbb1111ccc22222d"], private = ["subnet-0ccc1111ddd22222e", "subnet-0ddd1111eee22222f"] }
}

variable "account_id" {
  type    = string
  default = "111122223333"
}

variable "database_password" {
  type    = string
  default = "Sup3rS3cret-2024"
}

resource "aws_security_group" "alb" {
  name        = "orders-alb"
  description = "Load balancer"
  vpc_id      = var.vpc_id

  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    description = "To the services"
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["10.20.0.0/16"]
  }
}

resource "aws_lb" "front" {
  name                       = "orders"
  load_balancer_type         = "application"
  internal                   = false
  security_groups            = [aws_security_group.alb.id]
  subnets                    = var.subnets.public
  drop_invalid_header_fields = false
  enable_deletion_protection = false
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = module.service["api"].target_group_arn
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.front.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS-1-1-2017-01"
  certificate_arn   = "arn:aws:acm:eu-west-1:${var.account_id}:certificate/01234567-89ab-cdef-0123-456789abcdef"

  default_action {
    type             = "forward"
    target_group_arn = module.service["api"].target_group_arn
  }
}

resource "aws_ecs_cluster" "this" {
  name = "orders"
}

resource "aws_ecr_repository" "api" {
  name                 = "orders/api"
  image_tag_mutability = "MUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

module "service" {
  source = "./modules/service"
  for_each = {
    # Its tasks stand behind the load balancer, and have addresses of the internet all the same.
    api = {
      public      = true
      root        = false
      environment = { LOG_LEVEL = "info" }
    }
    # The first service of all: it runs as root on machines of its own, with the password in its environment.
    admin = {
      public      = false
      root        = true
      environment = { DB_PASSWORD = var.database_password }
    }
  }

  name        = "orders-${each.key}"
  cluster     = aws_ecs_cluster.this.id
  vpc_id      = var.vpc_id
  subnets     = each.value.public ? var.subnets.public : var.subnets.private
  public      = each.value.public
  privileged  = each.value.root
  environment = each.value.environment
  alb_group   = aws_security_group.alb.id
}

resource "aws_db_instance" "orders" {
  identifier              = "orders"
  engine                  = "mysql"
  instance_class          = "db.t3.small"
  allocated_storage       = 20
  username                = "admin"
  password                = var.database_password
  publicly_accessible     = true
  storage_encrypted       = false
  multi_az                = false
  backup_retention_period = 0
  skip_final_snapshot     = true
}

resource "aws_sqs_queue" "events" {
  name                    = "orders-events"
  sqs_managed_sse_enabled = true
}

data "aws_iam_policy_document" "events" {
  statement {
    sid       = "AnybodySends"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.events.arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_sqs_queue_policy" "events" {
  queue_url = aws_sqs_queue.events.url
  policy    = data.aws_iam_policy_document.events.json
}

resource "aws_sns_topic" "alarms" {
  name = "orders-alarms"
}

data "aws_iam_policy_document" "function_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "function" {
  name               = "orders-function"
  assume_role_policy = data.aws_iam_policy_document.function_trust.json
}

resource "aws_iam_role_policy" "function" {
  name = "orders-function"
  role = aws_iam_role.function.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource = "arn:aws:sqs:eu-west-1:${var.account_id}:orders-events" },
      { Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "${aws_cloudwatch_log_group.function.arn}:*" },
    ]
  })
}

resource "aws_cloudwatch_log_group" "function" {
  name = "/aws/lambda/orders-events"
}

resource "aws_lambda_function" "events" {
  function_name = "orders-events"
  role          = aws_iam_role.function.arn
  runtime       = "nodejs14.x"
  handler       = "index.handler"
  s3_bucket     = "example-artifacts"
  s3_key        = "events.zip"

  environment {
    variables = { QUEUE = "orders-events" }
  }
}

resource "aws_lambda_permission" "events" {
  statement_id  = "AnyBucket"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.events.function_name
  principal     = "s3.amazonaws.com"
}
