# Findings that somebody answers for: each by rule, workspace and address, with a reason and a last day. They are reviewed
# as any change of this set is, and end by themselves. Without HCP Terraform the workspace is "".
#
#   {
#     "rule": "plan/stateful",
#     "workspace": "shop-eu-west-1-data",
#     "address": "aws_db_instance.former",
#     "reason": "moved to Aurora in June, last snapshot kept",
#     "until": "2027-01-31",
#   }
package terraform.policies.accepted

import rego.v1

entries := []

workspace := object.get(input, ["run", "workspace", "name"], "")

holds(finding) if {
	some entry in entries
	entry.rule == finding.rule
	entry.workspace == workspace
	entry.address == finding.address
	trim_space(entry.reason) != ""
	time.now_ns() < time.parse_rfc3339_ns(sprintf("%sT23:59:59Z", [entry.until]))
}
