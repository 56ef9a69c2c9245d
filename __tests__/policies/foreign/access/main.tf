# Who may do what: users and groups from maps, roles with policies as data, a module for each team, resources with policies.
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

variable "users" {
  type = map(list(string))
  default = {
    alice = ["admins"]
    bob   = ["auditors"]
  }
}

resource "aws_iam_user" "this" {
  for_each = var.users

  name = each.key
  path = "/people/"
  tags = { team = "core" }
}

resource "aws_iam_group" "this" {
  for_each = toset(["admins", "auditors"])

  name = each.value
}

resource "aws_iam_user_group_membership" "this" {
  for_each = var.users

  user   = aws_iam_user.this[each.key].name
  groups = [for group in each.value : aws_iam_group.this[group].name]
}

data "aws_iam_policy_document" "need_mfa" {
  statement {
    sid         = "DenyWithoutMfa"
    effect      = "Deny"
    not_actions = ["iam:EnableMFADevice", "sts:GetSessionToken"]
    resources   = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_group_policy" "need_mfa" {
  name   = "need-mfa"
  group  = aws_iam_group.this["admins"].id
  policy = data.aws_iam_policy_document.need_mfa.json
}

resource "aws_iam_group_policy_attachment" "admins" {
  group      = aws_iam_group.this["admins"].name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

data "aws_iam_policy_document" "audit" {
  statement {
    sid       = "ReadLogs"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]
  }

  statement {
    sid       = "ReadOwn"
    actions   = ["iam:GetUser"]
    resources = ["arn:aws:iam::111111111111:user/people/&{aws:username}"]
  }
}

resource "aws_iam_policy" "audit" {
  name   = "audit"
  policy = data.aws_iam_policy_document.audit.json
}

resource "aws_iam_group_policy_attachment" "auditors" {
  group      = aws_iam_group.this["auditors"].name
  policy_arn = aws_iam_policy.audit.arn
}

resource "aws_s3_bucket" "logs" {
  bucket = "acme-access-logs"
}

data "aws_iam_policy_document" "logs" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"]

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
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}

module "team" {
  source   = "./team"
  for_each = toset(["shop", "search"])

  name       = each.key
  bucket_arn = aws_s3_bucket.logs.arn
}

resource "aws_kms_key" "main" {
  description = "Secrets of the shop"
}

resource "aws_kms_grant" "shop" {
  key_id            = aws_kms_key.main.key_id
  grantee_principal = module.team["shop"].role_arn
  operations        = ["Decrypt"]
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}
