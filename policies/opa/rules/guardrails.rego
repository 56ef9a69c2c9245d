# plan/guardrails: no account leaves its organisation, and nothing that confines accounts, passwords and roles is weakened.
package terraform.policies.rules.guardrails

import data.terraform.policies.plan
import data.terraform.policies.policy_text
import rego.v1

types := {
	"aws_ebs_encryption_by_default", "aws_iam_account_password_policy", "aws_iam_organizations_features",
	"aws_organizations_account", "aws_organizations_organization", "aws_organizations_organizational_unit",
	"aws_organizations_policy", "aws_organizations_policy_attachment", "aws_organizations_resource_policy",
}

# What was on and must stay on.
switches := {
	"aws_ebs_encryption_by_default": {"enabled"},
	"aws_iam_account_password_policy": {
		"require_lowercase_characters", "require_numbers", "require_symbols", "require_uppercase_characters",
	},
}

# What was listed and must stay listed.
lists := {
	"aws_iam_organizations_features": {"enabled_features"},
	"aws_organizations_organization": {"aws_service_access_principals", "enabled_policy_types"},
}

# What was set and must stay as it was.
settings := {
	"aws_iam_role": {"permissions_boundary"},
	"aws_iam_user": {"permissions_boundary"},
	"aws_organizations_account": {"parent_id"},
}

findings contains plan.finding(change, "violated", problem, "keep it") if {
	some change in plan.changes
	change.type in types
	problem := sprintf("the plan %s, and whom it confined is confined no longer", [plan.loss(change)])
}

findings contains plan.finding(change, verdict, problem, sprintf("set %s = true", [argument])) if {
	some change in plan.changes
	some argument in switches[change.type]
	verdict := plan.switched(change, argument)
	problem := plan.how(verdict, sprintf("%s is switched off", [argument]))
}

findings contains plan.finding(change, verdict, problem, sprintf("leave %s as it is", [argument])) if {
	some change in plan.changes
	some argument in settings[change.type]
	verdict := plan.moved(change, argument)
	problem := plan.how(verdict, sprintf("%s is changed", [argument]))
}

findings contains plan.finding(change, verdict, problem, sprintf("leave %s as it is, or add to it", [argument])) if {
	some change in plan.changes
	plan.keeps(change)
	some argument in lists[change.type]
	verdict := missing(change, argument)
	problem := plan.how(verdict, sprintf("something is taken out of %s", [argument]))
}

missing(change, argument) := "unknown" if {
	plan.is_unknown(change, argument)
} else := "violated" if {
	some value in object.get(plan.before(change), argument, [])
	not value in object.get(plan.after(change), argument, [])
}

findings contains plan.finding(change, verdict, problem, "choose a number that is no weaker") if {
	some change in plan.changes
	change.type == "aws_iam_account_password_policy"
	plan.keeps(change)
	some argument in object.keys(strengths)
	verdict := weakened(change, argument)
	problem := plan.how(verdict, sprintf("%s is weakened", [argument]))
}

# How strong a number is; what is left out or 0 is nothing at all.
strengths := {"max_password_age": -1, "minimum_password_length": 1, "password_reuse_prevention": 1}

weakened(change, argument) := "unknown" if {
	plan.is_unknown(change, argument)
} else := "violated" if {
	strength(change, "after", argument) < strength(change, "before", argument)
}

strength(change, name, argument) := number * strengths[argument] if {
	number := plan.side(change, name)[argument]
	is_number(number)
	number > 0
} else := -1000000

findings contains plan.finding(change, verdict, problem, "leave the statements that deny as they are, and add others beside them") if {
	some change in plan.changes
	change.type == "aws_organizations_policy"
	plan.keeps(change)
	verdict := loosened(change)
	problem := plan.how(verdict, "a statement that denies is gone or changed")
}

loosened(change) := "unknown" if {
	plan.is_unknown(change, "content")
} else := "unknown" if {
	some name in ["before", "after"]
	policy_text.is_broken(plan.side(change, name).content)
} else := "violated" if {
	denied := denials(plan.after(change).content)
	some statement in denials(plan.before(change).content)
	not statement in denied
}

# Whatever they are called, and in whatever order they stand.
denials(text) := {object.remove(sorted(statement), ["sid"]) |
	some statement in policy_text.statements(text)
	statement.effect == "Deny"
}

sorted(statement) := {name: element |
	some name, value in statement
	element := canonical(value)
}

canonical(value) := {item | some item in value} if is_array(value)

canonical(value) := {value} if is_string(value)

canonical(value) := value if is_object(value)
