# plan/detection: nothing that watches is deleted or switched off.
package terraform.policies.rules.detection

import data.terraform.policies.plan
import rego.v1

types := {
	"aws_accessanalyzer_analyzer", "aws_config_configuration_aggregator", "aws_config_configuration_recorder",
	"aws_config_configuration_recorder_status", "aws_config_delivery_channel", "aws_detective_graph", "aws_flow_log",
	"aws_guardduty_detector", "aws_guardduty_detector_feature", "aws_guardduty_member",
	"aws_guardduty_organization_admin_account", "aws_guardduty_organization_configuration",
	"aws_guardduty_organization_configuration_feature", "aws_inspector2_delegated_admin_account",
	"aws_inspector2_enabler", "aws_inspector2_organization_configuration", "aws_macie2_account", "aws_securityhub_account",
	"aws_securityhub_configuration_policy_association", "aws_securityhub_member",
	"aws_securityhub_organization_admin_account", "aws_securityhub_standards_subscription",
}

# What it says of itself while it watches.
words := {
	"aws_guardduty_detector_feature": {"argument": "status", "on": "ENABLED"},
	"aws_macie2_account": {"argument": "status", "on": "ENABLED"},
}

switches := {
	"aws_config_configuration_recorder_status": "is_enabled",
	"aws_guardduty_detector": "enable",
}

findings contains plan.finding(change, "violated", problem, "keep it") if {
	some change in plan.changes
	change.type in types
	problem := sprintf("the plan %s, and nobody watches what it watched", [plan.loss(change)])
}

findings contains plan.finding(change, verdict, problem, sprintf("set %s = true", [argument])) if {
	some change in plan.changes
	argument := switches[change.type]
	verdict := plan.switched(change, argument)
	problem := plan.how(verdict, "it is switched off")
}

findings contains plan.finding(change, verdict, problem, sprintf(`set %s = "%s"`, [argument, on])) if {
	some change in plan.changes
	plan.keeps(change)
	{"argument": argument, "on": on} := words[change.type]
	plan.before(change)[argument] == on
	verdict := plan.moved(change, argument)
	problem := plan.how(verdict, "it is switched off")
}

findings contains plan.finding(change, verdict, problem, "record all types, or accept what is no longer recorded") if {
	some change in plan.changes
	change.type == "aws_config_configuration_recorder"
	plan.keeps(change)
	plan.before(change).recording_group[0].all_supported == true
	verdict := narrowed(change)
	problem := plan.how(verdict, "it no longer records every type of resource")
}

narrowed(change) := verdict if {
	not object.get(plan.after(change), ["recording_group", 0, "all_supported"], null) == true
	verdict := {true: "unknown", false: "violated"}[is_untold(change)]
}

is_untold(change) if {
	plan.is_unknown(change, "recording_group")
} else := false
