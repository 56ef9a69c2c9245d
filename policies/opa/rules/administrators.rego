# plan/administrators: nobody may do everything to everything.
package terraform.policies.rules.administrators

import data.terraform.policies.plan
import data.terraform.policies.policy_text
import rego.v1

texts := {
	"aws_iam_group_policy": "policy",
	"aws_iam_policy": "policy",
	"aws_iam_role_policy": "policy",
	"aws_iam_user_policy": "policy",
	"aws_ssoadmin_permission_set_inline_policy": "inline_policy",
}

attachments := {
	"aws_iam_group_policy_attachment": "policy_arn",
	"aws_iam_group_policy_attachments_exclusive": "policy_arns",
	"aws_iam_policy_attachment": "policy_arn",
	"aws_iam_role": "managed_policy_arns",
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_iam_role_policy_attachments_exclusive": "policy_arns",
	"aws_iam_user_policy_attachment": "policy_arn",
	"aws_iam_user_policy_attachments_exclusive": "policy_arns",
	"aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}

findings contains plan.finding(change, verdict, problem, fix) if {
	some change in plan.changes
	plan.makes(change)
	argument := texts[change.type]
	verdict := judged(object.get(plan.after(change), argument, null), is_untold(change, argument))
	problem := plan.how(verdict, "it allows every action on every resource")
	fix := "name the actions and resources that are needed"
}

findings contains plan.finding(change, verdict, problem, fix) if {
	some change in plan.changes
	change.type == "aws_iam_role"
	plan.makes(change)
	some index, block in object.get(plan.after(change), "inline_policy", [])
	marks := object.get(plan.unknown(change), ["inline_policy", index, "policy"], false)
	verdict := judged(object.get(block, "policy", null), marks)
	problem := plan.how(verdict, "its inline policy allows every action on every resource")
	fix := "name the actions and resources that are needed"
}

findings contains plan.finding(change, verdict, problem, "attach policies that name what is needed") if {
	some change in plan.changes
	plan.makes(change)
	argument := attachments[change.type]
	verdict := attached(change, argument)
	problem := plan.how(verdict, "AdministratorAccess is attached")
}

is_untold(change, argument) if {
	plan.is_unknown(change, argument)
} else := false

judged(_, true) := "unknown"

judged(text, false) := "violated" if {
	some statement in policy_text.statements(text)
	statement.effect == "Allow"
	some action in policy_text.texts(statement.action)
	regex.match(`^\*+(:\*+)?$`, action)
	some resource in policy_text.texts(statement.resource)
	regex.match(`^(\*+|arn:(\*+|aws[a-z-]*):\*+(:\*+)*)$`, resource)
} else := "unknown" if {
	policy_text.is_broken(text)
}

attached(change, argument) := "violated" if {
	some arn in policy_text.texts(object.get(plan.after(change), argument, null))
	regex.match(`^arn:aws[a-z-]*:iam::aws:policy/AdministratorAccess$`, arn)
} else := "unknown" if {
	plan.is_written_unknown(change, argument)
	not is_made_here(change, argument)
}

# A policy that the same plan makes is judged by itself, and isn't one of AWS's.
is_made_here(change, argument) if {
	references := plan.references(change, argument)
	count(references) > 0
	every reference in references {
		regex.match(`^aws_iam_policy\.`, reference)
	}
}
