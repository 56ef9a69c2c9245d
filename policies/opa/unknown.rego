package terraform.policies.unknown

import data.terraform.policies.closed
import data.terraform.policies.findings
import rego.v1

warn := findings.messages(closed.rules | {"plan/keys"}, {"unknown"})
