package terraform.policies.tests.accepted

import data.terraform.policies.accepted
import rego.v1

entry := {
	"rule": "plan/stateful",
	"workspace": "shop",
	"address": "aws_db_instance.former",
	"reason": "moved to Aurora in June",
	"until": "2027-01-31",
}

finding := {"rule": "plan/stateful", "address": "aws_db_instance.former"}

shop := {"run": {"workspace": {"name": "shop"}}}

last_second := time.parse_rfc3339_ns("2027-01-31T23:59:58Z")

midnight := time.parse_rfc3339_ns("2027-02-01T00:00:00Z")

test_accepted_until_its_last_second if {
	accepted.holds(finding) with accepted.entries as [entry] with input as shop with time.now_ns as last_second
}

test_not_accepted_from_midnight_on if {
	not accepted.holds(finding) with accepted.entries as [entry] with input as shop with time.now_ns as midnight
}

test_not_accepted_in_another_workspace if {
	not accepted.holds(finding) with accepted.entries as [entry]
		with input as {"run": {"workspace": {"name": "prod"}}}
		with time.now_ns as last_second
}

test_accepted_outside_of_hcp_by_no_workspace if {
	accepted.holds(finding) with accepted.entries as [object.union(entry, {"workspace": ""})]
		with input as {}
		with time.now_ns as last_second
}

test_not_accepted_without_a_reason if {
	not accepted.holds(finding) with accepted.entries as [object.union(entry, {"reason": " "})]
		with input as shop
		with time.now_ns as last_second
}

test_not_accepted_without_a_last_day if {
	not accepted.holds(finding) with accepted.entries as [object.remove(entry, ["until"])]
		with input as shop
		with time.now_ns as last_second
}

test_not_accepted_at_another_address if {
	other := {"rule": "plan/stateful", "address": "aws_db_instance.main"}
	not accepted.holds(other) with accepted.entries as [entry] with input as shop with time.now_ns as last_second
}

test_not_accepted_by_another_rule if {
	other := {"rule": "plan/public-data", "address": "aws_db_instance.former"}
	not accepted.holds(other) with accepted.entries as [entry] with input as shop with time.now_ns as last_second
}

# What is committed accepts nothing that has ended.
test_every_entry_has_a_rule_an_address_a_reason_and_a_day if {
	every each in accepted.entries {
		startswith(each.rule, "plan/")
		each.address != ""
		is_string(each.workspace)
		trim_space(each.reason) != ""
		regex.match(`^\d{4}-\d{2}-\d{2}$`, each.until)
	}
}
