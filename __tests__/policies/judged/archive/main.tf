# Logs of an account and the people who may read them: a trail into a bucket under a key, roles, users and groups with
# policies from documents. Right and wrong stand side by side.
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

variable "account_id" {
  type    = string
  default = "111122223333"
}

locals {
  trail     = "audit"
  trail_arn = "arn:aws:cloudtrail:eu-west-1:${var.account_id}:trail/${local.trail}"
}

data "aws_iam_policy_document" "key" {
  statement {
    sid       = "Owner"
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }
  }

  statement {
    sid       = "Trail"
    actions   = ["kms:GenerateDataKey*", "kms:DescribeKey"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }
}

resource "aws_kms_key" "logs" {
  description             = "Audit logs"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

# A second key from a copied example: opened to everybody, never rotated.
resource "aws_kms_key" "shared" {
  description             = "Shared data"
  deletion_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Everyone"
      Effect    = "Allow"
      Principal = "*"
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_alias" "logs" {
  name          = "alias/audit-logs"
  target_key_id = aws_kms_key.logs.key_id
}

module "trail_bucket" {
  source = "./modules/bucket"

  name       = "example-audit-logs-${var.account_id}"
  kms_key    = aws_kms_key.logs.arn
  versioning = true
  policy     = data.aws_iam_policy_document.trail_bucket.json
}

data "aws_iam_policy_document" "trail_bucket" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::example-audit-logs-${var.account_id}", "arn:aws:s3:::example-audit-logs-${var.account_id}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "TrailChecks"
    actions   = ["s3:GetBucketAcl"]
    resources = ["arn:aws:s3:::example-audit-logs-${var.account_id}"]
    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }

  statement {
    sid       = "TrailWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::example-audit-logs-${var.account_id}/AWSLogs/${var.account_id}/*"]
    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
  }
}

resource "aws_cloudtrail" "audit" {
  name                       = local.trail
  s3_bucket_name             = module.trail_bucket.name
  kms_key_id                 = aws_kms_key.logs.arn
  is_multi_region_trail      = true
  enable_log_file_validation = false
}

# What the marketing site is made of: public by intent of the policy, against what the account should allow.
module "site_bucket" {
  source = "./modules/bucket"

  name                = "example-site-${var.account_id}"
  block_public_access = false
  policy              = data.aws_iam_policy_document.site_bucket.json
}

data "aws_iam_policy_document" "site_bucket" {
  statement {
    sid       = "Everybody"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::example-site-${var.account_id}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

# Deployments from GitHub: the provider is right, the trust names no repository.
data "aws_iam_policy_document" "deploy_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::${var.account_id}:oidc-provider/token.actions.githubusercontent.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = data.aws_iam_policy_document.deploy_trust.json
}

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Functions"
    actions   = ["lambda:CreateFunction", "lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    resources = ["*"]
  }

  statement {
    sid       = "AnyRole"
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "deploy" {
  name   = "deploy"
  role   = aws_iam_role.deploy.id
  policy = data.aws_iam_policy_document.deploy.json
}

# What functions of the maintenance run as; whoever may pass it to a function of theirs is an administrator.
data "aws_iam_policy_document" "maintenance_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "maintenance" {
  name               = "maintenance"
  assume_role_policy = data.aws_iam_policy_document.maintenance_trust.json
}

resource "aws_iam_role_policy_attachment" "maintenance" {
  role       = aws_iam_role.maintenance.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# A partner who reads, from an account outside, without an external id.
data "aws_iam_policy_document" "partner_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::999988887777:root"]
    }
  }
}

resource "aws_iam_role" "partner" {
  name                 = "partner"
  assume_role_policy   = data.aws_iam_policy_document.partner_trust.json
  max_session_duration = 43200
}

data "aws_iam_policy_document" "partner" {
  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = [module.site_bucket.arn, "${module.site_bucket.arn}/*"]
  }

  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "partner" {
  name   = "partner"
  policy = data.aws_iam_policy_document.partner.json
}

resource "aws_iam_role_policy_attachment" "partner" {
  role       = aws_iam_role.partner.name
  policy_arn = aws_iam_policy.partner.arn
}

# People.
resource "aws_iam_user" "people" {
  for_each = toset(["ada", "grace"])

  name = each.value
}

resource "aws_iam_group" "auditors" {
  name = "auditors"
}

resource "aws_iam_user_group_membership" "ada" {
  user   = aws_iam_user.people["ada"].name
  groups = [aws_iam_group.auditors.name]
}

resource "aws_iam_group_policy_attachment" "auditors" {
  group      = aws_iam_group.auditors.name
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

resource "aws_iam_user_policy_attachment" "grace" {
  user       = aws_iam_user.people["grace"].name
  policy_arn = aws_iam_policy.operators.arn
}

data "aws_iam_policy_document" "operators" {
  statement {
    sid       = "Everything"
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "operators" {
  name   = "operators"
  policy = data.aws_iam_policy_document.operators.json
}

# Reads logs; one action is misspelt, so the statement gives nothing.
data "aws_iam_policy_document" "readers" {
  statement {
    actions   = ["s3:GetObjects", "s3:ListBucket"]
    resources = [module.trail_bucket.arn, "${module.trail_bucket.arn}/*"]
  }
}

resource "aws_iam_group_policy" "readers" {
  name   = "readers"
  group  = aws_iam_group.auditors.name
  policy = data.aws_iam_policy_document.readers.json
}

resource "aws_iam_access_key" "grace" {
  user = aws_iam_user.people["grace"].name
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 8
  require_lowercase_characters = true
  require_numbers              = true
  require_uppercase_characters = true
  require_symbols              = true
  password_reuse_prevention    = 24
}
