# What HCP Terraform runs on every plan: five policies, which is what its free edition allows in a set. docs/opa.md

policy "plinth-kept" {
  query             = "data.terraform.policies.kept.deny"
  enforcement_level = "mandatory"
  description       = "No plan destroys or replaces what holds data, or what networks stand on"
}

policy "plinth-closed" {
  query             = "data.terraform.policies.closed.deny"
  enforcement_level = "mandatory"
  description       = "No plan opens groups, data, permissions or roles to everybody"
}

policy "plinth-watched" {
  query             = "data.terraform.policies.watched.deny"
  enforcement_level = "mandatory"
  description       = "No plan ends or weakens trails, keys and detection"
}

policy "plinth-guarded" {
  query             = "data.terraform.policies.guarded.deny"
  enforcement_level = "mandatory"
  description       = "No plan takes an account out from under the guardrails of its organisation"
}

policy "plinth-unknown" {
  query             = "data.terraform.policies.unknown.warn"
  enforcement_level = "advisory"
  description       = "What only the apply tells, and may open something to everybody"
}
