# What the ten rules say of a plan, less what has been accepted.
package terraform.policies.findings

import data.terraform.policies.accepted
import data.terraform.policies.plan
import data.terraform.policies.rules
import rego.v1

all contains object.union(finding, {"rule": id}) if {
	some name, rule in rules
	some finding in rule.findings
	id := sprintf("plan/%s", [replace(name, "_", "-")])
}

open contains finding if {
	some finding in all
	not accepted.holds(finding)
}

# Messages of some rules; whatever can't be read as a plan fails every one of them.
messages(ids, verdicts) := {message |
	some finding in open
	finding.rule in ids
	finding.verdict in verdicts
	message := sprintf(
		"%s: %s (%s). %s, or accept it with a reason in accepted.rego, or override this policy for this run",
		[finding.address, finding.problem, finding.rule, capital(finding.fix)],
	)
} | plan.faults

capital(text) := concat("", [upper(substring(text, 0, 1)), substring(text, 1, -1)])
