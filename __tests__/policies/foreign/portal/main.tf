# People come in by IAM Identity Center: permission sets as data, assigned to groups and a user in two accounts.
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

variable "instance" {
  type    = string
  default = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
}

variable "sets" {
  type = map(object({ managed = string, boundary = optional(string) }))
  default = {
    Admin  = { managed = "AdministratorAccess" }
    Deploy = { managed = "job-function/ViewOnlyAccess", boundary = "PowerUserAccess" }
  }
}

resource "aws_identitystore_group" "operators" {
  identity_store_id = "d-1234567890"
  display_name      = "Operators"
}

resource "aws_ssoadmin_permission_set" "this" {
  for_each = var.sets

  name             = each.key
  instance_arn     = var.instance
  session_duration = "PT4H"
}

resource "aws_ssoadmin_managed_policy_attachment" "this" {
  for_each = var.sets

  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.this[each.key].arn
  managed_policy_arn = "arn:aws:iam::aws:policy/${each.value.managed}"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "this" {
  for_each = { for set, has in var.sets : set => has.boundary if has.boundary != null }

  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.this[each.key].arn
  permissions_boundary {
    managed_policy_arn = "arn:aws:iam::aws:policy/${each.value}"
  }
}

data "aws_iam_policy_document" "pass" {
  statement {
    sid       = "Pass"
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::*:role/deploy/*"]
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "deploy" {
  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.this["Deploy"].arn
  inline_policy      = data.aws_iam_policy_document.pass.json
}

resource "aws_iam_policy" "deploy" {
  name = "deploy"
  path = "/portal/"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Deploy", Effect = "Allow", Action = ["ecs:UpdateService"], Resource = "*" }]
  })
}

resource "aws_ssoadmin_customer_managed_policy_attachment" "deploy" {
  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.this["Deploy"].arn
  customer_managed_policy_reference {
    name = aws_iam_policy.deploy.name
    path = aws_iam_policy.deploy.path
  }
}

resource "aws_ssoadmin_account_assignment" "operators" {
  for_each = toset(["222222222222", "333333333333"])

  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.this["Deploy"].arn
  principal_type     = "GROUP"
  principal_id       = aws_identitystore_group.operators.group_id
  target_type        = "AWS_ACCOUNT"
  target_id          = each.value
}

resource "aws_ssoadmin_account_assignment" "everything" {
  for_each = var.sets

  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.this[each.key].arn
  principal_type     = "GROUP"
  principal_id       = aws_identitystore_group.operators.group_id
  target_type        = "AWS_ACCOUNT"
  target_id          = "111111111111"
}

resource "aws_ssoadmin_account_assignment" "ann" {
  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.this["Deploy"].arn
  principal_type     = "USER"
  principal_id       = "12345678-90ab-cdef-1234-567890abcdef"
  target_type        = "AWS_ACCOUNT"
  target_id          = "222222222222"
}

resource "aws_ssoadmin_permission_set" "audit" {
  name         = "Audit"
  instance_arn = var.instance
}

resource "aws_ssoadmin_managed_policy_attachment" "audit" {
  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.audit.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
}

resource "aws_ssoadmin_account_assignment" "audit" {
  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.audit.arn
  principal_type     = "GROUP"
  principal_id       = aws_identitystore_group.operators.group_id
  target_type        = "AWS_ACCOUNT"
  target_id          = "333333333333"
}
