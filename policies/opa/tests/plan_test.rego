package terraform.policies.tests.plan

import data.terraform.policies.closed
import data.terraform.policies.findings
import data.terraform.policies.guarded
import data.terraform.policies.kept
import data.terraform.policies.plan
import data.terraform.policies.unknown
import data.terraform.policies.watched
import rego.v1

empty := {"format_version": "1.2", "planned_values": {"root_module": {}}}

change := {
	"address": `module.net["a.b[0]"].aws_security_group.app[0]`,
	"module_address": `module.net["a.b[0]"]`,
	"mode": "managed",
	"type": "aws_security_group",
	"name": "app",
	"index": 0,
	"change": {"actions": ["create"], "before": null, "after": {"name": "app"}, "after_unknown": {"ingress": true}},
}

configured(expressions) := {"root_module": {"module_calls": {"net": {"module": {"resources": [{
	"address": "aws_security_group.app",
	"mode": "managed",
	"expressions": expressions,
}]}}}}}

of_module(expressions) := object.union(empty, {"resource_changes": [change], "configuration": configured(expressions)})

test_an_empty_plan_has_no_faults_and_no_findings if {
	count(plan.faults) == 0 with input as empty
	count(findings.all) == 0 with input as empty
}

test_what_hcp_terraform_hands_over_is_read_as_the_plan_in_it if {
	alone := findings.all with input as of_module({"ingress": {"references": ["var.rules"]}})
	wrapped := findings.all with input as {"plan": of_module({"ingress": {"references": ["var.rules"]}}), "run": {}}
	count(alone) == 1
	alone == wrapped
}

test_rules_that_a_module_wrote_and_nobody_knows_are_unknown if {
	found := findings.all with input as of_module({"ingress": {"references": ["var.rules"]}})
	{finding.verdict | some finding in found} == {"unknown"}
}

test_rules_that_nobody_wrote_are_nobodys if {
	count(findings.all) == 0 with input as of_module({})
}

test_without_a_configuration_anything_may_have_been_written if {
	count(findings.all) == 1 with input as object.union(empty, {"resource_changes": [change]})
}

every_policy := [kept.deny, closed.deny, watched.deny, guarded.deny, unknown.warn]

test_a_state_passes_no_policy if {
	every messages in every_policy {
		messages == {"this is no plan: it has no planned_values"}
	} with input as {"format_version": "1.0", "values": {}}
}

test_nothing_passes_no_policy if {
	every messages in every_policy {
		count(messages) == 2
	} with input as {}
}

test_a_plan_that_failed_half_way_passes_no_policy if {
	every messages in every_policy {
		messages == {"the plan failed half-way: it shows a part of what it would do"}
	} with input as object.union(empty, {"errored": true})
}

test_another_format_passes_no_policy if {
	every messages in every_policy {
		messages == {"the format of plans must be 1"}
	} with input as object.union(empty, {"format_version": "2.0"})
}
