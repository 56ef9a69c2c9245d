package terraform.policies.watched

import data.terraform.policies.findings
import rego.v1

# Nothing that was on needs a value that only the apply tells: unknown is denied.
deny := findings.messages({"plan/detection", "plan/trails"}, {"unknown", "violated"}) | keys

# A key's policy has the ARN of something new in it now and then: what is unknown of keys is told.
keys := findings.messages({"plan/keys"}, {"violated"})
