# plan/open-trust: no role can be assumed by everybody.
package terraform.policies.rules.open_trust

import data.terraform.policies.plan
import data.terraform.policies.policy_text
import rego.v1

findings contains plan.finding(change, verdict, problem, fix) if {
	some change in plan.changes
	change.type == "aws_iam_role"
	plan.makes(change)
	verdict := judged(change)
	problem := plan.how(verdict, "everybody may assume it")
	fix := "name the principals, or confine them by aws:PrincipalOrgID"
}

judged(change) := "unknown" if {
	plan.is_unknown(change, "assume_role_policy")
} else := "unknown" if {
	policy_text.is_broken(plan.after(change).assume_role_policy)
} else := "violated" if {
	count(policy_text.open_statements(plan.after(change).assume_role_policy)) > 0
}
