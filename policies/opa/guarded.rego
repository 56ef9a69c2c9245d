package terraform.policies.guarded

import data.terraform.policies.findings
import rego.v1

deny := findings.messages({"plan/guardrails"}, {"unknown", "violated"})
