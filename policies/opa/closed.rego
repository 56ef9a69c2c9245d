package terraform.policies.closed

import data.terraform.policies.findings
import rego.v1

# What is unknown here is told by terraform.policies.unknown: most policies have the ARN of something new in them.
rules := {"plan/administrators", "plan/open-groups", "plan/open-trust", "plan/public-data"}

deny := findings.messages(rules, {"violated"})
