package terraform.policies.kept

import data.terraform.policies.findings
import rego.v1

deny := findings.messages({"plan/foundations", "plan/stateful"}, {"unknown", "violated"})
