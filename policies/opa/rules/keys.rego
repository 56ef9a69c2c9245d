# plan/keys: no key is deleted, disabled, rotated less, or opened to everybody.
package terraform.policies.rules.keys

import data.terraform.policies.plan
import data.terraform.policies.policy_text
import rego.v1

types := {"aws_kms_external_key", "aws_kms_key", "aws_kms_replica_external_key", "aws_kms_replica_key"}

holders := types | {"aws_kms_custom_key_store", "aws_kms_key_policy"}

switches := {"enable_key_rotation", "enabled", "is_enabled"}

findings contains plan.finding(change, "violated", problem, "keep it for as long as anything is encrypted with it") if {
	some change in plan.changes
	change.type in holders
	problem := sprintf("the plan %s, and what it encrypted is lost, or what it was protected by", [plan.loss(change)])
}

findings contains plan.finding(change, verdict, problem, sprintf("set %s = true", [argument])) if {
	some change in plan.changes
	change.type in types
	some argument in switches
	verdict := plan.switched(change, argument)
	problem := plan.how(verdict, sprintf("%s is switched off", [argument]))
}

findings contains plan.finding(change, verdict, problem, fix) if {
	some change in plan.changes
	change.type in types
	verdict := shortened(change)
	problem := plan.how(verdict, "deletion_window_in_days is shortened: less time to take a deletion back")
	fix := "leave deletion_window_in_days as it is"
}

# Left out, it is 30 days: AWS's default.
window(change, name) := days if {
	days := plan.side(change, name).deletion_window_in_days
	is_number(days)
} else := 30

shortened(change) := "unknown" if {
	plan.keeps(change)
	plan.is_unknown(change, "deletion_window_in_days")
} else := "violated" if {
	plan.keeps(change)
	window(change, "after") < window(change, "before")
}

findings contains plan.finding(change, "violated", problem, fix) if {
	some change in plan.changes
	change.type in holders
	plan.makes(change)
	plan.after(change).bypass_policy_lockout_safety_check == true
	not object.get(plan.before(change), "bypass_policy_lockout_safety_check", null) == true
	problem := "bypass_policy_lockout_safety_check is set: AWS no longer refuses a policy that nobody could change again"
	fix := "leave bypass_policy_lockout_safety_check out"
}

findings contains plan.finding(change, verdict, problem, fix) if {
	some change in plan.changes
	change.type in holders
	plan.makes(change)
	verdict := opened(change)
	problem := plan.how(verdict, "its policy lets everybody in")
	fix := "name the principals, or confine them by kms:CallerAccount or aws:PrincipalOrgID"
}

opened(change) := "unknown" if {
	plan.is_written_unknown(change, "policy")
} else := "unknown" if {
	policy_text.is_broken(plan.after(change).policy)
} else := "violated" if {
	count(policy_text.open_statements(plan.after(change).policy)) > 0
}
